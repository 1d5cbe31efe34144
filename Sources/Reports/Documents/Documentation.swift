package import Engine
package import FEEL
package import Rules

/// What the documents of packs are made from.
package struct Documentation: Sendable {
  package var rulebook: Rulebook
  package var cases: [CaseFile]
  /// The day whose values stand beside parameters; nil: the edition of each pack, where that is a day.
  package var day: CalendarDate?
  package var version: String
  /// Of packs, by their files.
  package var pins: [String: Pins]
  /// SHA-256, given by the caller so that this target stays free of cryptography.
  package var digest: @Sendable ([UInt8]) -> [UInt8]

  package init(
    rulebook: Rulebook, cases: [CaseFile], day: CalendarDate?, version: String,
    pins: [String: Pins] = [:],
    digest: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.rulebook = rulebook
    self.cases = cases
    self.day = day
    self.version = version
    self.pins = pins
    self.digest = digest
  }

  /// An index and a page for each pack.
  package func files() -> [(name: String, text: String)] {
    var taken: Set<String> = ["index"]
    var pages: [(name: String, page: PackPage)] = []
    for pack in rulebook.packs {
      let name = unique(anchor(pack.pack.id), &taken)
      pages.append(("\(name).html", PackPage(pack, self)))
    }
    return [("index.html", index(pages))] + pages.map { ($0.name, $0.page.text) }
  }

  /// The frame that all pages share; nothing in it is loaded from elsewhere, and nothing runs.
  func page(_ title: String, _ content: Markup) -> String {
    let style = DocumentStyle.text
    return frame([
      "title": .text(oneLine(title)), "style": .markup(style), "content": .markup(content.html),
      "policy": .text(Self.policy(style, digest)), "version": .text(version),
    ])
  }
}

/// An anchor or file name that nothing else has.
func unique(_ name: String, _ taken: inout Set<String>) -> String {
  var result = name
  var number = 2
  while !taken.insert(result).inserted {
    result = "\(name)-\(number)"
    number += 1
  }
  return result
}

private let frame = Template(
  pageHead + #"""
    {{content}}
    <footer><p>Made by Pratique {{version}} from the packs named above. This is information, not legal advice.</p></footer>
    </body>
    </html>

    """#)
