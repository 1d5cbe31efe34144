import Engine
import FEEL
import JSON
import Ledger
import Plans
import Reports
import Rules
import Signing
import Zip

/// A plan as it was judged for a ledger: what is compared with the time before, and everything that it takes to judge it again.
struct Judged {
  let report: Report
  let snapshot: Snapshot
  /// What the plan calls itself, else its file: by this name it is found again.
  let name: String
  private let request: PlanRequest
  private let plan: [UInt8]
  private let waivers: (path: String, bytes: [UInt8])?
  private let profiles: (files: [(path: String, bytes: [UInt8])], names: [String])

  init(_ request: PlanRequest) throws {
    let day = try day(request.asOf)
    try self.init(request, by: request.contents(on: day), on: day)
  }

  /// By a library that was read already.
  init(_ request: PlanRequest, by contents: LibraryContents, on day: CalendarDate) throws {
    var request = request
    let bytes = try request.content ?? read(request.plan)
    request.content = bytes
    if request.asOf == nil { request.instant = now() }
    waivers = try request.waiverFile()
    request.waivers = waivers.map { .given($0.path, $0.bytes) } ?? .none
    let (report, _, plan) = try request.assessed(by: contents, on: day)
    let files = try request.library(contents.library).profileFiles(named: request.profiles)
    profiles = (files.files.map { ($0.path, $0.bytes) }, files.names)
    self.request = request
    self.plan = bytes
    self.report = report
    // A part or a variation of a plan is none that the whole is compared with.
    let limits = [request.scenario.map { "scenario \($0)" }, request.only.map { "only \($0)" }].compactMap(
      \.self)
    name = (plan.name ?? request.plan) + (limits.isEmpty ? "" : " (\(limits.joined(separator: ", ")))")
    for (file, content) in [(request.plan, bytes)] + (waivers.map { [($0.path, $0.bytes)] } ?? [])
      + files.files.map({ ($0.path, $0.bytes) })
    where PrivateKey.looksPresent(in: content) {
      throw Problem("`\(file)` holds a private key, and what a ledger holds stays in it; take it out")
    }
    var snapshot = Snapshot(ResultFile(report))
    (snapshot.plan, snapshot.summary.plan) = (name, name)
    self.snapshot = snapshot
  }

  var outcomes: String { sha256(Array(snapshot.outcomes.utf8)) }

  /// The entry of this assessment.
  func draft(at time: String) -> Draft {
    let text = Array(snapshot.text.utf8)
    let summary = snapshot.summary
    var body: [(String, JSONValue)] = [
      (
        "summary",
        .object([
          ("plan", .string(name)), ("asOf", .string(summary.asOf)), ("decision", .string(summary.decision)),
          ("gaps", .number(summary.gaps)), ("critical", .number(summary.critical)),
          ("unknown", .number(summary.unknown)), ("waived", .number(summary.waived)),
          (
            "readiness",
            .object([
              ("low", .literal("\(summary.readiness.low)")), ("high", .literal("\(summary.readiness.high)")),
            ])
          ),
        ])
      ), ("engine", .string(snapshot.engine)), ("outcomes", .string(outcomes)),
      ("plan", file(request.plan, plan)), ("snapshot", file("snapshot.json", text)),
    ]
    if let waivers { body.append(("waivers", file(waivers.path, waivers.bytes))) }
    if let only = request.only { body.append(("only", .string(only))) }
    if let instant = request.instant { body.append(("instant", .number(instant))) }
    if let scenario = request.scenario { body.append(("scenario", .string(scenario))) }
    if !profiles.names.isEmpty {
      body.append(("profiles", .array(profiles.names.map(JSONValue.string))))
      body.append(("profileFiles", .array(profiles.files.map { file($0.path, $0.bytes) })))
    }
    return Draft(
      kind: .assessment, time: time, body: .object(body),
      contents: [plan, text] + (waivers.map { [$0.bytes] } ?? []) + profiles.files.map(\.bytes))
  }

  private func file(_ name: String, _ bytes: [UInt8]) -> JSONValue {
    .object([("file", .string(name)), ("sha256", .string(sha256(bytes)))])
  }

  /// An entry for every piece of evidence that counts, and for every waiver.
  func others(at time: String) -> [Draft] {
    var drafts: [Draft] = []
    for control in report.assessment.evidence {
      for item in control.items where item.state == .counts || item.sha256 != nil {
        var body: [(String, JSONValue)] = [
          ("plan", .string(name)), ("control", .string(control.control)),
          ("type", .string(item.kind.rawValue)),
        ]
        for (key, value) in [
          ("text", item.title), ("file", item.file), ("sha256", item.sha256), ("link", item.link),
          ("statement", item.statement), ("measured", item.measured), ("method", item.method),
          ("role", item.role), ("collected", item.collected?.description),
          ("from", item.covers?.first.description), ("to", item.covers?.last.description),
          ("validUntil", item.validUntil?.description),
        ] {
          if let value { body.append((key, .string(value))) }
        }
        drafts.append(Draft(kind: .evidence, time: time, body: .object(body)))
      }
    }
    for waiver in report.assessment.waivers.map(\.waiver) {
      drafts.append(
        Draft(
          kind: .waiver, time: time,
          body: .object([
            ("plan", .string(name)), ("provision", .string(waiver.provision)),
            ("subject", .string(waiver.subject)), ("reason", .string(waiver.reason)),
            ("owner", .string(waiver.owner)), ("approver", .string(waiver.approver)),
            ("until", .string(waiver.until.description)), ("timeZone", .string(waiver.timeZone)),
          ])))
    }
    return drafts
  }
}
