package import Diagnostics
import FEEL
package import XML

extension Geography {
  /// Reads `<geography>`.
  package init(reading element: Element, file: String) throws(Mistakes) {
    var reader = GeographyReader(file: file)
    let countries = element.all("country").map { Country(code: $0["code"] ?? "", name: $0["name"] ?? "") }
    reader.codes = Set(countries.map(\.code))
    reader.unique(element.all("country"), by: "code")
    reader.unique(element.all("region"), by: "id")
    reader.unique(element.all("group"), by: "id")
    let regions = element.all("region").map { Region(id: $0["id"] ?? "", country: reader.country($0)) }
    let groups = element.all("group").map { group in
      Group(
        id: group["id"] ?? "", name: group["name"] ?? "", isArea: group["area"] == "yes",
        members: group.all("member").map { reader.member($0) })
    }
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
    self.init(countries: countries, regions: regions, groups: groups)
  }
}

private struct GeographyReader {
  let file: String
  var codes: Set<String> = []
  var mistakes: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func unique(_ elements: [Element], by attribute: String) {
    var seen: Set<String> = []
    for element in elements {
      let id = element[attribute] ?? ""
      if id.isEmpty { report(.missing, element, "<\(element.name)> needs `\(attribute)`") }
      if !seen.insert(id).inserted { report(.duplicate, element, "there are two of `\(id)`") }
    }
  }

  mutating func country(_ element: Element) -> String? {
    guard let code = element["country"] else { return nil }
    if !codes.contains(code) { report(.country, element, "there is no country `\(code)`") }
    return code
  }

  mutating func member(_ element: Element) -> Geography.Member {
    let from = date(element, "from")
    let until = date(element, "until")
    if let from, let until, until < from { report(.date, element, "the membership ends before it starts") }
    return Geography.Member(country: country(element) ?? "", from: from, until: until)
  }

  private mutating func date(_ element: Element, _ attribute: String) -> CalendarDate? {
    guard let text = element[attribute] else { return nil }
    let date = CalendarDate(text)
    if date == nil { report(.date, element, "`\(text)` is not a date; write YYYY-MM-DD") }
    return date
  }

  private mutating func report(_ code: Diagnostic.Code, _ element: Element, _ message: String) {
    mistakes.append(Diagnostic(code, at: element.location(in: file), message))
  }
}

extension Diagnostic.Code {
  fileprivate static let missing = Self(rawValue: "geography.missing")
  fileprivate static let duplicate = Self(rawValue: "geography.duplicate")
  fileprivate static let country = Self(rawValue: "geography.unknown-country")
  fileprivate static let date = Self(rawValue: "geography.date")
}
