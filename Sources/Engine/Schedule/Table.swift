package import Diagnostics

/// A small table of law or calendar data: comma separated, quoted where needed, the first line names the
/// columns.
package struct Table: Sendable {
  package struct Row: Sendable {
    fileprivate var cells: [String]
    package var location: Location
  }
  private let columns: [String]
  package let rows: [Row]

  /// Reads `source`, which must have exactly these columns.
  package init(_ source: Source, columns: [String]) throws(Mistakes) {
    self.columns = columns
    var mistakes: [Diagnostic] = []
    var rows: [Row] = []
    var line = source.firstLine
    var isHeader = true
    for text in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { line += 1 }
      guard !text.isEmpty else { continue }
      let location = Location(file: source.name, line: line)
      guard let cells = Self.cells(of: text) else {
        mistakes.append(Diagnostic(.table, at: location, "a quoted field ends with a quote before the comma"))
        continue
      }
      if isHeader, cells != columns {
        throw Mistakes([
          Diagnostic(.table, at: location, "the columns are `\(columns.joined(separator: ","))`")
        ])
      } else if !isHeader, cells.count != columns.count {
        mistakes.append(
          Diagnostic(.table, at: location, "a row has \(columns.count) fields, this one has \(cells.count)"))
      } else if !isHeader {
        rows.append(Row(cells: cells, location: location))
      }
      isHeader = false
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.rows = rows
  }

  /// The field of a row; empty if nothing stands there.
  package func field(_ column: String, of row: Row) -> String {
    columns.firstIndex(of: column).map { row.cells[$0] } ?? ""
  }

  /// `a,"b, ""c""",d`; nil if a quote is not closed.
  private static func cells(of line: ArraySlice<UInt8>) -> [String]? {
    guard line.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote inside quotes stands for one.
        if !isQuoted, previous == byte { cell.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      default: cell.append(byte)
      }
      previous = byte
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return isQuoted ? nil : cells
  }
}

extension Diagnostic.Code { static let table = Self(rawValue: "table.form") }
