package import FEEL

extension CompiledCondition {
  /// The same place in the pack with another expression.
  package func with(_ expression: CheckedExpression) -> CompiledCondition {
    CompiledCondition(expression: expression, kind: kind, place: place)
  }
}

extension CompiledProvision {
  /// The same provision with other parts; what is not given stays.
  package func with(
    rule: Rule? = nil, applies: CompiledCondition?? = nil, exceptions: [CompiledCondition]? = nil,
    requirement: CompiledRequirement? = nil, readings: [CompiledReading]? = nil
  ) -> CompiledProvision {
    CompiledProvision(
      rule ?? self.rule, kind: kind, applies: applies ?? self.applies,
      exceptions: exceptions ?? self.exceptions, requirement: requirement ?? self.requirement,
      readings: readings ?? self.readings, offers: offers)
  }

  /// The same provision with its declaration changed: its period, its exceptions or its releases.
  package func with(_ change: (inout Provision) -> Void) -> CompiledProvision {
    var provision = self.provision
    change(&provision)
    let rule = Rule(
      provision, of: self.rule.pack, sanctions: self.rule.sanctions, severity: self.rule.severity,
      blocksEntry: self.rule.blocksEntry, verify: self.rule.verify)
    return with(rule: rule, readings: readings.map { $0.with(of: provision) })
  }
}

extension CompiledReading {
  /// The same reading with other parts, for a provision that may have another period.
  package func with(
    of provision: Provision, applies: CompiledCondition?? = nil, requirement: CompiledRequirement?? = nil
  ) -> CompiledReading {
    CompiledReading(
      reading, of: provision, applies: applies ?? self.applies, requirement: requirement ?? self.requirement,
      isWhole: isWhole)
  }
}

extension CompiledDecision {
  /// The same decision with other inputs.
  package func with(_ inputs: [(element: Int, expression: CheckedExpression)]) -> CompiledDecision {
    CompiledDecision(written: written, element: element, inputs: inputs, file: file)
  }
}
