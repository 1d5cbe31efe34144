/// HTML that is safe to send: text put into it is escaped, other markup is not.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  private(set) var html: String

  init(stringLiteral value: String) { html = value }
  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }
  init(_ text: String) { html = markupText(oneLine(text)) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ text: String) { html += Markup(text).html }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    mutating func appendInterpolation(lines text: String) { html += markupText(text) }
  }

  static func + (a: Markup, b: Markup) -> Markup {
    var result = a
    result.html += b.html
    return result
  }

  var isEmpty: Bool { html.isEmpty }
}

extension DefaultStringInterpolation {
  /// Markup inside a plain string would be shown, not meant.
  @available(*, deprecated, message: "this string is text: make it Markup")
  mutating func appendInterpolation(_ markup: Markup) { appendLiteral(markup.html) }
}

extension Sequence<Markup> {
  func joined(_ separator: Markup = "") -> Markup {
    var result: Markup = ""
    for (index, each) in enumerated() { result = index == 0 ? each : result + separator + each }
    return result
  }

  /// As a list; one alone stands by itself.
  var listed: Markup {
    let items = Array(self)
    return items.count == 1 ? items[0] : "<ul>\(items.map { "<li>\($0)</li>" as Markup }.joined("\n"))</ul>"
  }
}

/// Where the parts of a page are.
protocol Anchored {
  func address(of reference: Reference) -> String?
}

extension Anchored {
  func html(_ pieces: [Piece]) -> Markup {
    pieces.map { piece -> Markup in
      switch piece {
      case .text(let text): "\(lines: text)"
      case .question(let text): "<q>\(text)</q>"
      case .value(let text): "<b>\(text)</b>"
      case .answer(let text): "<strong>\(text)</strong>"
      case .code(let text): "<code>\(text)</code>"
      case .link(let text, let reference):
        address(of: reference).map { "<a href=\"#\($0)\">\(text)</a>" } ?? "<em>\(text)</em>"
      }
    }.joined()
  }

  func html(_ saying: Saying) -> Markup {
    switch saying {
    case .sentence(let pieces): return html(pieces)
    case .all(let parts): return "<i>all of</i>\(list(parts))"
    case .any(let parts): return "<i>any of</i>\(list(parts))"
    case .each(let lead, .sentence(let pieces)): return "\(html(lead)): \(html(pieces))"
    case .each(let lead, let body): return "\(html(lead)):\(list([body]))"
    case .choice(let test, let then, let otherwise):
      let parts: [(Markup, Saying)] = [("if", test), ("then", then), ("otherwise", otherwise)]
      return "<ul>\(parts.map { "<li><i>\($0.0)</i> \(html($0.1))</li>" as Markup }.joined())</ul>"
    }
  }

  private func list(_ parts: [Saying]) -> Markup {
    "<ul>\(parts.map { "<li>\(html($0))</li>" as Markup }.joined())</ul>"
  }
}

/// A link to a page of the law; its words alone where the address is not safe.
func linked(_ text: String, _ address: String?) -> Markup {
  safeLink(address).map { "<a href=\"\($0)\">\(text)</a>" } ?? "\(text)"
}

/// Rows of a description list, without those that have nothing to say.
func described(_ rows: [(Markup, Markup)], _ kind: Markup = "") -> Markup {
  let shown = rows.filter { !$0.1.isEmpty }
  return "<dl\(kind)>\n\(shown.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" as Markup }.joined())</dl>\n"
}

/// A table that scrolls on a narrow screen.
func tabled(_ caption: String, _ header: [String], _ rows: [[Markup]]) -> Markup {
  let head = header.map { "<th scope=\"col\">\($0)</th>" as Markup }.joined()
  let body = rows.map { row -> Markup in
    "<tr>\(row.map { "<td>\($0)</td>" as Markup }.joined())</tr>\n"
  }.joined()
  return """
    <div class="scroll" role="group" tabindex="0" aria-label="\(caption)"><table><caption>\(caption)</caption>
    <thead><tr>\(head)</tr></thead><tbody>
    \(body)</tbody></table></div>

    """
}
