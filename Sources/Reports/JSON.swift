import FoundationEssentials

/// The result as JSON: keys sorted, the same bytes for the same report.
package func json(_ report: Report) -> String { json(of: ResultFile(report)) }

/// Any file of ours as JSON.
func json(of file: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  do {
    return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
  } catch {
    // Only a number that is not finite cannot be written.
    preconditionFailure("the result cannot be written as JSON: \(error)")
  }
}
