import Engine
import FEEL
import Rules

extension PackLint {
  /// Each version of a provision wants a case of each kind.
  func missingCases() -> [LintFinding] {
    let expectations = cases.filter { $0.pack == pack.id }.flatMap(\.cases).flatMap { each in
      each.expectations.map { (each.asOf, $0) }
    }
    var findings: [LintFinding] = []
    for provision in pack.provisions {
      let own = expectations.filter { $0.1.provision == provision.id }
      let isOnly = pack.provisions.filter { $0.id == provision.id }.count == 1
      let verdicts = Set(own.filter { isOnly || concerns($0.0, $0.1.verdict, provision) }.map(\.1.verdict))
      var wanted: [[String]] = [
        ["satisfied"], ["gap", "upcoming"], ["notApplicable"], ["undetermined", "upcoming"],
      ]
      if provision.modality == .permission { wanted = [["allowed"], ["notAllowed"]] }
      for missing in wanted where verdicts.isDisjoint(with: missing) {
        let period = isOnly ? "" : " in its version \(words(provision.period))"
        findings.append(
          LintFinding(
            .missingCase, in: pack.id, provision.id, at: provision.location,
            "`\(provision.id)` has no case with the verdict \(missing[0])\(period)"))
      }
    }
    return findings
  }

  /// A case speaks of the version in force on its day; one that is upcoming speaks of the next.
  private func concerns(_ day: CalendarDate, _ verdict: String, _ provision: Provision) -> Bool {
    if provision.period.contains(day) { return true }
    guard verdict == "upcoming", let from = provision.period.from, day < from else { return false }
    return !pack.provisions.contains { other in
      other.id == provision.id && other.period.from.map { day < $0 && $0 < from } ?? false
    }
  }

  private func words(_ period: Period) -> String {
    switch (period.from, period.until) {
    case (let from?, let until?): "from \(from) until \(until)"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): "without end"
    }
  }
}
