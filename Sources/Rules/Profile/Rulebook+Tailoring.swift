import FEEL
import Facts

extension Rulebook {
  /// The same packs as profiles want them read: readings, values of frameworks, what blocks and what is verified. What
  /// is left out stays among them, for others may rest on it; findings on it are set apart.
  package func tailored(by tailoring: Tailoring) -> Rulebook {
    var result = self
    result.tailoring = tailoring
    for place in packs.indices {
      result.packs[place].tailor(by: tailoring)
      result.packs[place].earlier = packs[place].earlier.map { $0.with { $0.tailor(by: tailoring) } }
    }
    return result
  }
}

extension CompiledPack {
  fileprivate mutating func tailor(by tailoring: Tailoring) {
    let settings = tailoring.settings.filter { $0.pack == pack.id }
    for place in pack.parameters.indices {
      guard let setting = settings.first(where: { $0.parameter == pack.parameters[place].name }) else {
        continue
      }
      // It holds on every day: it is not law, which changes by date.
      pack.parameters[place].entries = [
        Parameter.Entry(
          period: Period(), value: setting.value, note: setting.by.reason, line: pack.parameters[place].line)
      ]
    }
    if !settings.isEmpty { provisions = provisions.map { $0.remedied(by: settings) } }
    let readings = tailoring.readings.filter { $0.pack == pack.id }
    let appetite = tailoring.appetite
    guard !readings.isEmpty || appetite.block != nil || appetite.verify != nil else { return }
    provisions = provisions.map { provision in
      let id = provision.rule.id
      let choice = readings.first { $0.provision == id }
      let read = choice.flatMap { provision.read(as: $0.reading) } ?? provision
      return read.judged(by: appetite, pack)
    }
  }
}

extension CompiledProvision {
  /// The provision with the values that are set, where its remedies name the parameter.
  fileprivate func remedied(by settings: [Tailoring.Setting]) -> CompiledProvision {
    var provision = self.provision
    var isChanged = false
    for place in provision.remedies.indices {
      for edit in provision.remedies[place].edits.indices {
        let name = provision.remedies[place].edits[edit].parameter
        guard let setting = settings.first(where: { $0.parameter == name }) else { continue }
        provision.remedies[place].edits[edit].value = setting.value
        isChanged = true
      }
    }
    return isChanged ? with(rule: Rule(provision, as: rule)) : self
  }

  /// The provision with another of its readings as its own, which becomes one of the others; nil if it has none so named.
  fileprivate func read(as id: String) -> CompiledProvision? {
    guard let chosen = readings.first(where: { $0.reading.id == id }) else { return nil }
    var provision = self.provision
    let own = Provision.Reading(
      id: Tailoring.ownReading, title: "As the pack reads it without a profile",
      citations: provision.citations,
      period: provision.period, applies: provision.applies, requirement: provision.requirement)
    provision.period = chosen.period
    provision.applies = chosen.reading.applies ?? provision.applies
    provision.requirement = chosen.reading.requirement ?? provision.requirement
    provision.citations += chosen.reading.citations.filter { !provision.citations.contains($0) }
    provision.readings = [own] + provision.readings.filter { $0.id != id }
    // What the other readings leave to the provision is what it said before.
    let others = readings.filter { $0.reading.id != id }.map { other in
      CompiledReading(
        other.reading, of: self.provision, applies: other.applies(to: self),
        requirement: other.requirement ?? requirement, isWhole: true)
    }
    let before = CompiledReading(
      own, of: self.provision, applies: applies, requirement: requirement, isWhole: true)
    return CompiledProvision(
      Rule(provision, as: rule), kind: kind, applies: chosen.applies(to: self), exceptions: exceptions,
      requirement: chosen.requirement ?? requirement, readings: [before] + others,
      offers: offers)
  }

  /// What blocks entry and what is to be verified: more than without the profile, never less.
  fileprivate func judged(by appetite: Tailoring.Appetite, _ pack: Pack) -> CompiledProvision {
    let provision = self.provision
    let blocks = appetite.block.map { rule.severity >= $0.from && provision.confidence != .low } ?? false
    let isUncertain = appetite.verify.map { provision.confidence < $0.below } ?? false
    guard blocks && !rule.blocksEntry && rule.modality != .permission || isUncertain && !rule.verify else {
      return self
    }
    let stricter = Rule(
      provision, as: rule,
      blocksEntry: rule.blocksEntry || (blocks && rule.modality != .permission),
      verify: rule.verify || isUncertain)
    return with(rule: stricter)
  }
}

extension Rule {
  /// The rule with another provision in its place and all else as it was.
  fileprivate convenience init(
    _ provision: Provision, as rule: Rule, blocksEntry: Bool? = nil, verify: Bool? = nil
  ) {
    self.init(
      provision, of: rule.pack, sanctions: rule.sanctions, severity: rule.severity,
      blocksEntry: blocksEntry ?? rule.blocksEntry, verify: verify ?? rule.verify)
  }
}
