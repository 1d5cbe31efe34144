import Archive
package import DMN
package import Diagnostics
package import FEEL
package import Facts

/// Packs compiled against one vocabulary: names resolved, types checked, ready to judge plans.
package struct Rulebook: Sendable {
  package var vocabulary: Vocabulary
  package var catalogue: Catalogue
  package var geography: Geography
  package var functions: [HostFunction]
  /// Derived facts of the vocabulary by kind and fact.
  package var derivations: [[CheckedExpression?]]
  package var packs: [CompiledPack]
  /// The profiles that these packs were tailored by.
  package internal(set) var tailoring: Tailoring?
}

/// A pack with checked conditions. Frames hold: the subject, the as-of date, the organization and every collection, the
/// parameters, and the plan-wide conclusions as far as they stand before the condition.
package struct CompiledPack: Sendable {
  package var pack: Pack
  package var sha256: String
  /// Its DMN files.
  package var tables: [TableFile]
  /// What is doubtful in them: gaps, rules that never count. Found only where they were not checked before.
  package var tableRemarks: [Diagnostic]
  /// Plan-wide conclusions in the order of their slots.
  package var planDefinitions: [CompiledDefinition]
  /// Conclusions by kind; their fact index is the number of facts of the kind plus their place here.
  package var definitions: [[CompiledDefinition]]
  /// Scope by kind; nil: everything.
  package var scopes: [CompiledCondition?]
  package var provisions: [CompiledProvision]
  /// Places of the provisions that may rest on numbers that grow with the business.
  package let growing: [Int]
  /// Scopes and conditions of provisions, each at its place.
  package let conditions: [CompiledCondition]
  /// Places of the permissions by id: those that others name.
  package var permissions: [String: [Int]]
  /// The law before each day of amendments, in the order of time; empty in those packs themselves.
  package internal(set) var earlier: [EarlierLaw]

  init(
    pack: Pack, sha256: String, tables: [TableFile], tableRemarks: [Diagnostic],
    planDefinitions: [CompiledDefinition], definitions: [[CompiledDefinition]],
    conditions: [CompiledCondition], scopes: [CompiledCondition?], provisions: [CompiledProvision],
    growing: [Int], earlier: [EarlierLaw] = []
  ) {
    self.pack = pack
    self.sha256 = sha256
    self.tables = tables
    self.tableRemarks = tableRemarks
    self.planDefinitions = planDefinitions
    self.definitions = definitions
    self.scopes = scopes
    self.conditions = conditions
    self.provisions = provisions
    self.growing = growing
    self.earlier = earlier
    permissions = Dictionary(
      grouping: provisions.indices.filter { provisions[$0].rule.modality == .permission },
      by: { provisions[$0].rule.id })
  }
}

/// A conclusion with its conditions checked.
package enum CompiledDefinition: Sendable {
  case expression(CheckedExpression)
  case decision(CompiledDecision)
}

/// A decision of a DMN file with the inputs that a pack gives it.
package struct CompiledDecision: Sendable {
  /// Of a compiled library: compiled when one of them is first made.
  let written: Late<Decisions>
  package var decisions: Decisions { written.value }
  /// Its place among the elements.
  package let element: Int
  package let inputs: [(element: Int, expression: CheckedExpression)]
  /// As shown: the file of the table.
  package let file: String
}

/// A condition that provisions are judged by.
package struct CompiledCondition: Sendable {
  package let expression: CheckedExpression
  /// Kind of its subjects.
  package let kind: Int
  /// Its place among the conditions of the pack.
  package let place: Int
}

/// A provision with checked conditions. A class, because judging walks over thousands of them.
package final class CompiledProvision: Sendable {
  package let rule: Rule
  /// Index of the kind of its subjects.
  package let kind: Int
  package let applies: CompiledCondition?
  package let exceptions: [CompiledCondition]
  package let requirement: CompiledRequirement
  package let readings: [CompiledReading]
  /// When its remedies are offered, by their place; empty: always. Read when a gap asks for it.
  let offers: Late<[CheckedExpression?]>
  package var provision: Provision { rule.provision }

  init(
    _ rule: Rule, kind: Int, applies: CompiledCondition?, exceptions: [CompiledCondition],
    requirement: CompiledRequirement, readings: [CompiledReading], offers: Late<[CheckedExpression?]>
  ) {
    self.rule = rule
    self.kind = kind
    self.applies = applies
    self.exceptions = exceptions
    self.requirement = requirement
    self.readings = readings
    self.offers = offers
  }

  /// When the remedy at this place is offered; nil: always.
  package func offer(of remedy: Int) -> CheckedExpression? {
    offers.value.indices.contains(remedy) ? offers.value[remedy] : nil
  }
}

/// Another reading with checked conditions. A class, as its provision is.
package final class CompiledReading: Sendable {
  private let written: Late<Provision.Reading>
  package var reading: Provision.Reading { written.value }
  /// Its own, else that of the provision.
  package let period: Period
  package let applies: CompiledCondition?
  package let requirement: CompiledRequirement?
  /// Without a condition it always applies, whatever the provision says.
  package let isWhole: Bool

  init(
    _ reading: Provision.Reading, of provision: Provision, applies: CompiledCondition?,
    requirement: CompiledRequirement?, isWhole: Bool = false
  ) {
    written = Late(made: reading)
    period = reading.period ?? provision.period
    self.applies = applies
    self.requirement = requirement
    self.isWhole = isWhole
  }

  /// When the provision binds, as it is read here.
  package func applies(to provision: CompiledProvision) -> CompiledCondition? {
    isWhole ? applies : applies ?? provision.applies
  }

  init(
    _ reading: Late<Provision.Reading>, period: Period, applies: CompiledCondition?,
    requirement: CompiledRequirement?
  ) {
    written = reading
    self.period = period
    self.applies = applies
    self.requirement = requirement
    // Only a profile makes such a reading, and profiles are applied after the library was read.
    isWhole = false
  }
}

package indirect enum CompiledRequirement: Sendable {
  case condition(CompiledCondition, title: String, citations: [Citation])
  case control(String)
  case permission(String)
  case all([CompiledRequirement])
  case any([CompiledRequirement])
}

extension Rulebook {
  /// Slots of the frame between the subject and the parameters: the as-of date, then singletons and collections by kind.
  package static func commonVariables(_ vocabulary: Vocabulary) -> [(name: String, type: Type, kind: Int?)] {
    var variables: [(name: String, type: Type, kind: Int?)] = [("asOf", .date, nil)]
    for (index, kind) in vocabulary.kinds.enumerated() {
      if kind.isSingleton {
        variables.append((kind.name, .entity(index), index))
      } else if let collection = kind.collection {
        variables.append((collection, .list(.entity(index)), index))
      }
    }
    return variables
  }
}
