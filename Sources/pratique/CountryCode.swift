import Diagnostics
import Facts

extension Geography {
  /// What is wrong with a country code that somebody typed; nil: it is one.
  func mistake(inCountry text: String) -> String? {
    let (code, known) = (text.uppercased(), countries.map(\.code))
    guard !known.contains(code) else { return nil }
    let hint = didYouMean(code, among: known).map { "; \($0)" } ?? ""
    return "`\(text)` is not a country code (ISO 3166-1)\(hint)"
  }
}
