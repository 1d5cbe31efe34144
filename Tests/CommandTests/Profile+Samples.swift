import Diagnostics
import FEEL

@testable import Rules

extension Profile {
  static func with(_ instructions: [Instruction], id: String = "p") -> Profile {
    Profile(
      id: id, title: id, summary: "s", file: "\(id).xml", sha256: "0", bases: [],
      entries: instructions.enumerated().map { line, instruction in
        Entry(
          instruction: instruction, reason: "because \(line)",
          location: Location(file: "\(id).xml", line: line + 2))
      })
  }

  /// A few drops, weights and perhaps a selection, by patterns that fit something.
  static func random(_ id: String, _ rulebook: Rulebook, _ random: inout SplitMix) -> Profile {
    let packs = rulebook.packs.map(\.pack)
    func pack() -> Pack { packs[Int.random(in: 0..<packs.count, using: &random)] }
    func selector() -> Selector {
      let pack = pack()
      let provision = pack.provisions[Int.random(in: 0..<pack.provisions.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return Selector(provision: "\(pack.id)/\(provision.id)")
      case 1: return Selector(provision: "\(pack.id)/\(provision.id.prefix(5))*")
      case 2: return Selector(pack: pack.id, topic: provision.topic)
      default: return Selector(jurisdiction: pack.jurisdiction)
      }
    }
    var instructions: [Instruction] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) { instructions.append(.drop(selector())) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      instructions += [.select(selector()), .select(Selector(jurisdiction: "EEA")), .select(selector())]
    }
    if Int.random(in: 0..<2, using: &random) == 0 {
      let provision = selector()
      instructions.append(.weight(Weight(selector: provision, harm: nil, factor: Decimal(2), source: nil)))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      instructions.append(.block(from: Severity.allCases[Int.random(in: 0..<4, using: &random)]))
    }
    return Profile.with(instructions, id: id)
  }

  /// Its entries as a file writes them, for the kinds that `random` makes.
  var xml: String {
    entries.map { entry in
      switch entry.instruction {
      case .drop(let selector): "<drop \(selector.xml) reason=\"\(entry.reason)\"/>\n"
      case .select(let selector): "<select \(selector.xml) reason=\"\(entry.reason)\"/>\n"
      case .weight(let weight):
        "<weight \(weight.selector.xml) factor=\"\(weight.factor)\" reason=\"\(entry.reason)\"/>\n"
      case .block(let severity):
        "<appetite><block from=\"\(severity)\" reason=\"\(entry.reason)\"/></appetite>\n"
      default: ""
      }
    }.joined()
  }
}

extension Selector {
  fileprivate var xml: String {
    [("pack", pack), ("provision", provision), ("topic", topic), ("jurisdiction", jurisdiction)]
      .compactMap { name, value in value.map { "\(name)=\"\($0)\"" } }.joined(separator: " ")
  }
}

extension Tailoring {
  /// Everything that it decided, without the list of the files that took part.
  var decisions: [String] {
    selections.map { "\($0)" } + leftOut.map { "\($0)" } + kept.map { "\($0)" } + weights.map { "\($0)" }
      + ["\(appetite)"]
  }
}
