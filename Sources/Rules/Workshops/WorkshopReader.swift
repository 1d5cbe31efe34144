package import Diagnostics
package import XML

extension Workshop {
  /// Those of a file that its schema has accepted. All mistakes at once: names given twice, provisions that there are not, and
  /// provisions that two parts of a workshop ask about.
  package static func all(reading element: Element, file: String, rulebook: Rulebook) throws(Mistakes)
    -> [Workshop]
  {
    var reader = WorkshopReader(file: file, rulebook: rulebook)
    let workshops = element.all("workshop").map { reader.workshop($0) }
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes) }
    return workshops
  }
}

private struct WorkshopReader {
  let file: String
  let rulebook: Rulebook
  var mistakes: [Diagnostic] = []
  private var ids: Set<String> = []

  init(file: String, rulebook: Rulebook) {
    self.file = file
    self.rulebook = rulebook
  }

  mutating func workshop(_ element: Element) -> Workshop {
    let id = element["id"] ?? ""
    if !ids.insert(id).inserted { report(.twice, element, "there are two workshops `\(id)`") }
    var seen: Set<String> = []
    return Workshop(
      id: id, title: words(element["title"] ?? ""), citation: element["cite"].map { words($0) },
      summary: element.first("summary")?.words ?? "", invited: element.all("invite").map(\.words),
      brought: element.all("bring").map(\.words),
      parts: element.all("part").map { part($0, of: id, &seen) })
  }

  private mutating func part(_ element: Element, of workshop: String, _ seen: inout Set<String>)
    -> Workshop.Part
  {
    Workshop.Part(
      title: words(element["title"] ?? ""), minutes: element["minutes"].flatMap { Int(words($0)) } ?? 0,
      aim: element.first("aim")?.words ?? "", steps: element.all("step").map(\.words),
      provisions: element.all("judge").compactMap { reference($0, of: workshop, &seen) },
      sheets: element.all("sheet").map(sheet), decisions: element.all("decide").map(\.words),
      showsGuides: ["true", "1"].contains(words(element["guides"] ?? "")))
  }

  private mutating func reference(_ element: Element, of workshop: String, _ seen: inout Set<String>)
    -> Workshop.Reference?
  {
    let text = words(element["ref"] ?? "")
    guard seen.insert(text).inserted else {
      report(
        .twice, element, "`\(text)` is in two parts of `\(workshop)`",
        "keep it where its facts are known first")
      return nil
    }
    let names = rulebook.packs.flatMap { pack in pack.provisions.map { "\(pack.pack.id)/\($0.rule.id)" } }
    guard names.contains(text), let slash = text.firstIndex(of: "/") else {
      report(
        .unknownProvision, element, "there is no provision `\(text)`",
        nearest(to: text, among: names).map { "did you mean `\($0)`?" })
      return nil
    }
    return Workshop.Reference(
      pack: String(text[..<slash]), provision: String(text[text.index(after: slash)...]))
  }

  private func sheet(_ element: Element) -> Workshop.Sheet {
    let columns = (element["columns"] ?? "").split(separator: ";").map { words(String($0)) }
    return Workshop.Sheet(
      title: words(element["title"] ?? ""), columns: columns.filter { !$0.isEmpty },
      rows: element["rows"].flatMap { Int(words($0)) } ?? 4)
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ element: Element, _ message: String, _ suggestion: String? = nil
  ) {
    mistakes.append(Diagnostic(code, at: element.location(in: file), message, suggestion: suggestion))
  }
}

extension Diagnostic.Code {
  fileprivate static let twice = Self(rawValue: "workshops.twice")
  fileprivate static let unknownProvision = Self(rawValue: "workshops.reference")
}
