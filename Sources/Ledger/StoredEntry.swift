import JSON
import Signing

/// An entry as it lies in the table, before anything in it is believed.
struct StoredEntry: Equatable {
  var number: Int
  var kind: String
  var time: String
  /// A list of SHA-256 as JSON text.
  var contents: String
  /// An object as JSON text.
  var body: String
  var previous: String
  var hash = ""

  /// What the hash is taken over: the line of the export without its last member. The columns need no quoting: a kind is a word,
  /// a time has its form, and the others are JSON already.
  private var start: String {
    #"{"number":\#(number),"kind":"\#(kind)","time":"\#(time)","contents":\#(contents),"body":\#(body),"previous":"\#(previous)""#
  }

  /// SHA-256 as the columns demand it, whatever the row says.
  var hashed: String { sha256(Array((start + "}").utf8)) }

  var line: String { start + #","hash":"\#(hash)"}"# }

  /// As JSON, for the column.
  static func text(of contents: [String]) -> String {
    JSONValue.array(contents.map { .string($0) }).compactText
  }
}

extension Entry {
  /// Nil for what no writer writes; `Fault`s say what is wrong with it.
  init?(_ row: StoredEntry) {
    guard row.faults.isEmpty, let kind = Kind(rawValue: row.kind), let body = row.bodyValue,
      let contents = row.contentNames
    else { return nil }
    self.init(
      number: row.number, kind: kind, time: row.time, contents: contents, body: body, previous: row.previous)
    guard hash == row.hash else { return nil }
  }
}
