package import Diagnostics
package import Facts
import YAML

/// What somebody answered to the questions of a worksheet: changes of a plan that say what it did not say.
package struct AnswerSheet: Sendable {
  /// As a plan states them: maps by key, rows with their key.
  package var changes: Node
  /// Collections that were answered with an empty list: they have no rows, or none besides those that the plan has.
  var closed: [Node.Entry] = []
  /// Rows that facts were answered of, by name, each once: the plan must have them.
  var rows: [(collection: String, id: String, location: Location)] = []
  /// How many facts were answered, and how many lines were left open.
  package var answered: Int
  package var open: Int
  /// What is wrong with them, beside those that could be read.
  package var mistakes: [Diagnostic]

  /// Answers of one file, at most.
  package static let limit = 2_000
}

extension AnswerSheet {
  /// Reads a file of answers: YAML whose keys are facts as questions and reports name them (`systems[assistant].autoRollback: true`), or
  /// parts of a plan. In a page of Markdown it is what stands between "```yaml" and "```". What has no value was not answered.
  package init(reading bytes: [UInt8], named name: String, vocabulary: Vocabulary) throws(Mistakes) {
    let isPage = [".md", ".markdown"].contains { name.lowercased().hasSuffix($0) }
    let source = Source(name: name, bytes: isPage ? Self.blocks(of: bytes) : bytes)
    let hasText = source.bytes.split(separator: 0x0A).contains { line in
      line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
    }
    guard hasText else {
      throw Mistakes([
        Diagnostic(
          .noAnswers, at: Location(file: name, line: 1), "there are no answers in it",
          suggestion: isPage ? "answers stand between ```yaml and ```" : nil)
      ])
    }
    do throws(Mistakes) {
      let node = try YAML.parse(source.bytes, named: name)
      var reader = AnswerReader(vocabulary: vocabulary)
      self = try reader.answers(node)
    } catch {
      throw Mistakes(error.all.map { $0.withExcerpt(of: source) })
    }
  }

  /// The page with every line outside its blocks of YAML made empty, so that lines keep their numbers.
  private static func blocks(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInside = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.drop { $0 == 0x20 }
      let isFence = text.starts(with: Array("```".utf8))
      if isFence {
        isInside = !isInside && text.starts(with: Array("```yaml".utf8))
      } else if isInside {
        result += line
      }
      result.append(0x0A)
    }
    return result
  }

  /// Both together; what both answer differently is a mistake of the second.
  package func joined(with other: AnswerSheet) -> AnswerSheet {
    var mistakes = mistakes + other.mistakes
    changes.compare(with: other.changes, at: "") { path, old, new in
      mistakes.append(.taken(path, old, new))
    }
    return AnswerSheet(
      changes: changes.merged(with: other.changes), closed: closed + other.closed,
      answered: answered + other.answered,
      open: open + other.open, mistakes: mistakes)
  }
}

/// Turns facts by name into rows and maps.
private struct AnswerReader {
  let vocabulary: Vocabulary
  var mistakes: [Diagnostic] = []
  var closed: [Node.Entry] = []
  var rows: [(collection: String, id: String, location: Location)] = []
  var answered = 0
  var open = 0

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func answers(_ node: Node) throws(Mistakes) -> AnswerSheet {
    guard let entries = node.entries else {
      throw Mistakes([
        Diagnostic(
          .noAnswers, at: node.location, "answers are a map",
          suggestion: "write a fact, a colon and its value: `organization.employees: 120`")
      ])
    }
    // Each is looked for among the others.
    guard entries.count <= AnswerSheet.limit else {
      throw Mistakes([
        Diagnostic(
          .tooMany, at: entries[AnswerSheet.limit].location,
          "a file has at most \(AnswerSheet.limit) answers, this one \(entries.count)",
          suggestion: "take them in several files, or write them into the plan")
      ])
    }
    var changes = Node.map([], node.location)
    for entry in entries {
      guard !entry.value.isNull else {
        open += 1
        continue
      }
      let isCollection = vocabulary.kinds.contains { $0.collection == entry.key && !$0.isDerived }
      if isCollection, entry.value.items?.isEmpty == true {
        answered += 1
        closed.append(entry)
        continue
      }
      guard let change = change(entry) else { continue }
      answered += 1
      let isNew = mistakes.count
      changes.compare(with: change, at: "") { path, old, new in mistakes.append(.taken(path, old, new)) }
      if mistakes.count == isNew { changes = changes.merged(with: change) }
    }
    return AnswerSheet(
      changes: changes, closed: closed, rows: rows, answered: answered, open: open, mistakes: mistakes)
  }

  /// `systems[assistant].notice.plain` as a plan with that one fact.
  private mutating func change(_ entry: Node.Entry) -> Node? {
    let key = entry.key
    let end = key.firstIndex { $0 == "[" || $0 == "." } ?? key.endIndex
    let root = String(key[..<end])
    func map(_ key: String, _ value: Node) -> Node {
      .map([Node.Entry(key, at: entry.location, value)], entry.location)
    }
    func nested(_ way: Substring) -> Node {
      way.split(separator: ".").reversed().reduce(entry.value) { map(String($1), $0) }
    }
    guard end < key.endIndex else { return map(root, entry.value) }
    let known = vocabulary.kinds.filter { !$0.isDerived }
    if key[end] == "." {
      guard known.contains(where: { $0.isSingleton && $0.name == root }) else {
        let isCollection = known.contains { $0.collection == root }
        let names = known.filter(\.isSingleton).map(\.name)
        return complain(
          entry, "`\(root)` is no part of a plan that states facts itself",
          isCollection
            ? "say of which: `\(root)[…]\(key[end...])`" : didYouMean(root, among: names))
      }
      return map(root, nested(key[key.index(after: end)...]))
    }
    guard let kind = known.first(where: { $0.collection == root }) else {
      return complain(
        entry, "there is no collection `\(root)`", didYouMean(root, among: known.compactMap(\.collection)))
    }
    guard let close = key[end...].firstIndex(of: "]"), key.index(after: end) < close,
      key[close...].hasPrefix("]."), key[close...].count > 2
    else {
      return complain(entry, "`\(key)` names no fact", "write it like `\(root)[id].fact`")
    }
    let row = Node.Scalar(
      String(key[key.index(after: end)..<close]), isText: true, at: entry.location)
    guard case .map(let facts, _) = nested(key[close...].dropFirst(2)) else { return nil }
    if !rows.contains(where: { $0.collection == root && $0.id == row.text }) {
      rows.append((root, row.text, entry.location))
    }
    let entries = [Node.Entry(kind.key ?? "id", at: entry.location, .scalar(row))] + facts
    return map(root, .list([.map(entries, entry.location)], entry.location))
  }

  private mutating func complain(_ entry: Node.Entry, _ message: String, _ suggestion: String?) -> Node? {
    mistakes.append(Diagnostic(.noFact, at: entry.location, message, suggestion: suggestion))
    return nil
  }
}

extension Diagnostic {
  /// Two answers to one question.
  fileprivate static func taken(_ path: String, _ old: Node, _ new: Node) -> Diagnostic {
    Diagnostic(
      .differs, at: new.location,
      "`\(path)` is answered as `\(old.shown)` in \(old.location.file), line \(old.location.line)",
      suggestion: "keep one of the answers")
  }
}

extension Diagnostic.Code {
  static let differs = Self(rawValue: "answers.differs")
  fileprivate static let noAnswers = Self(rawValue: "answers.none")
  fileprivate static let tooMany = Self(rawValue: "answers.too-many")
  fileprivate static let noFact = Self(rawValue: "answers.no-fact")
}
