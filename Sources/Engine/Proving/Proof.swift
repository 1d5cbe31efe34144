package import Diagnostics
package import Rules

/// What can be shown of a pack: how many small mistakes in it its cases would find, which they would not, which verdicts its
/// provisions can have, and what happens at the borders of its numbers and dates.
package struct Proof: Sendable {
  /// A mistake that no case finds.
  package struct Survivor: Sendable {
    package let kind: MutationKind
    package let location: Location
    /// The change, in words.
    package let words: String
    package let killer: Killer
  }

  package enum Killer: Sendable {
    /// A case that would find it.
    case proposed(ProposedCase)
    /// None was found among this many plans.
    case notFound(tried: Int)
  }

  package let pack: String
  package let mutants: Int
  package let survivors: [Survivor]
  package let verdicts: [ProvisionVerdicts]
  package let boundaries: [Boundary]
  /// Cases that do not hold: nothing was proved.
  package let failures: [CaseRun.Failure]

  package var killed: Int { mutants - survivors.count }

  /// How much to look at. The answer is the same for the same limits.
  package struct Limits: Sendable {
    /// Plans that are tried for one provision.
    package var plansPerProvision = 400
    /// Plans that are tried for one mutant beside them.
    package var plansPerMutant = 300
    package init() {}
  }
}

extension Proof {
  /// `onlyScore`: nothing is searched for.
  package init(
    of pack: CompiledPack, _ rulebook: Rulebook, _ files: [CaseFile], limits: Limits = Limits(),
    onlyScore: Bool = false
  ) {
    let docked = Docked(pack, of: rulebook, files)
    let before = pack.earlier.map { Docked($0.law, of: rulebook, files) }
    self.pack = pack.pack.id
    failures = before.flatMap(\.failures) + docked.failures
    guard failures.isEmpty else {
      (mutants, survivors, verdicts, boundaries) = (0, [], [], [])
      return
    }
    let all = pack.mutants(rulebook.vocabulary)
    var open = Set(all.indices.filter { docked.killer(of: all[$0]) == nil })
    var history = AmendmentProof(all, of: pack)
    for (place, law) in before.enumerated() {
      history.take(law, &open)
      history.take(daysBetween: law, place + 1 < before.count ? before[place + 1] : docked, files)
    }
    let alive = open.sorted().map { all[$0] }
    mutants = all.count + history.mutants
    let untold = history.survivors.map {
      Survivor(kind: $0.kind, location: $0.location, words: $0.words, killer: .notFound(tried: 0))
    }
    if onlyScore {
      survivors =
        untold
        + alive.map {
          Survivor(kind: $0.kind, location: $0.location, words: $0.words, killer: .notFound(tried: 0))
        }
      (verdicts, boundaries) = ([], [])
      return
    }
    var search = Search(docked, limits)
    survivors =
      untold
      + alive.map { mutant in
        Survivor(
          kind: mutant.kind, location: mutant.location, words: mutant.words, killer: search.killer(of: mutant)
        )
      }
    verdicts = search.verdicts()
    boundaries = search.boundaries()
  }
}

/// A case, ready to be put into a file, with what tells the mutant from the pack.
package struct ProposedCase: Sendable {
  /// The file whose `base` it rests on.
  package let file: String
  package let yaml: String
  package let provision: String
  package let verdict: String
  /// What the mutant says.
  package let otherwise: String
}

/// Which verdicts a provision can have.
package struct ProvisionVerdicts: Sendable {
  package enum Witness: Sendable {
    /// A case of the pack expects it.
    case expected(String, Location)
    /// A plan that the search found.
    case found(ProposedCase)
    case notFound(tried: Int, reason: String)
  }
  package let provision: String
  package let location: Location
  package let verdicts: [(verdict: String, witness: Witness)]
}

/// The verdicts just below, at and above a number or date.
package struct Boundary: Sendable {
  package struct Point: Sendable {
    package let value: String
    package let verdict: String
  }
  package let provision: String
  package let location: Location
  /// What varies: a fact of the plan, or the day of the law.
  package let fact: String
  package let points: [Point]
  /// The case whose plan was varied.
  package let seed: String
}
