import Diagnostics
import Engine
import Evidence
import FEEL
import JSON
import Signing
import Zip

/// What `evidence verify` says of a bundle.
struct BundleVerdict {
  enum Form: String, CaseIterable { case text, json }

  /// How the answer was compared with the one derived again.
  enum Comparison: String {
    case none
    case bytes
    case findings
  }

  let bundle: String
  private(set) var faults: [BundleFault]
  private var comparison = Comparison.none
  private var check: BundleCheck?

  init(bundle: String, faults: [BundleFault]) {
    self.bundle = bundle
    self.faults = faults
  }

  mutating func add(_ check: BundleCheck) {
    self.check = check
    faults += check.faults
  }

  /// Derives the answer again from plan and packs.
  mutating func derive(_ head: BundleHead, _ files: [ZipFile.Entry]) {
    do {
      let again = try BundleDerivation(head, files)
      if again.planName != head.planName {
        fault(BundleManifest.path, "the plan is not called what `\(BundleManifest.path)` says")
      }
      let evidence = Set(again.evidence.flatMap(\.items).compactMap(\.bundlePath))
      let lying = Set(files.map(\.path).filter { BundlePart(path: $0) == .evidence })
      for path in evidence.subtracting(lying).sorted() {
        fault(path, "the plan names evidence that is not here: `\(path)`")
      }
      for path in lying.subtracting(evidence).sorted() {
        fault(path, "`\(path)` is no evidence that the plan names")
      }
      comparison = head.engine == engineVersion ? .bytes : .findings
      let results = files.filter { BundlePart(path: $0.path) == .result }
      faults +=
        comparison == .bytes ? again.differences(from: results) : try again.findingDifferences(from: results)
    } catch let mistakes as Mistakes {
      for mistake in mistakes.all { fault(mistake.location.file, "nothing can be derived: \(mistake.text)") }
    } catch let problem as Problem {
      fault(nil, "nothing can be derived: \(problem.text)")
    } catch {
      fault(nil, "nothing can be derived: \(error)")
    }
  }

  private mutating func fault(_ path: String?, _ message: String) {
    faults.append(BundleFault(.derivation, path, message))
  }

  func render(_ form: Form) -> String {
    switch form {
    case .text: text
    case .json: json.text()
    }
  }

  private var text: String {
    guard faults.isEmpty, let check, let head = check.manifest?.head else {
      return
        (["`\(bundle)` is not right: \(faults.count) \(faults.count == 1 ? "fault" : "faults")"]
        + faults.map { "  \($0.code.rawValue): \(printable($0.message))" }).joined(separator: "\n")
    }
    let signed =
      if let signer = check.signer, let day = head.signedOn {
        "signed by \(printable(signer.name)) (\(signer.key.algorithm.title), \(signer.key.id)) on \(day)"
      } else {
        "not signed: nobody vouches for it"
      }
    let derived =
      comparison == .bytes
      ? "the answer of \(head.asOf), derived again with the same engine (\(head.engine)), is the same byte by byte"
      : "the answer of \(head.asOf) by the engine \(head.engine), derived again with \(engineVersion), has the same decisions, readiness and verdicts; its reports were not compared, word for word only the same engine can"
    return "`\(bundle)` is right\n  \(check.fileCount) files, each as listed\n  \(signed)\n  \(derived)"
  }

  private var json: JSONValue {
    let head = check?.manifest?.head
    var members: [(String, JSONValue)] = [
      ("bundle", .string(bundle)), ("right", .literal(faults.isEmpty ? "true" : "false")),
      ("files", .number(check?.fileCount ?? 0)),
    ]
    if let head { members += [("engine", .string(head.engine)), ("asOf", .string("\(head.asOf)"))] }
    if let day = head?.signedOn { members.append(("signedOn", .string("\(day)"))) }
    if let signer = check?.signer {
      members.append(
        (
          "signer",
          .object([
            ("name", .string(signer.name)), ("id", .string(signer.key.id)),
            ("algorithm", .string(signer.key.algorithm.rawValue)),
          ])
        ))
    }
    members.append(("compared", .string(comparison.rawValue)))
    let list = faults.map { fault in
      JSONValue.object(
        [("code", .string(fault.code.rawValue))] + (fault.path.map { [("path", .string($0))] } ?? [])
          + [("message", .string(fault.message))])
    }
    return .object(members + [("faults", .array(list))])
  }
}

extension BundleDerivation {
  /// Results that are not byte for byte those derived again.
  func differences(from found: [ZipFile.Entry]) -> [BundleFault] {
    var faults: [BundleFault] = []
    for result in results {
      let other = found.first { $0.path == result.path }
      guard other?.bytes != result.bytes else { continue }
      faults.append(
        BundleFault(
          .derivation, result.path,
          other == nil
            ? "`\(result.path)` is missing" : "`\(result.path)` does not follow from the plan and the packs"))
    }
    for other in found where !results.contains(where: { $0.path == other.path }) {
      faults.append(BundleFault(.derivation, other.path, "`\(other.path)` is no result that was derived"))
    }
    return faults
  }

  private static let most = 20

  /// Findings with another verdict, or on one side only.
  func findingDifferences(from found: [ZipFile.Entry]) throws -> [BundleFault] {
    let path = "results/result.json"
    guard let old = found.first(where: { $0.path == path }),
      let new = results.first(where: { $0.path == path })
    else { return [BundleFault(.derivation, path, "`\(path)` is missing")] }
    let (before, after) = (try Self.said(old), try Self.said(new))
    let ids = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
    var faults = ids.prefix(Self.most).map { id in
      BundleFault(
        .derivation, path,
        "`\(id)` was \(before[id] ?? "not there"), and derived again it is \(after[id] ?? "not there")"
      )
    }
    if ids.count > Self.most {
      faults.append(BundleFault(.derivation, path, "\(ids.count - Self.most) more findings are others"))
    }
    return faults
  }

  /// What a result says: the decisions, the readiness, and of each finding verdict, severity and whether it blocks entry. What stands twice is
  /// none of ours.
  private static func said(_ file: ZipFile.Entry) throws -> [String: String] {
    var limits = Node.Limits()
    (limits.bytes, limits.nodes) = (ZipLimits.standard.file, 4_000_000)
    let node = try JSON.parse(file.bytes, named: file.path, limits: limits)
    var said: [String: String] = [:]
    func add(_ name: String, _ parts: [Node?]) {
      let text = parts.map { $0?.text ?? "none" }.joined(separator: " ")
      said[name] = said[name].map { "\($0), and again \(text)" } ?? text
    }
    add("decision", [node["decision"]])
    let readiness = node["risk"]?["total"]?["percent"]
    add("readiness", [readiness?["low"], readiness?["high"]])
    for market in node["markets"]?.items ?? [] {
      add("decision for \(market["country"]?.text ?? "a market")", [market["decision"]])
    }
    for finding in node["findings"]?.items ?? [] {
      add(finding["id"]?.text ?? "none", [finding["verdict"], finding["severity"], finding["blocksEntry"]])
    }
    return said
  }
}
