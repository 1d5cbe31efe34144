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
  /// Of rows that are left out because they have too many fields or too few; who reads the table tells them with what else is wrong.
  package let mistakes: [Diagnostic]

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
    var mistakes: [Diagnostic] = []
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
        mistakes +=
          mistake(
            line,
            "this row has \(cells.count) field\(cells.count == 1 ? "" : "s"), the first line has \(columns.count)"
          ).all
        continue
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
    (columns, self.rows, self.mistakes) = (header, rows, mistakes)
  }

  /// Where each column is, of which any of its names may stand; else mistakes that name those there are.
  package func places(of columns: [String]...) throws(Mistakes) -> [Int] {
    let absent = columns.compactMap { missing($0) }
    guard absent.isEmpty else { throw Mistakes(first: absent + mistakes) }
    return columns.compactMap { names in self.columns.firstIndex(where: names.contains) }
  }

  /// That no column has one of these names; nil if one has.
  func missing(_ names: [String]) -> Diagnostic? {
    guard !columns.contains(where: names.contains) else { return nil }
    let wanted = names.map { "`\($0)`" }.joined(separator: " or ")
    let near = columns.compactMap { column in nearest(to: column, among: names).map { (column, $0) } }.first
    return Diagnostic(
      .csv, at: Location(file: file, line: 1), "there is no column \(wanted)",
      suggestion: near.map { "rename `\($0.0)` to `\($0.1)`" }
        ?? "the columns are \(columns.map { "`\($0)`" }.joined(separator: ", "))")
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

/// What a cell has instead of what it should have.
func cellComplaint(_ column: String, _ text: String, _ wanted: String) -> String {
  text.isEmpty ? "`\(column)` is empty" : "`\(column)` is `\(text)`, \(wanted)"
}

extension Mistakes {
  /// The first of them in the order of the file, and how many more there are.
  init(first mistakes: [Diagnostic]) {
    let all = mistakes.inFileOrder
    let told = Array(all.prefix(CSVTable.mostMistakes))
    guard told.count < all.count else {
      self.init(told)
      return
    }
    let more = all.count - told.count
    self.init(
      told + [
        Diagnostic(
          .csv, at: all[told.count].location,
          "\(more) more mistake\(more == 1 ? " is" : "s are") not shown", severity: .note)
      ])
  }
}

extension Diagnostic.Code { package static let csv = Self(rawValue: "csv.form") }
