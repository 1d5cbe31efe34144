import Diagnostics
import Foundation

@testable import Engine

/// A table that was written from the texts of laws: `Tables/*.csv`, with the plans that it names beside it.
enum LawTable {
  static let folder = Tool.checkout.appending(path: "Tests/CommandTests/Tables")

  /// Its rows by column, with the number of their `line`.
  static func rows(of name: String, _ columns: String) throws -> [[String: String]] {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).csv")))
    let names = columns.split(separator: ",").map(String.init)
    let table = try Table(Source(name: "\(name).csv", bytes: bytes), columns: names)
    return table.rows.map { row in
      let cells = names.map { ($0, table.field($0, of: row)) }
      return Dictionary(uniqueKeysWithValues: cells + [("line", "\(row.location.line)")])
    }
  }
}
