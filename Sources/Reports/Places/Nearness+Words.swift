import Diagnostics
import Engine
import Rules

extension Nearness {
  /// `CN-CBDF Article 7: Export …; app; unknown instead of does not apply from 1,000,000 on: counts.persons is 900,000 (plan.yaml:31)`
  var text: String {
    let law = citations.first.map { "\($0.text): " } ?? ""
    return "\(law)\(oneLine(title)); \(oneLine(subject.title)): \(then.word) instead of \(now.word) "
      + figures.map { $0.text(isAbove: isAbove) }.joined(separator: ", or ")
  }
}

extension Nearness.Figure {
  fileprivate func text(isAbove: Bool) -> String {
    let place = location.map { " (\($0.file):\($0.line))" } ?? ""
    let now = "\(oneLine(fact)) is \(grouped(value))\(place)"
    guard let border else { return "with a fifth \(isAbove ? "more" : "less") in all: \(now)" }
    return "\(isAbove ? "from \(grouped(border)) on" : "at \(grouped(border)) and below"): \(now)"
  }
}
