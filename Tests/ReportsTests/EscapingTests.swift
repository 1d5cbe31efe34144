import Testing

@testable import Reports

@Suite struct EscapingTests {
  @Test(arguments: try Case.all(in: "csv.txt"))
  func `cells of a table`(_ each: Case) {
    #expect(csvCell(each.input).unicodeScalars.elementsEqual(each.expected.unicodeScalars))
  }

  @Test(arguments: try Case.all(in: "calendar.txt"))
  func `text of a calendar`(_ each: Case) { #expect(calendarText(each.input) == each.expected) }

  @Test(arguments: try Case.all(in: "html.txt"))
  func `text of a page`(_ each: Case) {
    #expect(markupText(each.input).unicodeScalars.elementsEqual(each.expected.unicodeScalars))
  }

  @Test(arguments: try Case.all(in: "markdown.txt"))
  func `text of Markdown`(_ each: Case) { #expect(escaped(each.input) == each.expected) }

  @Test(arguments: try Case.all(in: "anchors.txt"))
  func anchors(_ each: Case) { #expect(anchor(each.input) == each.expected) }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "http://a\"b", "https://a b", "//x", "HTTPS://x",
  ])
  func `only plain web addresses become links`(_ address: String) { #expect(safeLink(address) == nil) }
}
