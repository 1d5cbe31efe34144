import Mustache

/// A Mustache template whose fields arrive escaped.
///
/// The library escapes by `Character`, so a quotation mark before a combining mark would pass through it.
/// Here `Fields` escapes scalar by scalar, and the library is told that it writes plain text.
struct Template: Sendable {
  private let template: MustacheTemplate

  init(_ text: String) {
    // Indentation is for the reader of the source.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { $0.drop { $0 == " " } }
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + lines.joined(separator: "\n"))
    } catch {
      preconditionFailure("a template of this program is malformed: \(error)")
    }
  }

  func callAsFunction(_ fields: Fields) -> String { template.render(fields) }
}

/// What a template shows, by name.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  enum Field {
    /// Escaped; nil is an absent section.
    case text(String?)
    case texts([String])
    /// Markup made by another template of this folder.
    case markup(String)
    case flag(Bool)
    case list([Fields])
  }

  private var values: [String: Any] = [:]

  init(dictionaryLiteral elements: (String, Field)...) {
    for (name, field) in elements { self[name] = field }
  }

  subscript(name: String) -> Field {
    get { .flag(values[name] != nil) }
    set {
      switch newValue {
      // False, not nothing: Mustache would look for the name further out.
      case .text(let text): values[name] = text.map(markupText) ?? false
      case .texts(let texts): values[name] = texts.map(markupText)
      case .markup(let text): values[name] = text
      case .flag(let flag): values[name] = flag
      case .list(let list): values[name] = list
      }
    }
  }

  func child(named name: String) -> Any? { values[name] }
}
