package import FEEL
package import Facts

/// The functions that packs can call beside FEEL's own; the engine carries them out.
package enum HostFunction: Sendable, Hashable {
  /// Is a country a member of a group on the day at hand.
  case memberOf
  /// Does a list hold a value of this enumeration or a narrower one.
  case hasKind(Int)
  /// Is a value that one or a narrower one.
  case isKind(Int)
  case overlaps
  case within
  /// Is a control in place for the subject at hand.
  case inPlace
  case planned
  case countOf
  case regionCountry
  /// The first of two ways to state one fact that the plan uses. For the vocabulary only.
  case firstStated
  /// Gives back its second argument, and notes it under the first. For what watches conditions at work; no pack can name it.
  case observe(Observer)
}

extension HostFunction {
  /// All functions with their signatures, in the order of their indexes; those over hierarchies stand once per enumeration.
  package static func table(for vocabulary: Vocabulary) -> [(
    function: HostFunction, signature: Environment.HostFunction
  )] {
    func enumeration(_ name: String) -> Type {
      vocabulary.enumerations.firstIndex { $0.name == name }.map { .enumeration($0) } ?? .string
    }
    let country = enumeration("country")
    let region = enumeration("region")
    let control = enumeration("control")
    let counts =
      vocabulary.kinds.firstIndex { $0.name == "countryCount" }.map { Type.list(.entity($0)) } ?? .any
    var table: [(HostFunction, Environment.HostFunction)] = [
      (
        .memberOf,
        .init(name: "memberOf", parameters: [country, enumeration("countryGroup")], result: .boolean)
      ),
      (.overlaps, .init(name: "overlaps", parameters: [.list(.any), .list(.any)], result: .boolean)),
      (.within, .init(name: "within", parameters: [.list(.any), .list(.any)], result: .boolean)),
      (.inPlace, .init(name: "inPlace", parameters: [control], result: .boolean)),
      (.planned, .init(name: "planned", parameters: [control], result: .boolean)),
      (
        .countOf,
        .init(name: "countOf", parameters: [counts, country, enumeration("countryFigure")], result: .number)
      ),
      (.regionCountry, .init(name: "regionCountry", parameters: [region], result: country)),
      (.firstStated, .init(name: "firstStated", parameters: [country, country], result: country)),
    ]
    for (index, enumeration) in vocabulary.enumerations.enumerated()
    where enumeration.values.contains(where: { $0.broader != nil }) {
      let type = Type.enumeration(index)
      table.append(
        (.hasKind(index), .init(name: "hasKind", parameters: [.list(type), type], result: .boolean)))
      table.append((.isKind(index), .init(name: "isKind", parameters: [type, type], result: .boolean)))
    }
    return table
  }
}
