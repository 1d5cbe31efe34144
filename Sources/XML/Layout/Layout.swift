package import Diagnostics

/// The canonical layout of a document: two spaces per level, an element on its own line unless its author put it on the line of its
/// parent, every comment kept. The author's are the order of attributes, single blank lines between elements, and where text begins
/// a new line; all other white space is decided here.
package struct Layout: Sendable {
  /// Names of the elements whose text is code: in it, string literals stay as they are.
  let code: Set<String>
  /// Longer lines hold one element only.
  static let width = 240

  package init(code: Set<String>) { self.code = code }

  /// The document in its layout, as UTF-8. Formatting the result again changes nothing. Throws the mistakes of a document that
  /// cannot be read.
  package func formatted(
    _ bytes: [UInt8], named name: String, limits: Limits = .standard
  ) throws(Mistakes) -> [UInt8] {
    var page = Page(code: code)
    page.lay(try MarkupReader.read(bytes, named: name, limits: limits))
    return page.bytes
  }
}

/// The lines written so far.
private struct Page {
  let code: Set<String>
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  var level = 0
  var bytes: [UInt8] { Array(text.utf8) + [0x0A] }
  private var indentation: String { String(repeating: "  ", count: level) }

  init(code: Set<String>) { self.code = code }

  /// Pieces one below another; a comment that stood behind an element stays there.
  mutating func lay(_ content: [Markup]) {
    var breaks = 0
    var isBehindElement = false
    var isFirst = true
    for piece in content {
      if case .text(let blank) = piece {
        breaks = blank.utf8.count { $0 == 0x0A }
        continue
      }
      if case .comment(let comment) = piece, breaks == 0, isBehindElement {
        text += " " + written(comment)
      } else {
        if breaks > 1, !isFirst { text += "\n" }
        text += "\n" + indentation
        lay(piece)
      }
      breaks = 0
      isFirst = false
      isBehindElement = piece.isElement
    }
  }

  private mutating func lay(_ piece: Markup) {
    switch piece {
    case .element(let tag, let content): lay(tag, content)
    case .comment(let comment): text += written(comment)
    case .instruction(let instruction): text += "<?\(instruction)?>"
    case .text: break
    }
  }

  private mutating func lay(_ tag: Markup.StartTag, _ content: [Markup]) {
    text += start(tag)
    let end = "</\(tag.name)>"
    if content.allSatisfy(\.isBlank) {
      text += "/>"
    } else if let line = line(content), level * 2 + start(tag).count + line.count + end.count < Layout.width {
      text += ">" + line + end
    } else if content.allSatisfy({ if case .text = $0 { $0.isBlank } else { true } }) {
      text += ">"
      level += 1
      lay(content)
      level -= 1
      text += "\n" + indentation + end
    } else if !content.contains(where: \.isElement),
      let lines = TextLines(content, isCode: code.contains(tag.name))
    {
      lay(lines, in: tag.name)
    } else {
      text += ">" + content.map(raw).joined() + end
    }
  }

  /// Elements that their author put on one line.
  private func line(_ content: [Markup]) -> String? {
    var result = ""
    for piece in content {
      switch piece {
      case .element(let tag, let content):
        let isShort = TextLines(content, isCode: code.contains(tag.name)).map {
          $0.isOneLine || $0.all.isEmpty
        }
        guard isShort == true || line(content) != nil else { return nil }
        var page = Page(code: code)
        page.text = ""
        page.lay(tag, content)
        result += page.text
      case .text(let text): guard piece.isBlank, !text.utf8.contains(0x0A) else { return nil }
      case .comment, .instruction: return nil
      }
    }
    return result
  }

  private mutating func lay(_ lines: TextLines, in name: String) {
    if lines.isOneLine {
      text += ">" + lines.all.map(\.text).joined() + "</\(name)>"
      return
    }
    level += 1
    text += ">"
    for line in lines.all {
      text += "\n" + indentation + String(repeating: " ", count: line.indent) + line.text
    }
    level -= 1
    text += "\n" + indentation + "</\(name)>"
  }

  /// Without its `>`.
  private func start(_ tag: Markup.StartTag) -> String {
    "<\(tag.name)" + tag.attributes.map { " \($0.name)=\"\(escaped(attribute: $0.value))\"" }.joined()
  }

  /// Text among elements: any change of its white space would change it.
  private func raw(_ piece: Markup) -> String {
    switch piece {
    case .text(let text): escaped(text: text)
    case .comment(let comment): "<!--\(comment)-->"
    case .instruction(let instruction): "<?\(instruction)?>"
    case .element(let tag, let content) where content.isEmpty: start(tag) + "/>"
    case .element(let tag, let content): start(tag) + ">" + content.map(raw).joined() + "</\(tag.name)>"
    }
  }

  /// One space at both ends; further lines stand below the first word.
  private func written(_ comment: String) -> String {
    let lines = comment.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
    guard first <= last, first < lines.endIndex else { return "<!-- -->" }
    let rest = lines[(first + 1)..<(last + 1)].map { $0.isEmpty ? "\n" : "\n" + indentation + "     " + $0 }
    return "<!-- \(lines[first])\(rest.joined()) -->"
  }
}

private func trimmed(_ line: Substring) -> String {
  let bytes = line.utf8
  guard let first = bytes.firstIndex(where: { !isSpace($0) }),
    let last = bytes.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(line[first...last])
}

func escaped(text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">" where result.hasSuffix("]]"): result += "&gt;"
    case "\r": result += "&#13;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func escaped(attribute value: String) -> String {
  var result = ""
  for scalar in value.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += "&#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
