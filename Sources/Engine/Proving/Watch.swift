import Diagnostics
import FEEL
import Facts
import Rules

/// A place whose answers are watched: an operand of a condition, or a control that a requirement asks for.
struct WatchedPlace: Sendable {
  let location: Location
  let title: String
  /// The operand as written.
  let text: String
  let owner: Site.Owner
}

/// A pack whose conditions tell what their operands came to.
struct Watch: Sendable {
  let pack: CompiledPack
  let observer: Observer
  let places: [WatchedPlace]

  /// Watches every operand of every condition, and every condition as a whole.
  init(_ original: CompiledPack, _ vocabulary: Vocabulary) {
    var pack = original
    var places: [WatchedPlace] = []
    for site in original.sites(vocabulary) {
      guard let syntax = site.expression.syntax else { continue }
      var watching = Watching(site: site, first: places.count)
      let tree = watching.watch(syntax, isCondition: site.isCondition, isWhole: true)
      let changed = CheckedExpression(tree, insteadOf: site.expression, knowing: [Observer.signature])
      guard let changed else { continue }
      site.replace(&pack, changed)
      places += watching.places
    }
    self.pack = pack
    self.places = places
    observer = Observer(places: places.count)
  }

  /// The rulebook in which the watched pack stands alone.
  func rulebook(_ rulebook: Rulebook) -> Rulebook {
    var rulebook = rulebook
    rulebook.packs = [pack]
    rulebook.functions.append(.observe(observer))
    return rulebook
  }
}

/// Puts a watch around the operands of one expression.
private struct Watching {
  let site: Site
  let first: Int
  var places: [WatchedPlace] = []

  init(site: Site, first: Int) {
    self.site = site
    self.first = first
  }

  mutating func watch(_ expression: Expression, isCondition: Bool, isWhole: Bool = false) -> Expression {
    var number: Int?
    // A connective follows from its operands; as a whole condition it counts of its own.
    if isCondition, isWhole || !expression.isConnective && expression.negatedOperand == nil,
      !expression.isConditional, !expression.isTruth
    {
      number = first + places.count
      places.append(
        WatchedPlace(
          location: site.location(of: expression.extent), title: site.title, text: text(expression),
          owner: site.owner))
    }
    let inner = watchParts(expression, isCondition: isCondition)
    guard let number else { return inner }
    let place = Expression(.number(Decimal(number)), at: expression.extent)
    return .call(Observer.signature.name, [place, inner], at: expression.extent)
  }

  private mutating func watchParts(_ expression: Expression, isCondition: Bool) -> Expression {
    var parts: [Expression] = []
    for (place, part) in expression.parts.enumerated() {
      let isNegated = isCondition && expression.negatedOperand != nil && place == 1
      let isBranch = isCondition && expression.isConditional && place > 0
      parts.append(
        watch(part, isCondition: isNegated || isBranch || expression.isCondition(at: place)))
    }
    var result = expression
    for (place, part) in parts.enumerated() { result = result.replacing(part: place, with: part) }
    return result
  }

  private func text(_ expression: Expression) -> String {
    let bytes = site.expression.source.bytes
    return words(String(decoding: bytes[expression.extent.clamped(to: bytes.indices)], as: UTF8.self))
  }
}

extension Expression {
  fileprivate var isTruth: Bool { if case .boolean = form { true } else { false } }
}
