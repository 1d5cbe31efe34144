import FoundationEssentials

/// What every page has around its sections.
struct Frame {
  /// Of the engine.
  let version: String
  /// SHA-256, given by the caller.
  let digest: @Sendable ([UInt8]) -> [UInt8]
  /// nil: the page needs none, and may have none.
  var script: String? = Page.script
  /// To the section `summary`.
  var skip = "Skip to the verdict"
  var footer = "The same plan, packs and date give the same page."

  func page(title: String, brand: String, links: [(id: String, name: String)], main: String) -> String {
    pageTemplate([
      "title": .text(title), "brand": .text(brand), "policy": .text(policy), "style": .markup(Page.style),
      "scripts": .list(script.map { [["script": .markup($0)]] } ?? []), "main": .markup(main),
      "version": .text(version), "skip": .text(skip), "footer": .text(footer),
      "links": .list(links.map { ["id": .text($0.id), "name": .text($0.name)] }),
    ])
  }

  /// Nothing may be loaded; only this style and this script may act.
  private var policy: String {
    "default-src 'none'; style-src '\(hash(Page.style))'; \(script.map { "script-src '\(hash($0))'; " } ?? "")"
      + "base-uri 'none'; form-action 'none'"
  }

  private func hash(_ text: String) -> String {
    "sha256-\(Data(digest(Array(text.utf8))).base64EncodedString())"
  }
}

/// What begins every page: its policy, title and style.
let pageHead = #"""
  <!doctype html>
  <html lang="en">
  <head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{{policy}}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="no-referrer">
  <title>{{title}}</title>
  <style>{{style}}</style>
  </head>
  <body>

  """#

private let pageTemplate = Template(
  pageHead + #"""
    <a class="skip" href="#summary">{{skip}}</a>
    <header class="top">
    <p class="brand">{{brand}}</p>
    <nav aria-label="Sections">
    {{#links}}<a href="#{{id}}">{{name}}</a>
    {{/links}}
    </nav>
    {{#scripts}}<button type="button" id="theme" hidden>Theme: auto</button>
    {{/scripts}}
    </header>
    <main>
    {{main}}
    </main>
    <footer><p>Made by Pratique {{version}}. {{footer}}</p></footer>
    {{#scripts}}<script>{{script}}</script>
    {{/scripts}}
    </body>
    </html>

    """#)
