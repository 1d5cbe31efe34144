package import Diagnostics
package import Rules

extension Rulebook {
  /// What loading cannot see: missing case kinds, gaps without a way to close them, harms left out, names never used,
  /// gaps in decision tables.
  package func lint(cases files: [CaseFile]) -> [Diagnostic] {
    packs.flatMap { pack in
      let expected = expectations(of: pack.pack.id, in: files)
      var seen: Set<String> = []
      let provisions = pack.pack.provisions.filter { seen.insert($0.id).inserted }
      return provisions.flatMap { lint($0, expected[$0.id] ?? []) } + unused(in: pack.pack)
        + pack.tableRemarks
    }
  }

  private func expectations(of pack: String, in files: [CaseFile]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for expectation in files.filter({ $0.pack == pack }).flatMap(\.cases).flatMap(\.expectations) {
      result[expectation.provision, default: []].insert(expectation.verdict)
    }
    return result
  }

  private func lint(_ provision: Provision, _ verdicts: Set<String>) -> [Diagnostic] {
    var wanted: [[String]] = [
      ["satisfied"], ["gap", "upcoming"], ["notApplicable"], ["undetermined", "upcoming"],
    ]
    if provision.modality == .permission { wanted = [["allowed"], ["notAllowed"]] }
    var remarks = wanted.filter { verdicts.isDisjoint(with: $0) }.map { missing in
      Diagnostic(
        .missingCase, at: provision.location, "`\(provision.id)` has no case with the verdict \(missing[0])",
        severity: .warning)
    }
    guard provision.modality != .permission else { return remarks }
    if provision.harms.isEmpty {
      remarks.append(
        Diagnostic(
          .missingHarm, at: provision.location, "`\(provision.id)` declares no harm", severity: .warning))
    }
    if provision.remedies.isEmpty, !(provision.requirement?.hasControl ?? false) {
      remarks.append(
        Diagnostic(
          .missingRemedy, at: provision.location, "`\(provision.id)` names no way to close a gap",
          suggestion: "add a <remedy>", severity: .warning))
    }
    return remarks
  }

  /// Parameters, conclusions and sanction tiers that no condition or provision uses.
  private func unused(in pack: Pack) -> [Diagnostic] {
    let text = pack.expressions.joined(separator: "\n")
    let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    let names = pack.parameters.map(\.name) + pack.definitions.map(\.name)
    var remarks = names.filter { !words.contains($0) }.map { name in
      Diagnostic(
        .unused, at: Location(file: pack.file, line: 1), "`\(name)` is never used", severity: .warning)
    }
    let tiers = Set(pack.provisions.flatMap(\.sanctions))
    remarks += pack.sanctions.filter { !tiers.contains($0.id) }.map { tier in
      Diagnostic(
        .unused, at: Location(file: pack.file, line: 1), "the sanction `\(tier.id)` is never used",
        severity: .warning)
    }
    return remarks
  }
}

extension Requirement {
  fileprivate var hasControl: Bool {
    switch self {
    case .control: true
    case .condition, .permission: false
    case .all(let parts), .any(let parts): parts.contains(where: \.hasControl)
    }
  }

  fileprivate var expressions: [String] {
    switch self {
    case .condition(let source, _, _): [String(decoding: source.bytes, as: UTF8.self)]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.expressions)
    }
  }
}

extension Pack {
  fileprivate var expressions: [String] {
    let sources =
      definitions.flatMap(\.expressions) + scopes.map(\.expression) + provisions.compactMap(\.applies)
      + provisions.flatMap { $0.exceptions.map(\.expression) + $0.readings.compactMap(\.applies) }
    return sources.map { String(decoding: $0.bytes, as: UTF8.self) }
      + provisions.flatMap {
        ($0.requirement?.expressions ?? []) + $0.readings.flatMap { $0.requirement?.expressions ?? [] }
      }
  }
}

extension Diagnostic.Code {
  static let missingCase = Self(rawValue: "lint.missing-case")
  static let missingHarm = Self(rawValue: "lint.missing-harm")
  static let missingRemedy = Self(rawValue: "lint.missing-remedy")
  static let unused = Self(rawValue: "lint.unused")
}
