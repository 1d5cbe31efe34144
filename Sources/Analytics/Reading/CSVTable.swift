package import Diagnostics

/// A table as it stands in a CSV file (RFC 4180): the first line names the columns, and each row knows its line.
package struct CSVTable: Sendable {
  package struct Row: Sendable {
    package var cells: [String]
    package var line: Int
  }
  package let file: String
  package let columns: [String]
  package let rows: [Row]

  /// How large a table may be.
  package struct Limits: Sendable {
    package var bytes = 64 << 20
    package var rows = 1_000_000
    package var columns = 500
    package static let standard = Limits()
    package init() {}
  }

  /// At most so many mistakes are told of one file.
  static let mostMistakes = 20

  package init(_ source: Source, limits: Limits = .standard) throws(Mistakes) {
    file = source.name
    func mistake(_ line: Int, _ message: String) -> Mistakes {
      Mistakes([Diagnostic(.csv, at: Location(file: source.name, line: line), message)])
    }
    guard source.bytes.count <= limits.bytes else {
      throw mistake(1, "the file has more than \(limits.bytes) bytes")
    }
    var scanner = CSVScanner(source.bytes)
    var rows: [Row] = []
    var header: [String]?
    while let (cells, line) = scanner.row() {
      if let fault = scanner.fault { throw mistake(line, fault) }
      // A blank line has no cell.
      guard cells != [""] else { continue }
      guard let columns = header else {
        guard cells.count <= limits.columns else {
          throw mistake(line, "the table has more than \(limits.columns) columns")
        }
        header = cells.map(trimmed)
        continue
      }
      guard cells.count == columns.count else {
        throw mistake(line, "this row has \(cells.count) fields, the first line has \(columns.count)")
      }
      guard rows.count < limits.rows else {
        throw mistake(line, "the table has more than \(limits.rows) rows")
      }
      rows.append(Row(cells: cells.map(trimmed), line: line))
    }
    guard let header else { throw mistake(1, "the file is empty; its first line names the columns") }
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      throw mistake(1, "the column `\(name)` stands twice")
    }
    (columns, self.rows) = (header, rows)
  }

  /// Where a column is; else a mistake that names those there are.
  package func place(of names: String...) throws(Mistakes) -> Int {
    if let place = columns.firstIndex(where: names.contains) { return place }
    let wanted = names.map { "`\($0)`" }.joined(separator: " or ")
    let near = columns.compactMap { column in nearest(to: column, among: names).map { (column, $0) } }.first
    throw Mistakes([
      Diagnostic(
        .csv, at: Location(file: file, line: 1), "there is no column \(wanted)",
        suggestion: near.map { "rename `\($0.0)` to `\($0.1)`" }
          ?? "the columns are \(columns.map { "`\($0)`" }.joined(separator: ", "))")
    ])
  }

  package func location(_ row: Row) -> Location { Location(file: file, line: row.line) }
}

/// Without blanks at either end.
private func trimmed(_ text: String) -> String {
  let blanks: [UInt8] = [0x20, 0x09]
  let bytes = text.utf8.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
  return String(decoding: Array(bytes), as: UTF8.self)
}

/// Takes a CSV file apart row by row; a quoted cell may hold line ends.
private struct CSVScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  /// Why the last row cannot be read.
  private(set) var fault: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func row() -> (cells: [String], line: Int)? {
    guard offset < bytes.count else { return nil }
    let first = line
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard fault == nil, offset < bytes.count else { break }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: ",") { continue }
      line += 1
      break
    }
    return (cells, first)
  }

  /// Up to a comma, a line end or the end.
  private mutating func cell() -> String {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ","), bytes[offset] != 0x0A { offset += 1 }
      let end = offset > start && bytes[offset - 1] == 0x0D ? offset - 1 : offset
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        text.append(byte)
        offset += 1
        continue
      }
      if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
      if offset < bytes.count, bytes[offset] != UInt8(ascii: ","), bytes[offset] != 0x0A {
        fault = "a quoted field ends with a quote before the comma"
      }
      return String(decoding: text, as: UTF8.self)
    }
    fault = "a quoted field is not closed"
    return ""
  }
}

extension Diagnostic.Code { package static let csv = Self(rawValue: "csv.form") }
