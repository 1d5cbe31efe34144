import Diagnostics
import FEEL
import Plans
import Publishing
import Signing

/// Which packs may be used at all: those with a signature that counts, if there is a trust file, and those of the lock, if there is one.
struct Admission {
  /// `--trust` and `--lock`.
  var trust: String?
  var lock: String?
  /// The plan to be judged, beside which the files may lie.
  var plan: String?

  /// The same library, or all reasons why it is refused. `day`: on which keys must count.
  func admit(_ library: Library, on day: () throws -> CalendarDate) throws -> Library {
    let (trust, lock) = (try trustFile(), try lockFile())
    guard trust != nil || lock != nil else { return library }
    var admitted = library
    let contents = try library.allFiles()
    admitted.held = contents
    let inventory = try Inventory(of: contents)
    var signers: [String: String] = [:]
    if let trust {
      signers = try Admission.signers(library.candidates(inventory, contents), trust, on: day())
    }
    if let lock {
      let found = Lock(inventory, signers: signers)
      let differences = lock.differences(from: found, checkedSignatures: trust != nil)
      guard differences.isEmpty else { throw Mistakes(differences) }
    }
    return admitted
  }

  /// Ids of the keys that vouch, by the packs that they vouch for.
  static func signers(
    _ candidates: [Candidate], _ trust: Trust, on day: CalendarDate
  ) throws(Mistakes) -> [String: String] {
    var signers: [String: String] = [:]
    var mistakes: [Diagnostic] = []
    for candidate in candidates {
      if trust.acceptsShipped, candidate.isShipped { continue }
      do throws(Mistakes) {
        let keys = try candidate.signers(trusted: trust, on: day, running: .own)
        for pack in candidate.packs { signers[pack.id] = keys.first?.key.id }
      } catch {
        mistakes += error.all
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return signers
  }
}

extension Admission {
  /// `--trust`, then PRATIQUE_TRUST, then a file beside the plan, or in the working folder where there is no plan. One inside a folder
  /// of packs is never looked for: packs do not say whom to trust.
  func trustFile() throws -> Trust? { try trustPath().map(Admission.trust) }

  /// The files that decide: plans with the same ones may use the same library.
  func paths() throws -> [String?] { [try trustPath(), lockPath] }

  private func trustPath() throws -> String? {
    if let trust { return trust }
    if let path = environment("PRATIQUE_TRUST"), !path.isEmpty { return path }
    let folder = folder(ofPlan: plan) ?? ""
    let found = ["trust.yaml", "trust.json"].map { folder + $0 }.filter(exists)
    guard found.count < 2 else {
      throw Problem("there are \(found.joined(separator: " and ")); keep one, or name it with --trust")
    }
    return found.first
  }

  static func trust(_ path: String) throws -> Trust {
    try Trust(reading: Node(reading: read(path), named: path), file: path)
  }

  private func lockFile() throws -> Lock? { try lockPath.map { try Lock(reading: read($0), named: $0) } }

  private var lockPath: String? {
    lock ?? folder(ofPlan: plan).map { $0 + Lock.fileName }.flatMap { exists($0) ? $0 : nil }
  }
}

extension Candidate {
  /// Everything in it that decides is, byte for byte, what this program was released with.
  fileprivate var isShipped: Bool {
    let deciding = packs.flatMap { pack in
      pack.files.filter { $0.path.hasSuffix(".dmn") || $0.path.hasSuffix("pack.xml") }.map {
        ("\(pack.folder)/\($0.path)", $0.sha256)
      }
    }
    // Schemas, profiles and workshops are no law: what they change shows.
    let vocabulary = shared.filter { file in
      file.path.hasSuffix(".xml")
        && !["rules/schema/", "rules/profiles/", "rules/workshops.xml"].contains(where: file.path.hasPrefix)
    }
    return (deciding + vocabulary.map { ($0.path, $0.sha256) }).allSatisfy {
      CheckedFiles.contains($0.0, $0.1)
    }
  }
}
