package import Diagnostics
import FEEL
import Facts
package import Plans
package import Rules

extension Rulebook {
  /// The voluntary standards that the organization says it follows, by id of pack; none if it says nothing.
  func frameworks(of plan: Plan) -> (names: [String], location: Location?) {
    guard let statement = organization("frameworks", in: plan), case .list(let list) = statement.value
    else { return ([], nil) }
    let names = list.items.compactMap { item in
      if case .string(let name) = item { name } else { String?.none }
    }
    return (names, statement.location)
  }

  /// What the plan says of one fact of its organization.
  func organization(_ name: String, in plan: Plan) -> Plan.Statement? {
    guard let kind = vocabulary.kinds.firstIndex(where: \.isSingleton),
      let fact = vocabulary.kinds[kind].fact(named: name)
    else { return nil }
    return plan.rows[kind].first?.statements[fact]
  }

  /// Standards that it names and no pack has: a misspelt one must not pass for one that is not followed.
  package func unknownFrameworks(in plan: Plan) -> [Diagnostic] {
    let (names, location) = frameworks(of: plan)
    let known = packs.filter { $0.pack.kind == .standard }.map(\.pack.id)
    return names.filter { !known.contains($0) }.map { name in
      Diagnostic(
        .framework, at: location ?? Location(file: plan.file, line: 1),
        "no pack of a standard has the id `\(name)`", suggestion: didYouMean(name, among: known))
    }
  }
}

extension Diagnostic.Code { fileprivate static let framework = Self(rawValue: "plan.framework") }
