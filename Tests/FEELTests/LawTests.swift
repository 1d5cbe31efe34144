import Diagnostics
import FEEL
import Testing

/// What is said while facts are missing stays said.
struct LawTests {
  @Test(arguments: 0..<40)
  func `stating a fact only narrows the result`(_ seed: Int) throws {
    for round in 0..<100 {
      var random = Random(seed: UInt64(seed * 1_000 + round))
      guard let (text, checked) = expression(&random, isStrict: round % 5 != 0) else { continue }
      for _ in 0..<4 {
        var facts = LawFacts.unstated
        var host = NoHost()
        var before = checked.evaluate(facts, &host)
        for index in LawFacts.variables.indices.shuffled(using: &random) {
          facts[index] = LawFacts.variables[index].stated.randomElement(using: &random) ?? .null
          let after = checked.evaluate(facts, &host)
          guard before.isNarrowed(to: after) else {
            complain(text, before, after, facts, "last \(LawFacts.variables[index].name)")
            return
          }
          before = after
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a definite result holds whatever is stated later`(_ seed: Int) throws {
    for round in 0..<75 {
      var random = Random(seed: UInt64(1_000_000 + seed * 1_000 + round))
      guard let (text, checked) = expression(&random, isStrict: round % 5 != 0) else { continue }
      let used = LawFacts.variables.indices.filter { text.contains(LawFacts.variables[$0].name) }
      // Some facts are stated from the start; all ways to state the others are tried.
      let later = Array(used.shuffled(using: &random).prefix(3))
      var facts = LawFacts.unstated
      for index in used where !later.contains(index) {
        facts[index] = LawFacts.variables[index].stated.randomElement(using: &random) ?? .null
      }
      var host = NoHost()
      let early = checked.evaluate(facts, &host)
      guard
        LawTests.complete(
          later[...], &facts,
          { facts in
            let late = checked.evaluate(facts, &host)
            if early.isNarrowed(to: late) { return true }
            complain(text, early, late, facts, "")
            return false
          })
      else { return }
    }
  }

  /// An expression that is sound; what is found out at load, such as `modulo(1, 0)`, is none.
  private func expression(_ random: inout Random, isStrict: Bool) -> (String, CheckedExpression)? {
    var writer = ExpressionWriter(random: random, isLoose: !isStrict)
    let text =
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1, 2: writer.boolean(4)
      case 3: writer.number(4)
      case 4: writer.list(3)
      case 5: writer.text(3)
      case 6: writer.date(3)
      default: writer.context(3)
      }
    random = writer.random
    do throws(Mistakes) {
      let source = Source(name: "law", text: text)
      let environment = LawFacts.environment(isStrict: isStrict)
      return (text, try CheckedExpression(source, in: environment, expecting: nil))
    } catch {
      // A filter over contexts has their entries in scope, which other contexts in it then shadow.
      let known = ["feel.argument", "feel.shadowed", "feel.type"]
      if !known.contains(error.all[0].code.rawValue) { Issue.record("\(error.all[0].text)") }
      return nil
    }
  }

  private func complain(_ text: String, _ before: Value, _ after: Value, _ facts: [Value], _ note: String) {
    let frame = zip(LawFacts.variables, facts).filter { text.contains($0.0.name) }
      .map { "\($0.name) = \($1)" }.joined(separator: ", ")
    Issue.record("\(text)\nwas \(before), became \(after) with \(frame) \(note)")
  }

  /// Tries all that could be stated; false as soon as one is not as it should be.
  private static func complete(
    _ later: ArraySlice<Int>, _ facts: inout [Value], _ holds: ([Value]) -> Bool
  ) -> Bool {
    guard let index = later.first else { return holds(facts) }
    for value in LawFacts.variables[index].stated {
      facts[index] = value
      if !complete(later.dropFirst(), &facts, holds) { return false }
    }
    return true
  }
}

extension Value {
  /// Does `other` say the same where this is known.
  func isNarrowed(to other: Value) -> Bool {
    switch (self, other) {
    case (.unknown(let facts), _): !facts.cells.isEmpty
    case (.list(let a), .list(let b)):
      a.open == nil
        ? b.open == nil && a.items.count == b.items.count
          && zip(a.items, b.items).allSatisfy { $0.isNarrowed(to: $1) }
        : a.items.finds(placesIn: b.items)
    case (.context(let a), .context(let b)):
      a.entries.count == b.entries.count
        && zip(a.entries, b.entries).allSatisfy { $0.name == $1.name && $0.value.isNarrowed(to: $1.value) }
    case (.range(let a), .range(let b)):
      a.lowerClosed == b.lowerClosed && a.upperClosed == b.upperClosed
        && (a.lower ?? .null).isNarrowed(to: b.lower ?? .null)
        && (a.upper ?? .null).isNarrowed(to: b.upper ?? .null)
    default: self == other && description == other.description
    }
  }
}

extension [Value] {
  /// Has each of these its own place among `others`. Their order may differ: `distinct values` keeps the
  /// first of each.
  fileprivate func finds(placesIn others: [Value]) -> Bool {
    guard let first else { return true }
    return others.indices.contains { place in
      var rest = others
      let candidate = rest.remove(at: place)
      // A number may be written differently there: 0.0 and 0 are the same to `distinct values`.
      return (first.isNarrowed(to: candidate) || first == candidate)
        && Array(dropFirst()).finds(placesIn: rest)
    }
  }
}
