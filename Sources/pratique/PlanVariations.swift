import Diagnostics
import FEEL

/// Plans derived from others, the same for the same seed: for measuring and for comparing the evaluators.
struct PlanVariations {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next(below bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) % bound
  }

  /// A plan with some facts turned, changed or left out. It may break a rule of plans and then is none.
  mutating func variation(of plan: Node) -> Node {
    guard case .map(let entries, let location) = plan else { return plan }
    return .map(
      entries.map { Node.Entry($0.key, at: $0.location, varied($0.value)) }, location)
  }

  private mutating func varied(_ node: Node) -> Node {
    switch node {
    case .scalar(let scalar): return .scalar(varied(scalar))
    case .list(let items, let location):
      let isOfScalars = items.allSatisfy { if case .scalar = $0 { true } else { false } }
      guard isOfScalars else { return .list(items.map { varied($0) }, location) }
      return .list(items.filter { _ in next(below: 12) != 0 }, location)
    case .map(let entries, let location):
      var kept: [Node.Entry] = []
      for entry in entries {
        // Names and references are text; what is no text may be left unstated.
        if entry.value.isFact, next(below: 8) == 0 { continue }
        kept.append(Node.Entry(entry.key, at: entry.location, varied(entry.value)))
      }
      return .map(kept, location)
    }
  }

  private mutating func varied(_ scalar: Node.Scalar) -> Node.Scalar {
    guard !scalar.isText, next(below: 4) == 0 else { return scalar }
    var scalar = scalar
    switch scalar.text {
    case "true": scalar.text = "false"
    case "false": scalar.text = "true"
    default:
      guard let number = Int(scalar.text), number > 12 else { return scalar }
      scalar.text = "\(number < 3_000 ? number + 1 : number * (1 + Int(next(below: 40))))"
    }
    return scalar
  }
}

extension Node {
  /// A plan with everything in a collection said so many times, under other ids.
  func repeating(_ collection: String, _ times: Int) -> Node {
    guard case .map(let entries, let location) = self else { return self }
    return .map(
      entries.map { entry in
        guard entry.key == collection, case .list(let items, let place) = entry.value else { return entry }
        let copies = (0..<times).flatMap { time in items.map { time == 0 ? $0 : $0.renamed(time) } }
        return Entry(entry.key, at: entry.location, .list(copies, place))
      }, location)
  }

  private func renamed(_ time: Int) -> Node {
    guard case .map(let entries, let location) = self else { return self }
    return .map(
      entries.map { entry in
        guard entry.key == "id", case .scalar(var id) = entry.value else { return entry }
        id.text += "-\(time + 1)"
        return Entry(entry.key, at: entry.location, .scalar(id))
      }, location)
  }

  fileprivate var isFact: Bool {
    switch self {
    case .scalar(let scalar): !scalar.isText && (scalar.text == "true" || scalar.text == "false")
    case .list(let items, _): items.allSatisfy { if case .scalar = $0 { true } else { false } }
    case .map: false
    }
  }

  /// As JSON on one line.
  var json: String {
    switch self {
    case .scalar(let scalar):
      if scalar.isNull { return "null" }
      let isBare = !scalar.isText && (["true", "false"].contains(scalar.text) || Decimal(scalar.text) != nil)
      return isBare ? scalar.text : quoted(scalar.text)
    case .list(let items, _): return "[" + items.map(\.json).joined(separator: ",") + "]"
    case .map(let entries, _):
      return "{" + entries.map { "\(quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
