/// The text of an element cut into lines where its author cut it, each run of other white space one space.
struct TextLines {
  struct Line {
    /// Spaces before it, beyond those of the line that stands farthest left.
    var indent: Int
    var text: String
  }

  private enum State { case plain, literal, note, remark }

  /// Escaped, without empty lines.
  private(set) var all: [Line] = []
  /// On the line of its start tag.
  var isOneLine: Bool { all.count == 1 && !startsBelow }
  private let isCode: Bool
  private var startsBelow = false
  private var line = ""
  /// White space seen since the last word, and whether a line began in it.
  private var spaces = 0
  private var isNew = false
  private var indent = 0
  private var state = State.plain
  private var isEscaped = false

  /// nil: a string literal does not end, so nobody knows which white space counts; or there are elements among the text.
  init?(_ content: [Markup], isCode: Bool) {
    self.isCode = isCode
    for piece in content {
      switch piece {
      case .text(let text): add(text)
      case .comment(let comment): append("<!--\(comment)-->")
      case .instruction(let instruction): append("<?\(instruction)?>")
      case .element: return nil
      }
    }
    cut()
    if state == .literal { return nil }
    let left = all.lazy.map(\.indent).filter { $0 != .max }.min() ?? 0
    for index in all.indices { all[index].indent = all[index].indent == .max ? 0 : all[index].indent - left }
  }

  private mutating func add(_ text: String) {
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if state == .literal {
        append(scalar)
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else if scalar == "\"" {
          state = .plain
        }
      } else if scalar == "\n" {
        if all.isEmpty, line.isEmpty { startsBelow = true }
        cut()
        isNew = true
      } else if scalar == " " || ("\t"..."\r").contains(scalar) {
        spaces += scalar == "\t" ? 2 : 1
      } else {
        append(scalar)
        follow(scalar, previous: previous)
      }
      previous = scalar
    }
  }

  /// In code, a quotation mark begins a literal, unless it stands in a note (to the end of the line) or a remark (to its end mark).
  private mutating func follow(_ scalar: Unicode.Scalar, previous: Unicode.Scalar?) {
    guard isCode else { return }
    switch (state, previous, scalar) {
    case (.plain, _, "\""): state = .literal
    case (.plain, "/", "/"): state = .note
    case (.plain, "/", "*"): state = .remark
    case (.remark, "*", "/"): state = .plain
    default: break
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&", "<", "\r": append(escaped(text: String(scalar)))
    case ">" where spaces == 0 && line.hasSuffix("]]"): append("&gt;")
    default:
      append("")
      line.unicodeScalars.append(scalar)
    }
  }

  private mutating func append(_ piece: String) {
    if line.isEmpty {
      // Where the first line begins behind its tag, nobody knows how far left it stands.
      indent = isNew ? spaces : .max
    } else if spaces > 0 {
      line += " "
    }
    spaces = 0
    line += piece
  }

  private mutating func cut() {
    if !line.isEmpty { all.append(Line(indent: indent, text: line)) }
    line = ""
    spaces = 0
    if state == .note { state = .plain }
  }
}
