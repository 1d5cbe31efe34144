package import Rules

extension RiskRegister {
  /// What was decided on gaps, as far as it treats risks.
  package struct Treatments: Sendable {
    /// The chosen remedies by finding.
    private let chosen: [String: Remedy]
    /// Controls that somebody outside carries out.
    private let external: Set<String>

    package init(taken: [(finding: Finding, remedy: Remedy)], external: Set<String>) {
      chosen = Dictionary(taken.map { ($0.finding.id, $0.remedy) }, uniquingKeysWith: { first, _ in first })
      self.external = external
    }

    func treatment(
      of duty: Risk.DutyCounted, open: [Finding], _ residual: Risk.Range
    ) -> (RiskRegister.Treatment, String) {
      if !open.isEmpty, open.allSatisfy({ $0.verdict == .waived }) { return (.accept, "the gap is waived") }
      if let remedy = open.compactMap({ chosen[$0.id] }).first {
        if remedy.isAvoidance { return (.avoid, remedy.title) }
        let isOutside = !remedy.controls.isEmpty && external.isSuperset(of: remedy.controls)
        return (isOutside ? .share : .reduce, remedy.title)
      }
      if !duty.outcomes.contains(.gap) {
        return residual.high == 0
          ? (.reduce, "met, with evidence") : (.accept, "met; what remains is for want of evidence")
      }
      return duty.outcomes == .gap
        ? (.open, "a gap without a chosen remedy") : (.open, "not known whether there is a gap")
    }
  }
}

extension Remedy {
  /// Something is no longer done: a use, a market, a recipient, a kind of data is taken out of the plan.
  fileprivate var isAvoidance: Bool { surrenders || edits.contains { $0.operation == .remove } }
}
