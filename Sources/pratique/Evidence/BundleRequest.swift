import Diagnostics
import Engine
import Evidence
import FEEL
import Plans
import Publishing
import Reports
import Rules
import Signing
import Zip

/// What a bundle is to be made of.
struct BundleRequest {
  var plan: PlanRequest
  var asOf: CalendarDate
  /// Who signs, and on which day the key must count.
  var signer: (key: PrivateKey, day: CalendarDate)?
}

extension BundleRequest {
  /// Reads plan and packs, judges from what will be in the bundle, and puts all of it together.
  func bundle() throws -> Bundle {
    let library = try plan.admission.admit(Library.find(plan.packs)) { asOf }
    let bytes = try plan.content ?? read(plan.plan)
    let format = Node.Format(ofFile: plan.plan) ?? Node.Format(of: bytes)
    let (profiles, names) = try library.profileFiles(named: plan.profiles)
    var head = BundleHead(
      engine: engineVersion, planPath: "plan/plan.\(format.rawValue)", planName: nil, asOf: asOf,
      instant: plan.asOf == nil ? now() : nil,
      signedOn: signer?.day, only: plan.only, scenario: plan.scenario, profiles: names)
    var content = try library.bundled() + profiles
    content.append(ZipFile.Entry(path: head.planPath, bytes: bytes))
    let waivers = try plan.waiverFile()
    let waiverFormat = waivers.map { Node.Format(ofFile: $0.path) ?? Node.Format(of: $0.bytes) }
    let waiverPath = "waivers/waivers.\(waiverFormat?.rawValue ?? "yaml")"
    if let waivers { content.append(ZipFile.Entry(path: waiverPath, bytes: waivers.bytes)) }
    do {
      let derivation = try BundleDerivation(head, content)
      head.planName = derivation.planName
      content += try EvidenceFiles(plan: plan.plan).entries(derivation.evidence)
      content += derivation.results
    } catch let mistakes as Mistakes {
      // They are told of the files as they lie here, not as they would lie in the bundle.
      throw mistakes.renaming(head.planPath, to: plan.plan).renaming(
        waiverPath, to: waivers?.path ?? waiverPath)
    }
    do throws(BundleError) {
      return try Bundle(head, content: content, key: signer?.key)
    } catch {
      throw Problem(error.message)
    }
  }
}

/// The answer, as it follows from a bundle alone, in making one and in checking one.
struct BundleDerivation {
  let results: [ZipFile.Entry]
  let planName: String?
  /// What the plan names as evidence.
  let evidence: [ControlEvidence]

  static let formats: [Format] = [.json, .html, .markdown, .csv]

  /// How the report says it was made: the same wherever it is.
  private static func commandLine(_ head: BundleHead, _ waivers: String?) -> [String] {
    var words = ["pratique", "assess", head.planPath, "--packs", "packs", "--as-of", "\(head.asOf)"]
    if let only = head.only { words += ["--only", only] }
    if let scenario = head.scenario { words += ["--scenario", scenario] }
    if let waivers { words += ["--waivers", waivers] }
    for profile in head.profiles { words += ["--profile", profile] }
    return words
  }

  init(_ head: BundleHead, _ files: [ZipFile.Entry]) throws {
    let library = Library(bundled: files)
    guard let plan = files.first(where: { $0.path == head.planPath }) else {
      throw Problem("the bundle has no `\(head.planPath)`")
    }
    let waivers = files.first { BundlePart(path: $0.path) == .waiver }
    let request = PlanRequest(
      plan: head.planPath, asOf: "\(head.asOf)", only: head.only, scenario: head.scenario,
      waivers: waivers.map { .given($0.path, $0.bytes) } ?? .none, instant: head.instant, content: plan.bytes,
      profiles: head.profiles, wantsMap: true)
    var (report, _, judged) = try request.assessed(
      by: library.contents(), on: head.asOf, commandLine: Self.commandLine(head, waivers?.path))
    report.isBundled = true
    planName = judged.name ?? report.assessment.organization
    evidence = report.assessment.evidence
    results = Self.formats.map { format in
      ZipFile.Entry(path: "results/\(format.fileName)", bytes: Array(format.render(report).utf8))
    }
  }
}

extension Mistakes {
  /// The same about a file that its author knows under another name.
  fileprivate func renaming(_ path: String, to name: String) -> Mistakes {
    Mistakes(
      all.map { mistake in
        guard mistake.location.file == path else { return mistake }
        var location = mistake.location
        location.file = name
        return Diagnostic(
          mistake.code, at: location, mistake.message, suggestion: mistake.suggestion,
          excerpt: mistake.excerpt,
          severity: mistake.severity)
      })
  }
}
