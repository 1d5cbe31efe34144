import Archive
import Facts

/// What all findings of one provision share. A class, because thousands of findings point to it.
package final class Rule: Sendable {
  package let pack: String
  /// As written; from a compiled library it is read when it is first asked for.
  private let written: Late<Provision>
  package var provision: Provision { written.value }
  /// Of the provision, here so that reading one of them does not read or copy it all.
  package let id: String
  package let modality: Provision.Modality
  package let period: Period
  package let confidence: Confidence
  package let releases: [String]
  /// What it demands of data; `place` if it has a rule of place.
  package let demands: [String]
  /// All versions of the tiers that it names.
  package var sanctions: [Sanction] { tierNames.flatMap { id in tiers.filter { $0.id == id } } }
  private let tierNames: [String]
  private let tiers: [Sanction]
  /// Of the worst harm; medium where none is declared.
  package let severity: Severity
  /// A gap must be closed before entry.
  package let blocksEntry: Bool
  /// The text was not read or the facts of law are uncertain: check before relying on it.
  package let verify: Bool
  /// Conditions of the requirement that cite a law of their own.
  package let hasInnerCitations: Bool

  /// Severity, whether it blocks entry and whether it is to be verified follow from harm, modality and confidence unless they
  /// are given.
  package init(
    _ provision: Provision, of pack: String, sanctions: [Sanction], severity: Severity? = nil,
    blocksEntry: Bool? = nil, verify: Bool? = nil
  ) {
    self.pack = pack
    written = Late(made: provision)
    id = provision.id
    modality = provision.modality
    period = provision.period
    confidence = provision.confidence
    releases = provision.releases
    demands = provision.demands + (provision.residencies.isEmpty ? [] : [ConflictKind.place])
    tierNames = provision.sanctions
    tiers = sanctions
    let severity = severity ?? provision.severity
    self.severity = severity
    self.blocksEntry =
      blocksEntry
      ?? (provision.confidence != .low
        && (severity == .critical || (provision.modality == .prohibition && severity >= .high)))
    self.verify = verify ?? (provision.confidence == .low || !provision.textRead)
    hasInnerCitations = provision.requirement?.hasCitations ?? false
  }

  /// `tiers`: all of the pack.
  init(from archive: inout ArchiveReader, of pack: String, tiers: [Sanction]) {
    self.pack = pack
    id = String(from: &archive)
    modality = Provision.Modality(from: &archive)
    period = Period(from: &archive)
    confidence = Confidence(from: &archive)
    releases = [String](from: &archive)
    demands = [String](from: &archive)
    tierNames = [String](from: &archive)
    self.tiers = tiers
    severity = Severity(from: &archive)
    blocksEntry = Bool(from: &archive)
    verify = Bool(from: &archive)
    hasInnerCitations = Bool(from: &archive)
    let part = archive.part()
    written = Late {
      var part = part
      return Provision(from: &part)
    }
  }

  func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(modality)
    archive.write(period)
    archive.write(confidence)
    archive.write(releases)
    archive.write(demands)
    archive.write(provision.sanctions)
    archive.write(severity)
    archive.write(blocksEntry)
    archive.write(verify)
    archive.write(hasInnerCitations)
    archive.writePart { $0.write(provision) }
  }
}

extension Requirement {
  fileprivate var hasCitations: Bool {
    switch self {
    case .condition(_, _, let citations): !citations.isEmpty
    case .control, .permission: false
    case .all(let parts), .any(let parts): parts.contains(where: \.hasCitations)
    }
  }
}

extension Provision {
  fileprivate var severity: Severity {
    harms.map { Severity(score: $0.score) }.max() ?? .medium
  }
}

package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case low, medium, high, critical

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  /// 0 to 3.
  package var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }

  /// Of likelihood × impact (1 to 25): up to 4, 9, 15, above.
  package init(score: Int) {
    self = score <= 4 ? .low : score <= 9 ? .medium : score <= 15 ? .high : .critical
  }
}
