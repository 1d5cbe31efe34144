import Diagnostics
import FEEL
import Facts
package import Plans
package import Rules

extension Rulebook {
  /// Where the findings of an assessment let data lie. `plan` is that which was assessed.
  package func guardrails(_ assessment: Assessment, of plan: Plan) -> Guardrails {
    guard let kind = vocabulary.kind(named: "activity") else { return Guardrails(uses: [], activities: []) }
    let world = World(plan, vocabulary: vocabulary, geography: geography, on: assessment.asOf).plan
    var making = GuardrailMaking(
      rulebook: self, world: world, kind: kind, trial: PlaceTrial(self, world),
      uses: storeKinds.map(DataUse.store) + [.processing, .access, .processor, .recipient])
    for finding in assessment.findings { making.take(finding) }
    return making.guardrails
  }

  private var storeKinds: [String] {
    vocabulary.enumeration(named: "storeKind").map { vocabulary.enumerations[$0].values.map(\.id) } ?? []
  }
}

/// Takes findings one after the other, and puts what they say of places to the activities that they are about.
private struct GuardrailMaking {
  let rulebook: Rulebook
  let world: Plan
  /// That of activities.
  let kind: Int
  var trial: PlaceTrial?
  let uses: [DataUse]
  /// By row of the activity.
  private var activities: [Guardrails.Activity]
  private var organization: Guardrails.Activity?
  /// What each finding that binds forbids: by row, then by use.
  private var forbidden: [[Forbidden]]

  private struct Forbidden {
    var use: DataUse
    var countries: Set<String>
    var source: Guardrails.Source
  }

  init(rulebook: Rulebook, world: Plan, kind: Int, trial: PlaceTrial?, uses: [DataUse]) {
    (self.rulebook, self.world, self.kind, self.trial, self.uses) = (rulebook, world, kind, trial, uses)
    let data = rulebook.vocabulary.kinds[kind].fact(named: "data")
    let names = rulebook.vocabulary.enumeration(named: "dataCategory").map {
      rulebook.vocabulary.enumerations[$0]
    }
    activities = world.rows[kind].indices.map { row in
      var categories: [Guardrails.Category]?
      if let data, case .list(let list) = world.value(Cell(kind: kind, row: row, fact: data)) {
        categories = list.items.compactMap { item in
          guard case .string(let id) = item else { return nil }
          return .init(id: id, title: names?.values.first { $0.id == id }?.title ?? id)
        }
      }
      return Guardrails.Activity(
        subject: Subject(Entity(kind: kind, row: row), in: world, rulebook.vocabulary),
        location: world.rows[kind][row].location, categories: categories)
    }
    forbidden = activities.map { _ in [] }
  }

  mutating func take(_ finding: Finding) {
    guard finding.modality != .permission, finding.outcomes != .notApplicable,
      !finding.rule.provision.residencies.isEmpty, case .onDemand(_, let question) = finding.reasoning
    else { return }
    let source = Guardrails.Source(
      finding: finding, residencies: finding.residencies,
      location: world.rows[question.subject.kind][question.subject.row].location)
    guard let row = activity(of: question.subject) else {
      return takeWhole(source, question.subject)
    }
    add(source, question, to: row)
  }

  private mutating func add(_ source: Guardrails.Source, _ question: Explainer.Question, to row: Int) {
    let finding = source.finding
    if let reason = finding.whyNotEnforced {
      activities[row].open.append(.init(source: source, reason: reason))
      return
    }
    for state in source.residencies
    where !state.residency.rule.forbidsElsewhere && source.wants(state) {
      activities[row].needs.append(.init(source: source, state: state))
    }
    let rules = source.residencies.map(\.residency.rule).filter(\.forbidsElsewhere)
    guard !rules.isEmpty else { return }
    guard trial != nil else {
      activities[row].open.append(.init(source: source, reason: .failed))
      return
    }
    var undecided: (uses: [DataUse], facts: [String]) = ([], [])
    var forbidsAny = false
    for use in uses where rules.contains(where: { $0.fact == use.fact }) {
      var countries: Set<String> = []
      var isOpen = false
      for country in rulebook.geography.countries {
        guard let answer = trial?.answer(question, of: row, for: use, in: country.code) else { continue }
        switch answer.truth {
        case .no: countries.insert(country.code)
        case .yes: break
        case .unknown:
          isOpen = true
          undecided.facts += answer.facts.filter { !undecided.facts.contains($0) }
        }
      }
      if isOpen { undecided.uses.append(use) }
      guard !countries.isEmpty else { continue }
      forbidsAny = true
      var own = source
      own.countries = rulebook.geography.countries.map(\.code).filter { !countries.contains($0) }
      forbidden[row].append(Forbidden(use: use, countries: countries, source: own))
    }
    if !undecided.uses.isEmpty {
      activities[row].open.append(.init(source: source, reason: .mayAllow(undecided.uses, undecided.facts)))
    } else if !forbidsAny {
      activities[row].open.append(.init(source: source, reason: .otherWay))
    }
  }

  private mutating func takeWhole(_ source: Guardrails.Source, _ subject: Entity) {
    var whole =
      organization
      ?? Guardrails.Activity(
        subject: Subject(subject, in: world, rulebook.vocabulary), location: source.location)
    if let reason = source.finding.whyNotEnforced {
      whole.open.append(.init(source: source, reason: reason))
    } else {
      for state in source.residencies {
        if state.residency.rule.forbidsElsewhere {
          whole.open.append(.init(source: source, reason: .ofTheWhole))
        } else if source.wants(state) {
          whole.needs.append(.init(source: source, state: state))
        }
      }
    }
    organization = whole
  }

  /// What is left of all countries by all findings.
  var guardrails: Guardrails {
    var made = activities
    for row in made.indices {
      for use in uses {
        let parts = forbidden[row].filter { $0.use == use }
        guard !parts.isEmpty else { continue }
        let all = parts.reduce(into: Set<String>()) { $0.formUnion($1.countries) }
        var sources: [Guardrails.Source] = []
        // A provision that is judged for several lanes of an activity is named once.
        for source in parts.map(\.source)
        where !sources.contains(where: {
          $0.finding.pack == source.finding.pack && $0.finding.provision == source.finding.provision
            && $0.countries == source.countries
        }) { sources.append(source) }
        made[row].limits.append(
          .init(
            use: use,
            countries: rulebook.geography.countries.map(\.code).filter { !all.contains($0) },
            sources: sources))
      }
    }
    return Guardrails(uses: uses, activities: made, organization: organization)
  }

  /// The row of the activity that a finding on it or on one of its lanes is about.
  private func activity(of subject: Entity) -> Int? {
    if subject.kind == kind { return subject.row }
    guard let fact = rulebook.vocabulary.kinds[subject.kind].fact(named: "activity"),
      case .entity(let entity) = world.value(Cell(kind: subject.kind, row: subject.row, fact: fact))
    else { return nil }
    return entity.kind == kind ? entity.row : nil
  }
}

extension Finding {
  /// nil: it binds today, by what the plan states.
  fileprivate var whyNotEnforced: Guardrails.Open.Reason? {
    if isVersionToCome || verdict == .upcoming { return .notYet(appliesFrom) }
    if verdict == .waived { return .waived }
    if verdict == .error || outcomes.contains(.error) { return .failed }
    return outcomes.contains(.notApplicable) ? .mayBind(unknownFacts) : nil
  }
}

extension Guardrails.Source {
  /// Not if its provision is met in another way.
  fileprivate func wants(_ state: ResidencyState) -> Bool {
    !(finding.verdict == .satisfied && state.holds != .yes)
  }
}
