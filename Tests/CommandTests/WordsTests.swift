import Diagnostics
import FEEL
import Facts
import Foundation
import Reports
import Rules
import Testing

@testable import pratique

/// Conditions in words, with the names of the shipped GDPR pack.
@Suite struct WordsTests {
  static let rulebook = Result { try Library(root: Tool.checkout.path, reason: "test").rulebook() }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: String
    var condition: String
    var expected: String
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let file = Tool.checkout.appending(path: "Tests/CommandTests/Cases/words.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n\n").compactMap { block in
      let lines = block.split(separator: "\n").map(String.init)
      guard lines.count > 2, let colon = lines[1].firstIndex(of: ":") else { return nil }
      return Case(
        name: String(lines[0].dropFirst(2)), kind: String(lines[1][..<colon]),
        condition: String(lines[1][colon...].dropFirst(2)),
        expected: lines[2...].joined(separator: "\n"))
    }
  }()

  @Test func `there are cases`() { #expect(Self.cases.count > 20) }

  @Test(arguments: cases) func `a condition reads as written by hand`(_ each: Case) throws {
    let rulebook = try Self.rulebook.get()
    let pack = try #require(rulebook.packs.first { $0.pack.id == "eu.gdpr" }).pack
    let glossary = Glossary(rulebook.vocabulary, rulebook.catalogue, pack, on: CalendarDate("2026-11-21"))
    let source = Source(name: "case", text: each.condition)
    let words = Speaker.words(source, per: each.kind, glossary).text.replacing("\u{A0}", with: " ")
    #expect(words == each.expected)
  }

  @Test func `every name and value of every shipped condition is in its words`() throws {
    let rulebook = try Self.rulebook.get()
    var conditions = 0
    for compiled in rulebook.packs {
      let pack = compiled.pack
      let glossary = Glossary(rulebook.vocabulary, rulebook.catalogue, pack, on: CalendarDate("2026-11-21"))
      for (kind, source) in sources(of: pack) {
        conditions += 1
        let type = type(of: source, in: pack, rulebook.vocabulary)
        let text = Speaker.words(source, per: kind, expecting: type, glossary).text.lowercased()
        #expect(!text.contains("`"), "left as code: \(text)")
        for name in names(in: source) {
          let known = titles(of: name, pack, rulebook.vocabulary)
          #expect(known.contains { text.contains($0.lowercased()) }, "\(name) is missing in: \(text)")
        }
      }
    }
    #expect(conditions > 1000)
  }

  private func sources(of pack: Pack) -> [(kind: String?, source: Source)] {
    var result: [(kind: String?, source: Source)] = pack.scopes.map { ($0.per, $0.expression) }
    for definition in pack.definitions { result += definition.expressions.map { (definition.per, $0) } }
    for provision in pack.provisions {
      var conditions = [provision.applies].compactMap(\.self) + provision.exceptions.map(\.expression)
      conditions += provision.requirement.map(inside) ?? []
      for reading in provision.readings {
        conditions += [reading.applies].compactMap(\.self) + (reading.requirement.map(inside) ?? [])
      }
      result += conditions.map { (provision.per, $0) }
    }
    return result
  }

  private func type(of source: Source, in pack: Pack, _ vocabulary: Vocabulary) -> FEEL.`Type` {
    for definition in pack.definitions {
      if case .expression(source, let name) = definition.body {
        return .init(named: name, in: vocabulary) ?? .any
      }
    }
    return .boolean
  }

  private func inside(_ requirement: Requirement) -> [Source] {
    switch requirement {
    case .condition(let source, _, _): [source]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(inside)
    }
  }

  /// Last steps of paths, and literals in quotes: what a reader must find again.
  private func names(in source: Source) -> [String] {
    let text = String(decoding: source.bytes, as: UTF8.self)
    var names: [String] = []
    for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        names.append("\"\(piece)\"")
      } else {
        names += piece.matches(of: /\.([A-Za-z0-9_]+)/).map { String($0.output.1) }
        names += piece.matches(of: /(?:^|[ (])([0-9]{2,})/).map { String($0.output.1) }
      }
    }
    return names
  }

  /// What may stand for a name.
  private func titles(of name: String, _ pack: Pack, _ vocabulary: Vocabulary) -> [String] {
    let spaced = name.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) }
    if name.hasPrefix("\"") {
      let value = name.trimmingCharacters(in: ["\""])
      if let day = CalendarDate(value) { return [" \(day.year)"] }
      let units: [Character: String] = ["Y": "year", "M": "month", "D": "day"]
      if value.first == "P", let unit = value.last.flatMap({ units[$0] }) {
        return ["\(value.dropFirst().dropLast()) \(unit)"]
      }
      let titles = vocabulary.enumerations.compactMap { enumeration in
        enumeration.index(of: value).flatMap { enumeration.values[$0].title }
      }
      return titles + [spaced.trimmingCharacters(in: ["\""]), value] + figures(value, vocabulary)
    }
    // The key of a row is named by what it is the key of.
    if name == "id" { return [" is "] }
    let facts = vocabulary.kinds.flatMap(\.facts).filter { $0.name == name }.map(\.ask)
    let records = vocabulary.kinds.filter { $0.name.hasSuffix(".\(name)") }.map(\.title)
    let definitions = pack.definitions.filter { $0.name == name }.map { definition -> String in
      if case .decision(let call) = definition.body { return definition.title ?? call.decision }
      return definition.title ?? definition.name
    }
    return facts + records + definitions + [spaced]
  }

  private func figures(_ name: String, _ vocabulary: Vocabulary) -> [String] {
    vocabulary.kinds.filter { $0.name == "countryCount" }.flatMap(\.facts).filter { $0.name == name }.map(
      \.ask)
  }
}
