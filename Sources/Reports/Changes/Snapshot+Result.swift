extension Snapshot {
  package init(_ result: ResultFile) {
    schemaVersion = Self.schemaVersion
    plan = result.plan.file
    organization = result.plan.organization
    asOf = result.asOf
    engine = result.engine
    packs = result.packs.map { Pack(id: $0.id, edition: $0.edition, sha256: $0.sha256) }
    var facts: [String: String] = [:]
    findings = result.findings.map { finding in
      var names: Set<String> = Set(finding.unknownFacts)
      // How controls stand is said by their state; several rows may state one control.
      names = names.filter { !$0.hasPrefix("controls[") }
      for fact in finding.because.flatMap(\.facts) where !fact.fact.hasPrefix("controls[") {
        names.insert(fact.fact)
        facts[fact.fact] = fact.value
      }
      return Finding(
        id: finding.id, pack: finding.pack, law: finding.citations.map(\.text).joined(separator: "; "),
        title: finding.title, verdict: finding.verdict, severity: finding.severity,
        confidence: finding.confidence, blocksEntry: finding.blocksEntry,
        isPermission: finding.modality == "permission", appliesFrom: finding.appliesFrom,
        appliesUntil: finding.appliesUntil, facts: names.sorted(),
        controls: Dictionary(
          finding.controls.map { ($0.control, $0.assurance) }, uniquingKeysWith: { first, _ in first }))
    }
    self.facts = facts
    waived = (result.waivers ?? []).filter { $0.standing == "inForce" || $0.standing == "unneeded" }.map {
      "\($0.provision)@\($0.subject)"
    }
    deadlines = Self.deadlines(of: result)
    summary = Summary(
      plan: result.plan.file, asOf: result.asOf, decision: result.decision,
      gaps: result.findings.count { $0.verdict == "gap" },
      critical: result.findings.count { $0.verdict == "gap" && $0.severity == "critical" },
      unknown: result.findings.count { $0.verdict == "undetermined" && $0.modality != "permission" },
      waived: result.findings.count { $0.verdict == "waived" }, readiness: result.risk.total.percent)
  }

  /// Dates in ISO form sort as text.
  private static func deadlines(of result: ResultFile) -> [Deadline] {
    var all: Set<Deadline> = []
    func add(_ date: String?, _ kind: Deadline.Kind, _ title: String) {
      if let date, date >= result.asOf { all.insert(Deadline(date: date, kind: kind, title: title)) }
    }
    for date in result.checklist.legalDates { add(date.date, .law, date.title) }
    // Law of other places starts every week; of a plan without markets all of it may matter.
    let packs = Set(result.markets.flatMap(\.packs))
    for law in result.later where packs.isEmpty || packs.contains(law.pack) {
      add(law.from, .law, "\(law.citations.first?.text ?? law.pack): \(law.title)")
    }
    for evidence in result.evidence ?? [] {
      for item in evidence.items where item.state == "counts" {
        add(item.lastDay, .evidence, "\(evidence.control): \(item.title ?? item.file ?? item.kind)")
      }
    }
    for waiver in result.waivers ?? [] where waiver.standing == "inForce" {
      add(waiver.until, .waiver, "\(waiver.provision)@\(waiver.subject)")
    }
    for market in result.markets { add(market.entry, .entry, market.name) }
    return all.sorted { ($0.date, $0.kind.rawValue, $0.title) < ($1.date, $1.kind.rawValue, $1.title) }
  }
}
