import Testing

@testable import Engine
@testable import Rules
@testable import Reports

@Suite struct DecisionTests {
  private func decision(_ findings: [Finding], packs: [String] = ["eu.gdpr"]) -> Decision {
    var report = Fixture.report
    report.assessment.findings = findings
    report.assessment.markets = [
      .init(country: "DE", name: "Germany", entry: Fixture.date("2027-02-15"), packs: packs)
    ]
    return report.decision
  }
  private func finding(_ verdict: Verdict, _ severity: Severity, blocks: Bool = false, from: String? = nil)
    -> Finding
  {
    Fixture.finding(
      "eu.gdpr", "art-1", "organization", verdict, severity, title: "A duty", blocks: blocks, from: from)
  }

  @Test func `go needs that nothing is open`() {
    #expect(decision([finding(.satisfied, .high)]) == .go)
    #expect(decision([finding(.satisfied, .high), finding(.undetermined, .low)]) == .go)
    #expect(decision([finding(.satisfied, .high), finding(.undetermined, .medium)]) == .goWithConditions)
    #expect(decision([finding(.satisfied, .high), finding(.error, .medium)]) == .goWithConditions)
    #expect(decision([finding(.gap, .low)]) == .goWithConditions)
  }

  @Test func `an open gap that blocks entry is a no`() {
    #expect(
      decision([finding(.gap, .low, blocks: true), finding(.undetermined, .critical, blocks: true)]) == .noGo)
    // What is accepted is not met.
    #expect(decision([finding(.waived, .critical, blocks: true)]) == .goWithConditions)
  }

  @Test func `law that a profile leaves out is a condition where a gap is possible`() {
    func decision(_ verdict: Verdict, isLaw: Bool = true, markets: [String] = ["DE"]) -> Decision {
      var report = Fixture.report
      var out = Fixture.finding(
        "eu.gdpr", "art-2", "organization", verdict, .critical, title: "Another duty", blocks: true)
      out.markets = markets
      let by = Tailoring.Decision(profile: "p", reason: "r", location: out.location)
      var tailoring = Tailoring(profiles: [])
      tailoring.leftOut = [
        .init(
          pack: "eu.gdpr", provision: "art-2", title: "t", modality: .obligation, isLaw: isLaw, way: .dropped,
          by: by)
      ]
      tailoring.places = ["eu.gdpr/art-2": 0]
      report.assessment.tailoring = tailoring
      report.assessment.tailoredOut = [out]
      report.assessment.findings = [finding(.satisfied, .high)]
      report.assessment.markets = [.init(country: "DE", name: "Germany", entry: nil, packs: ["eu.gdpr"])]
      return report.decision
    }
    #expect(decision(.satisfied) == .go)
    #expect(decision(.notApplicable) == .go)
    #expect(decision(.gap) == .goWithConditions)
    #expect(decision(.undetermined) == .goWithConditions)
    #expect(decision(.upcoming) == .goWithConditions)
    #expect(decision(.gap, isLaw: false) == .go)
    #expect(decision(.gap, markets: ["JP"]) == .go)
    #expect(decision(.gap, markets: []) == .goWithConditions)
  }

  @Test func `nobody can tell while a blocking provision is unknown or nothing was judged`() {
    #expect(decision([finding(.undetermined, .low, blocks: true)]) == .cannotTell)
    #expect(decision([finding(.satisfied, .high)], packs: []) == .cannotTell)
    #expect(decision([]) == .cannotTell)
    #expect(Fixture.empty.decision == .cannotTell)
  }

  @Test func `law that starts before entry is a condition`() {
    #expect(decision([finding(.upcoming, .medium, from: "2027-02-15")]) == .goWithConditions)
    #expect(decision([finding(.upcoming, .medium, from: "2027-02-16")]) == .go)
  }

  @Test func `a finding counts for the markets that it names`() {
    var elsewhere = finding(.gap, .critical, blocks: true)
    elsewhere.markets = ["JP"]
    #expect(decision([elsewhere, finding(.satisfied, .low)]) == .go)
    elsewhere.markets = []
    #expect(decision([elsewhere]) == .noGo)
  }
}
