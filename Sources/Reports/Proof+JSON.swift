import Diagnostics
package import Engine

/// The same as JSON, keys sorted.
package func json(_ proofs: [Proof]) -> String { json(of: ProofFile(proofs)) }

/// The form of the file; a change of it changes the version.
private struct ProofFile: Encodable {
  var version = 1
  var packs: [PackProof]
  var mutants, killed: Int

  init(_ proofs: [Proof]) {
    packs = proofs.map(PackProof.init)
    mutants = proofs.reduce(0) { $0 + $1.mutants }
    killed = proofs.reduce(0) { $0 + $1.killed }
  }

  struct PackProof: Encodable {
    var pack: String
    var mutants, killed: Int
    var survivors: [Survivor]
    var provisions: [Provision]
    var borders: [Border]

    init(_ proof: Proof) {
      pack = proof.pack
      mutants = proof.mutants
      killed = proof.killed
      survivors = proof.survivors.map(Survivor.init)
      provisions = proof.verdicts.map(Provision.init)
      borders = proof.boundaries.map(Border.init)
    }
  }

  struct Survivor: Encodable {
    var kind, file, change: String
    var line, column: Int
    /// Where none was found: how many plans were tried.
    var tried: Int?
    var `case`: Case?

    init(_ survivor: Proof.Survivor) {
      kind = survivor.kind.rawValue
      file = survivor.location.file
      line = survivor.location.line
      column = survivor.location.column
      change = survivor.words
      switch survivor.killer {
      case .proposed(let found): `case` = Case(found)
      case .notFound(let count): tried = count
      }
    }
  }

  struct Case: Encodable {
    var file, yaml, provision, verdict: String
    var otherwise: String?

    init(_ found: ProposedCase) {
      file = found.file
      yaml = found.yaml
      provision = found.provision
      verdict = found.verdict
      otherwise = found.otherwise
    }
  }

  struct Provision: Encodable {
    struct Verdict: Encodable {
      var verdict: String
      /// `expected` by a case, `found` by the search, or `notFound`.
      var state: String
      var `case`: Case?
      var file, name, reason: String?
      var line, tried: Int?
    }
    var provision, file: String
    var line: Int
    var verdicts: [Verdict]

    init(_ provision: ProvisionVerdicts) {
      self.provision = provision.provision
      file = provision.location.file
      line = provision.location.line
      verdicts = provision.verdicts.map { verdict, witness in
        switch witness {
        case .expected(let name, let location):
          Verdict(
            verdict: verdict, state: "expected", file: location.file, name: name, line: location.line)
        case .found(let found):
          Verdict(verdict: verdict, state: "found", case: Case(found))
        case .notFound(let tried, let reason):
          Verdict(verdict: verdict, state: "notFound", reason: reason, tried: tried)
        }
      }
    }
  }

  struct Border: Encodable {
    struct Point: Encodable { var value, verdict: String }
    var provision, file, fact, seed: String
    var line: Int
    var points: [Point]

    init(_ boundary: Boundary) {
      provision = boundary.provision
      file = boundary.location.file
      line = boundary.location.line
      fact = boundary.fact
      seed = boundary.seed
      points = boundary.points.map { Point(value: $0.value, verdict: $0.verdict) }
    }
  }
}
