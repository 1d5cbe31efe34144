import Diagnostics
import FEEL

extension Provision {
  /// What it says, in the order of the schema.
  var aspects: [PackComparison.Aspect] {
    var result: [PackComparison.Aspect] = [
      .init("kind of rule", modality.rawValue, .effect), .init("judged per", per, .effect),
      .init("applies", applies.map(code), .effect),
    ]
    for (index, exception) in exceptions.enumerated() {
      result.append(
        .init("exception \(exception.title ?? String(index + 1))", code(exception.expression), .effect))
    }
    result += [
      .init(modality.verb, requirement?.text, .effect),
      .init("releases", releases.joined(separator: ", "), .effect), .init("period", period.text, .effect),
    ]
    for reading in readings { result.append(.init("reading \(reading.id)", reading.text, .effect)) }
    result += [
      .init("confidence", confidence.rawValue, .weight), .init("text read", textRead ? "yes" : "no", .weight),
      .init("harm", harms.map(\.text).joined(separator: "; "), .weight),
      .init("sanctions", sanctions.joined(separator: ", "), .weight), .init("must act", actor, .weight),
      .init("topic", topic, .weight),
      .init("remedies", remedies.map(\.text).joined(separator: "; "), .weight),
      .init("clocks", clocks.map(\.text).joined(separator: "; "), .weight),
      .init("citations", cited(citations), .words), .init("title", title, .words),
      .init("summary", summary, .words),
      .init("quotations", quotes.map(\.text).joined(separator: " / "), .words),
      .init("reviewed", reviewed, .words),
    ]
    return result
  }
}

extension Provision.Modality {
  fileprivate var verb: String {
    switch self {
    case .obligation: "requires"
    case .prohibition: "forbids"
    case .permission: "allows"
    }
  }
}

extension Provision.Reading {
  fileprivate var text: String {
    [period.map(\.text), applies.map { "applies " + code($0) }, requirement.map { "requires " + $0.text }]
      .compactMap { $0 }.joined(separator: "; ")
  }
}

extension Requirement {
  /// In words and conditions; parts that must all hold are joined with `and`, alternatives with `or`.
  fileprivate var text: String {
    switch self {
    case .condition(let source, _, _): code(source)
    case .control(let id): "control \(id)"
    case .permission(let id): "permission \(id)"
    case .all(let parts): Requirement.joined(parts, " and ")
    case .any(let parts): Requirement.joined(parts, " or ")
    }
  }

  private static func joined(_ parts: [Requirement], _ word: String) -> String {
    guard parts.count > 1 else { return parts.first?.text ?? "" }
    return parts.map { "(\($0.text))" }.joined(separator: word)
  }
}

extension Period {
  /// `from 2018-05-25 until 2027-12-31`
  var text: String {
    [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap { $0 }.joined(separator: " ")
  }
}

extension Harm {
  fileprivate var text: String { "\(category.rawValue), \(likelihood.rawValue), \(impact.rawValue)" }
}

extension Remedy {
  fileprivate var text: String {
    title + (change.map { " (\($0))" } ?? "") + (surrenders ? ", gives up business" : "")
      + (when.map { ", when \(code($0))" } ?? "")
      + (controls.isEmpty ? "" : ": " + controls.joined(separator: ", "))
      + (days.map { ", \($0) days" } ?? "") + (effort.map { ", \($0) person days" } ?? "")
      + (cost.map { ", EUR \($0)" } ?? "")
      + (edits.isEmpty ? "" : ", " + edits.map(\.text).joined(separator: ", "))
  }
}

extension Clock {
  fileprivate var text: String {
    "\(event): \(within) \(unit.rawValue)\(to.map { " to \($0)" } ?? "") (\(cited(citations)))"
  }
}

extension Review {
  var text: String { "\(on), \(confidence.rawValue): \(note)" }
}

extension LegalSource {
  var aspects: [PackComparison.Aspect] {
    [
      .init("law", law, .words), .init("title", title, .words), .init("link", href, .words),
      .init("period", period.text, .effect), .init("text read", textRead ? "yes" : "no", .weight),
    ]
  }
}

extension Parameter {
  /// The values with their periods; a note is only words.
  var aspects: [PackComparison.Aspect] {
    let values = entries.map { entry in
      [entry.value.description, entry.period.text].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return [
      .init("values", values.joined(separator: "; "), .effect), .init("unit", unit, .effect),
      .init("notes", entries.compactMap(\.note).joined(separator: " / "), .words),
      .init("citations", entries.compactMap(\.cite).joined(separator: "; "), .words),
    ]
  }
}

extension Definition {
  var aspects: [PackComparison.Aspect] {
    let text: String
    switch body {
    case .expression(let source, let type):
      text = type == "boolean" ? code(source) : "\(code(source)) (\(type))"
    case .decision(let call):
      text =
        "decision \(call.decision) of \(call.file) with "
        + call.inputs.map { "\($0.name): \(code($0.expression))" }.joined(separator: "; ")
    }
    return [
      .init("condition", text, .effect), .init("citations", cited(citations), .words),
      .init("title", title, .words),
    ]
  }
}

extension Scope {
  var aspects: [PackComparison.Aspect] {
    [
      .init("condition", code(expression), .effect), .init("citations", cited(citations), .words),
    ]
  }
}

extension Sanction {
  var aspects: [PackComparison.Aspect] {
    let amount = [
      fixed.map { "\($0)" }, currency, percent.map { "\($0) % of \(of ?? "")" },
      floor.map { "at least \($0)" },
      cap.map { "at most \($0)" }, rule.rawValue,
    ].compactMap { $0 }.joined(separator: " ")
    return [
      .init("amount", amount, .weight), .init("period", period.text, .weight),
      .init(
        "by size",
        sizes.map { "\($0.of.rawValue): \($0.rule.rawValue) \($0.period.text)" }.joined(separator: "; "),
        .weight),
      .init("confidence", confidence.rawValue, .weight),
      .init("consequences", consequences.joined(separator: "; "), .words),
      .init("citations", cited(citations), .words),
    ]
  }
}

func cited(_ citations: [Citation]) -> String { citations.map(\.text).joined(separator: "; ") }

/// A condition with each run of white space outside its string literals one space.
func code(_ source: Source) -> String {
  var result: [UInt8] = []
  var (isLiteral, isEscaped) = (false, false)
  for byte in source.bytes {
    if isLiteral {
      if !isEscaped, byte == UInt8(ascii: "\"") { isLiteral = false }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
      if let last = result.last, last != 0x20 { result.append(0x20) }
      continue
    } else if byte == UInt8(ascii: "\"") {
      isLiteral = true
    }
    result.append(byte)
  }
  if result.last == 0x20 { result.removeLast() }
  return String(decoding: result, as: UTF8.self)
}
