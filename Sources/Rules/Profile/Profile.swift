package import Diagnostics
package import FEEL

/// A tailoring of packs as written: what to look at, what to leave out and why, what weighs more, which reading counts.
package struct Profile: Sendable {
  /// A profile that it builds on.
  package struct Base: Sendable {
    package var id: String
    package var location: Location
  }

  package var id: String
  package var title: String
  package var summary: String
  package var file: String
  package var sha256: String
  package var bases: [Base]
  package var entries: [Entry]

  /// One line of a profile, in the order written.
  package struct Entry: Sendable {
    package var instruction: Instruction
    package var reason: String
    package var location: Location
  }

  /// What an entry asks for.
  package enum Instruction: Sendable {
    case select(Selector)
    case drop(Selector)
    case keep(Selector)
    case weight(Weight)
    case emphasis(String, source: String?)
    case reading(provision: String, use: String)
    case set(pack: String, parameter: String, value: String)
    /// A gap from this severity on blocks entry.
    case block(from: Severity)
    /// Findings of less than this confidence say "verify".
    case verify(below: Confidence)
    /// The highest risk of a kind that is accepted.
    case limit(Harm.Category, Severity)
    /// How scores are weighted; and what share of a harm remains where a control is only asserted, if it says so.
    case scoring(ScoringModel, asserted: Decimal?)
    /// What the choice of remedies keeps least.
    case choice(ChoiceObjective)
  }

  /// How much some provisions, or a kind of harm, weigh beside others.
  package struct Weight: Sendable, Hashable {
    package var selector: Selector
    package var harm: Harm.Category?
    package var factor: Decimal
    package var source: String?
  }
}

/// How duties weigh beside each other in the weighted readiness.
package enum ScoringModel: String, Sendable, Hashable, CaseIterable {
  /// All alike.
  case flat
  /// By the worst harm that they prevent.
  case severity
  /// By the highest statutory maximum behind them.
  case exposure
}

/// What a choice of remedies keeps least.
package enum ChoiceObjective: String, Sendable, Hashable, CaseIterable { case effort, time, money }

/// Provisions by pack, name, field of law and jurisdiction: those that fit all that is given.
package struct Selector: Sendable, Hashable {
  package var pack: String?
  package var provision: String?
  package var topic: String?
  package var jurisdiction: String?

  package init(
    pack: String? = nil, provision: String? = nil, topic: String? = nil, jurisdiction: String? = nil
  ) {
    self.pack = pack
    self.provision = provision
    self.topic = topic
    self.jurisdiction = jurisdiction
  }

  var isEmpty: Bool { pack == nil && provision == nil && topic == nil && jurisdiction == nil }

  /// The one provision that it names; nil if it may mean several.
  var single: String? { provision.flatMap { $0.contains("*") ? nil : $0 } }

  /// As a profile writes it.
  package var text: String {
    [("pack", pack), ("provision", provision), ("topic", topic), ("jurisdiction", jurisdiction)]
      .compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
  }

  func fits(_ pack: Pack) -> Bool {
    guard self.pack.map({ matches($0, pack.id) }) ?? true else { return false }
    guard let jurisdiction else { return true }
    return pack.jurisdiction == jurisdiction || pack.jurisdiction.hasPrefix(jurisdiction + "-")
  }

  func fits(_ provision: Provision, of pack: Pack) -> Bool {
    guard fits(pack), topic.map({ $0 == provision.topic }) ?? true else { return false }
    return self.provision.map { matches($0, "\(pack.id)/\(provision.id)") } ?? true
  }
}

/// Whether a name fits a pattern in which an asterisk stands for any run of characters. The work is at most the product
/// of the lengths: only the last asterisk is ever tried again.
func matches(_ pattern: String, _ name: String) -> Bool {
  let (pattern, name) = (Array(pattern.utf8), Array(name.utf8))
  var (place, at) = (0, 0)
  var star: (pattern: Int, name: Int)?
  while at < name.count {
    if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
      star = (place, at)
      place += 1
    } else if place < pattern.count, pattern[place] == name[at] {
      place += 1
      at += 1
    } else if let last = star {
      star = (last.pattern, last.name + 1)
      place = last.pattern + 1
      at = last.name + 1
    } else {
      return false
    }
  }
  return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
}
