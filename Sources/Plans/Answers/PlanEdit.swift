package import Diagnostics
package import FEEL

/// Writes answers into the text of a plan, in YAML or JSON, and leaves everything else as it stands: order, remarks, blanks.
package struct PlanEdit {
  private let bytes: [UInt8]
  private let isJSON: Bool
  /// Figures that do not count on it may be answered anew.
  private let day: CalendarDate?
  /// Where each line begins; one more at the end.
  private let starts: [Int]
  /// The end of a line as the plan has it.
  private let lineEnd: String
  /// Whether lines are put before remarks and blank lines at the end of a map; these may be text of a literal.
  private var passesRemarks = true
  private var edits: [Edit] = []
  private var mistakes: [Diagnostic] = []

  private struct Edit {
    var offset: Int
    /// Bytes that it takes the place of.
    var removed = 0
    var text: String
  }

  private init(_ bytes: [UInt8], isJSON: Bool, on day: CalendarDate?) {
    self.bytes = bytes
    self.isJSON = isJSON
    self.day = day
    lineEnd = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false ? "\r\n" : "\n"
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The plan with the answers. All mistakes at once: facts that are stated already and differ (but for targets and figures that are over on
  /// the day, which leave the fact open), rows that there are not. A text in which no
  /// place was found is a mistake too: what is written is read again and held against what was meant.
  package static func answered(
    _ bytes: [UInt8], named name: String, by answers: AnswerSheet, on day: CalendarDate? = nil
  ) throws(Mistakes) -> [UInt8] {
    let format = Node.Format(ofFile: name) ?? Node.Format(of: bytes)
    guard format != .xml else {
      throw Mistakes([
        Diagnostic(
          .format, at: Location(file: name, line: 1), "answers cannot be written into a plan in XML",
          suggestion: "keep the plan in YAML or JSON, or write them in by hand")
      ])
    }
    let plan = try Node(reading: bytes, named: name, format: format)
    var edit = PlanEdit(bytes, isJSON: format == .json, on: day)
    plan.compare(with: answers.changes, at: "") { path, old, new in
      guard !old.isSpent(on: day) else { return }
      edit.mistakes.append(
        Diagnostic(
          .differs, at: new.location,
          "`\(path)` is stated as `\(old.shown)` already (\(old.location.file):\(old.location.line))",
          suggestion: "change it there, or take the answer away"))
    }
    edit.checkRows(plan, answers)
    guard edit.mistakes.isEmpty else { throw Mistakes(edit.mistakes) }
    let changes = edit.changes(of: plan, by: answers)
    let wanted = plan.merged(with: changes)
    for passesRemarks in [true, false] {
      (edit.edits, edit.passesRemarks) = ([], passesRemarks)
      edit.change(plan, to: changes, until: edit.starts.count, depth: 0)
      let made = edit.applied()
      if let read = try? Node(reading: made, named: name, format: format), read.isSame(as: wanted) {
        return made
      }
    }
    throw Mistakes([
      Diagnostic(
        .place, at: Location(file: name, line: 1),
        "no place for the answers was found in this text",
        suggestion: "write its collections with one key a line, or add: \(answers.changes.shown)")
    ])
  }

  /// Whoever answers a collection that has rows with an empty list says that there are no others: it is complete.
  private func changes(of plan: Node, by answers: AnswerSheet) -> Node {
    guard case .map(var entries, let location) = answers.changes else { return answers.changes }
    var added: [Node] = []
    let before = plan["complete"]?.items ?? []
    for entry in answers.closed {
      let isEmpty = [plan, answers.changes].allSatisfy { $0[entry.key]?.items?.isEmpty ?? true }
      if isEmpty {
        let isStated = plan[entry.key] != nil || entries.contains { $0.key == entry.key }
        if !isStated { entries.append(entry) }
      } else if !(before + added).contains(where: { $0.text == entry.key }) {
        added.append(.scalar(Node.Scalar(entry.key, isText: true, at: entry.location)))
      }
    }
    if !added.isEmpty {
      // As `insert` writes it: after the bracket, or as lines at the end.
      let isFlow = plan["complete"].map { opens(at: offset(of: $0.location)) } ?? true
      let answered = entries.firstIndex { $0.key == "complete" }
      let own = answered.flatMap { entries[$0].value.items } ?? []
      let new = own + added.filter { each in !own.contains { $0.text == each.text } }
      let all = Node.list(isFlow ? new + before : before + new, location)
      if let answered {
        entries[answered].value = all
      } else {
        entries.append(Node.Entry("complete", at: location, all))
      }
    }
    return .map(entries, location)
  }

  /// Whether a bracket or a brace stands there.
  private func opens(at offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "["))
  }

  /// A row that is only answered about must be there: a mistyped id would become a row of its own. Controls need none before.
  private mutating func checkRows(_ plan: Node, _ answers: AnswerSheet) {
    for row in answers.rows where row.collection != "controls" {
      let known = ((plan[row.collection]?.items ?? []) + (answers.changes[row.collection]?.items ?? []))
        .filter { $0.location != row.location }.compactMap(\.rowKey)
      if known.contains(row.id) { continue }
      mistakes.append(
        Diagnostic(
          .noRow, at: row.location, "the plan has no `\(row.collection)[\(row.id)]`",
          suggestion: didYouMean(row.id, among: known)))
    }
  }

  /// `until`: the line after the last of the node, from 0.
  private mutating func change(_ old: Node, to new: Node, until: Int, depth: Int) {
    switch (old, new) {
    case (.map(_, let location), _) where old.isSpent(on: day) && !old.isSame(as: new):
      guard let end = end(ofBracesAt: offset(of: location)) else { return }
      let start = offset(of: location)
      edits.append(Edit(offset: start, removed: end - start, text: new.flow(isJSON: isJSON)))
    case (.scalar(let scalar), _) where scalar.isNull:
      let text = new.flow(isJSON: isJSON)
      let place = offset(of: scalar.location)
      let isAfterColon = scalar.text.isEmpty && place > 0 && bytes[place - 1] == UInt8(ascii: ":")
      edits.append(
        Edit(offset: place, removed: scalar.text.utf8.count, text: isAfterColon ? " " + text : text))
    case (.map(let entries, let location), .map(let wanted, _)):
      for (index, entry) in entries.enumerated() {
        guard let change = wanted.first(where: { $0.key == entry.key }) else { continue }
        let next = index + 1 < entries.count ? entries[index + 1].location.line - 1 : until
        self.change(entry.value, to: change.value, until: next, depth: depth + 1)
      }
      let added = wanted.filter { each in !entries.contains { $0.key == each.key } }
      guard !added.isEmpty else { return }
      let texts = added.map { "\(Node.key($0.key, isJSON: isJSON)): \($0.value.flow(isJSON: isJSON))" }
      insert(
        texts, at: location, column: entries.first?.location.column ?? 1, until: until,
        before: entries.count > 1 ? entries[1].location : nil, isEmpty: entries.isEmpty)
    case (.list(let rows, let location), .list(let wanted, _)) where depth == 1:
      for (index, row) in rows.enumerated() {
        guard let change = wanted.first(where: { $0.name == row.name }) else { continue }
        let next = index + 1 < rows.count ? rows[index + 1].location.line - 1 : until
        self.change(row, to: change, until: next, depth: 2)
      }
      let added = wanted.filter { each in !rows.contains { $0.name == each.name } }
      guard !added.isEmpty else { return }
      let isFlow = opens(at: offset(of: location))
      let texts = added.map { (isFlow ? "" : "- ") + $0.flow(isJSON: isJSON) }
      insert(
        texts, at: location, column: location.column, until: until, before: nil, isEmpty: rows.isEmpty)
    default: return
    }
  }

  /// New entries of a map or rows of a list: after the bracket that opens it, or as lines at its end. `before`: the second entry.
  private mutating func insert(
    _ texts: [String], at location: Location, column: Int, until: Int, before second: Location?, isEmpty: Bool
  ) {
    let start = offset(of: location)
    let isFlow = opens(at: start)
    if isFlow {
      let joined = texts.joined(separator: ", ")
      // On another line, a remark of its own may stand before it.
      if let second, second.line == location.line {
        edits.append(Edit(offset: offset(of: second), text: joined + ", "))
      } else {
        let isOpen = start + 1 < bytes.count && [0x20, 0x0A, 0x0D].contains(bytes[start + 1])
        edits.append(
          Edit(
            offset: start + 1,
            text: (isOpen ? " " : "") + joined + (isEmpty ? "" : ",")
              + (isEmpty || isOpen ? "" : " ")))
      }
      return
    }
    // Remarks and blank lines before the next entry belong to that one.
    var line = min(until, starts.count)
    while passesRemarks, line > location.line, isBlank(line - 1) { line -= 1 }
    let indent = String(repeating: " ", count: column - 1)
    let place = line < starts.count ? starts[line] : bytes.count
    let isCut = place == bytes.count && bytes.last != 0x0A
    edits.append(
      Edit(offset: place, text: (isCut ? lineEnd : "") + texts.map { indent + $0 + lineEnd }.joined()))
  }

  /// After the brace that closes the one at a place; nil: none opens there, or quotes hide where it closes.
  private func end(ofBracesAt start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      // A remark would be lost with the braces.
      case UInt8(ascii: "#"): return nil
      case UInt8(ascii: "'"), UInt8(ascii: "\""): if !isJSON { return nil }
      default: break
      }
    }
    return nil
  }

  /// Nothing but a remark, from 0.
  private func isBlank(_ line: Int) -> Bool {
    let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    guard starts[line] < end else { return true }
    return bytes[starts[line]..<end].first { $0 > 0x20 }.map { $0 == UInt8(ascii: "#") } ?? true
  }

  private func offset(of location: Location) -> Int {
    min(starts[min(location.line, starts.count) - 1] + location.column - 1, bytes.count)
  }

  /// From the last to the first, so that places stay where they are; what goes to one place keeps its order.
  private func applied() -> [UInt8] {
    var result = bytes
    for edit in edits.enumerated().sorted(by: {
      ($0.element.offset, $0.offset) > ($1.element.offset, $1.offset)
    }).map(\.element) {
      result.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: Array(edit.text.utf8))
    }
    return result
  }
}

extension Node {
  /// What names a row, or a word of a list.
  fileprivate var name: String? { rowKey ?? text }
}

extension Diagnostic.Code {
  fileprivate static let format = Self(rawValue: "answers.format")
  fileprivate static let noRow = Self(rawValue: "answers.no-row")
  fileprivate static let place = Self(rawValue: "answers.no-place")
}
