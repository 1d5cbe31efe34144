extension Conformance {
  /// One test case: it passes when all its results do.
  private struct CaseResult {
    var folder: String
    var file: String
    var id: String
    var isPassed: Bool
    var agrees: Bool
    var level: String { Conformance.level(of: folder) }
  }

  private var cases: [CaseResult] {
    var result: [CaseResult] = []
    for verdict in verdicts {
      if let last = result.last, last.file == verdict.file, last.id == verdict.caseID {
        result[result.count - 1].isPassed = last.isPassed && verdict.isPassed
        result[result.count - 1].agrees = last.agrees && verdict.agreesOnError
      } else {
        result.append(
          CaseResult(
            folder: verdict.folder, file: verdict.file, id: verdict.caseID, isPassed: verdict.isPassed,
            agrees: verdict.agreesOnError))
      }
    }
    return result
  }

  package var hasFailures: Bool { verdicts.contains { !$0.isPassed } }

  /// Figures by folder and by level, the failing results, and the sum in the last line.
  package var text: String {
    let cases = cases
    var lines: [String] = []
    for (name, group) in Conformance.grouped(cases, by: \.folder) {
      lines.append(Conformance.line(name, group))
    }
    lines.append("")
    for verdict in verdicts where !verdict.isPassed {
      lines.append(
        "failed \(verdict.folder) \(verdict.caseID) \(verdict.result): expected \(verdict.expected.prefix(200)), got \(verdict.actual.prefix(200))"
          + (verdict.reason.isEmpty ? "" : " (\(verdict.reason))"))
    }
    if hasFailures { lines.append("") }
    for (name, group) in Conformance.grouped(cases, by: \.level) {
      lines.append(Conformance.line(name, group))
    }
    let strict = cases.count { $0.isPassed && $0.agrees }
    lines.append(
      "\(strict) of \(cases.count) also report an error exactly where one is expected")
    let passed = cases.count(where: \.isPassed)
    lines.append("\(passed) passed, \(cases.count - passed) failed")
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ cases: [CaseResult]) -> String {
    let passed = cases.count(where: \.isPassed)
    return "\(passed == cases.count ? "ok    " : "FAILED") \(name): \(passed) of \(cases.count)"
  }

  private static func grouped(_ cases: [CaseResult], by name: (CaseResult) -> String) -> [(
    String, [CaseResult]
  )] {
    var result: [(String, [CaseResult])] = []
    for each in cases {
      if let index = result.firstIndex(where: { $0.0 == name(each) }) {
        result[index].1.append(each)
      } else {
        result.append((name(each), [each]))
      }
    }
    return result
  }

  /// One row for each result of each case.
  package var csv: String {
    let header = [
      "level", "folder", "case", "result", "pass", "error flag agrees", "reason", "expected", "actual",
    ]
    let rows = verdicts.map { verdict in
      [
        Conformance.level(of: verdict.folder), verdict.folder, verdict.caseID, verdict.result,
        verdict.isPassed ? "pass" : "fail", verdict.agreesOnError ? "yes" : "no", verdict.reason,
        verdict.expected, verdict.actual,
      ]
    }
    return ([header] + rows).map { $0.map(Conformance.quoted).joined(separator: ",") }.joined(separator: "\n")
      + "\n"
  }

  /// RFC 4180.
  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// The first folder of the path, `compliance-level-2`.
  fileprivate static func level(of folder: String) -> String {
    folder.split(separator: "/").first.map(String.init) ?? folder
  }
}
