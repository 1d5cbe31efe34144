import Diagnostics
import FEEL
import Foundation
import Testing

@testable import Rules
@testable import pratique

/// Stacks of profiles from a text file: what they come to, and every mistake with its file and line.
@Suite struct ProfileTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var files: [(id: String, text: String)] = []
    /// A stack and lines of what it comes to; the last file alone if none is named.
    var stacks: [(names: [String], expected: [String])] = []
    var mistakes: [String] = []
  }

  static func cases() throws -> [Case] {
    let text = try String(contentsOf: TableTests.cases.appending(path: "profiles.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { block in
      var result = Case(testDescription: "")
      for line in block.split(separator: "\n").map(String.init) {
        let rest = String(line.drop { $0 != " " }.dropFirst())
        switch line.prefix(while: { $0 != " " }) {
        case "#": result.testDescription = rest
        case "@": result.files.append(profile(rest))
        case ">": result.stacks.append((rest.split(separator: " ").map(String.init), []))
        case "=":
          if result.stacks.isEmpty { result.stacks.append(([result.files.last?.id ?? ""], [])) }
          result.stacks[result.stacks.count - 1].expected.append(rest)
        case "!": result.mistakes.append(rest)
        default: result.files[result.files.count - 1].text += line + "\n"
        }
      }
      if result.stacks.isEmpty { result.stacks.append(([result.files.last?.id ?? ""], [])) }
      return result
    }
  }

  /// `a extends b c`: all of its head on the first line.
  private static func profile(_ head: String) -> (id: String, text: String) {
    let words = head.split(separator: " ").map(String.init)
    let bases = words.dropFirst(2).map { "<extends ref=\"\($0)\"/>" }.joined()
    return (
      words[0],
      "<profile xmlns=\"urn:pratique:profile:1\" id=\"\(words[0])\" title=\"\(words[0])\"><summary>s</summary>\(bases)\n"
    )
  }

  /// The shipped library with a framework in it.
  static let library = Result {
    let root = try Tool.scratchFolder()
    for folder in ["rules", "jurisdictions"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: folder), to: root.appending(path: folder))
    }
    try FileManager.default.createDirectory(
      at: root.appending(path: "jurisdictions/xx"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: TableTests.cases.appending(path: "framework"), to: root.appending(path: "jurisdictions/xx/policy"))
    return Library(root: root.path, reason: "test")
  }
  static let rulebook = Result { try library.get().rulebook() }

  @Test(arguments: try cases())
  func `a stack comes to what is written`(_ given: Case) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in given.files {
      try Data((file.text + "</profile>\n").utf8).write(to: folder.appending(path: "\(file.id).xml"))
    }
    for stack in given.stacks {
      let names = stack.names.map { name in
        // A name that no file of the case has is one of the library; `$` asks for the file.
        let id = name.hasPrefix("$") ? String(name.dropFirst()) : name
        let isOwn = given.files.contains { $0.id == id } && (name.hasPrefix("$") || !Self.isShared(given, id))
        return ProfileLoader.Name(text: isOwn ? "\(folder.path)/\(id).xml" : id)
      }
      do {
        let tailoring = try #require(
          try Self.library.get().tailoring(names, of: Self.rulebook.get()))
        #expect(given.mistakes == [])
        let facts = facts(of: tailoring)
        for line in stack.expected where !line.hasPrefix("factor ") {
          #expect(facts.contains(line), "\(facts.joined(separator: "\n"))")
        }
        for line in stack.expected where line.hasPrefix("factor ") {
          let words = line.split(separator: " ").map(String.init)
          #expect(try factor(words[1], words[2], tailoring) == words[3], "\(line)")
        }
      } catch let error as Mistakes {
        let said = error.all.map { mistake in
          let file = mistake.location.file.split(separator: "/").last ?? ""
          return (
            "\(file):\(mistake.location.line): ",
            [mistake.message, mistake.suggestion].compactMap(\.self).joined(separator: "; ")
          )
        }
        #expect(said.count == given.mistakes.count, "\(error.all.map(\.text).joined(separator: "\n"))")
        for expected in given.mistakes {
          #expect(
            said.contains { expected.hasPrefix($0.0) && $0.1.contains(expected.dropFirst($0.0.count)) },
            "\(expected)\n\(error.all.map(\.text).joined(separator: "\n"))")
        }
      }
    }
  }

  /// The last case stacks the library's profile and a file of the same name.
  private static func isShared(_ given: Case, _ id: String) -> Bool {
    given.stacks.contains { $0.names.contains("$\(id)") }
  }

  private func facts(of tailoring: Tailoring) -> [String] {
    var facts = ["profiles \(tailoring.profiles.map(\.id).joined(separator: " "))"]
    facts += tailoring.profiles.map { "profile \($0.id)" }
    facts.append("left \(tailoring.leftOut.count)")
    facts += tailoring.leftOut.map {
      "out \($0.pack)/\($0.provision) \($0.way) \($0.by.profile) \($0.by.reason)"
    }
    facts += tailoring.kept.map {
      "kept \($0.pack)/\($0.provision) \($0.droppedBy) \($0.by.profile) \($0.by.reason)"
    }
    if tailoring.kept.isEmpty { facts.append("kept none") }
    facts += tailoring.readings.map { "reading \($0.pack)/\($0.provision) \($0.reading) \($0.by.profile)" }
    if tailoring.readings.isEmpty { facts.append("reading none") }
    facts += tailoring.settings.map { "set \($0.pack) \($0.parameter) \($0.text) \($0.by.profile)" }
    let appetite = tailoring.appetite
    if let block = appetite.block { facts.append("block \(block.from) \(block.by.profile)") }
    if let verify = appetite.verify { facts.append("verify \(verify.below) \(verify.by.profile)") }
    return facts + appetite.limits.map { "limit \($0.harm) \($0.level) \($0.by.profile)" }
  }

  private func factor(_ name: String, _ harm: String, _ tailoring: Tailoring) throws -> String {
    let parts = name.split(separator: "/")
    let pack = try #require(Self.rulebook.get().packs.first { $0.pack.id == parts[0] }).pack
    let provision = try #require(pack.provisions.first { $0.id == parts[1] })
    return tailoring.factor(of: provision, in: pack, harm: try #require(Harm.Category(rawValue: harm)))
      .description
  }

  @Test(arguments: [50, 51])
  func `a stack has at most 50 profiles`(_ number: Int) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for each in 1...number {
      let base = each > 1 ? "<extends ref=\"p\(each - 1)\"/>" : ""
      let text =
        "<profile xmlns=\"urn:pratique:profile:1\" id=\"p\(each)\" title=\"T\"><summary>s</summary>\(base)</profile>"
      try Data(text.utf8).write(to: folder.appending(path: "p\(each).xml"))
    }
    let (stack, mistakes) = try ProfileLoader.load(
      [.init(text: "\(folder.path)/p\(number).xml")], from: Self.library.get())
    #expect(stack.count == 50)
    #expect(mistakes.map(\.code.rawValue) == (number > 50 ? ["profile.limit"] : []))
  }

  /// A value of the law is not to be marked; a table has no single value to set.
  @Test(arguments: [
    ("kind=\"framework\"", "kind=\"law\"", "`leastStaff` is a value of the law, which no profile may change"),
    (
      "name=\"leastStaff\" type=\"number\"", "name=\"leastStaff\" columns=\"value: number\"",
      "a parameter with columns cannot be tailorable"
    ),
  ])
  func `only a plain value of a framework is tailorable`(good: String, bad: String, message: String) throws {
    let root = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "jurisdictions/xx/policy")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    let text = try String(
      contentsOf: TableTests.cases.appending(path: "framework/pack.xml"), encoding: .utf8)
    #expect(text.contains(good))
    try Data(text.replacing(good, with: bad).utf8).write(to: folder.appending(path: "pack.xml"))
    let mistakes = #expect(throws: Mistakes.self) { try Library(root: root.path, reason: "test").rulebook() }
    #expect(mistakes?.all.contains { $0.message == message } == true, "\(mistakes?.all.map(\.text) ?? [])")
  }

  /// Patterns against the plain definition: an asterisk is any run, every other character itself.
  @Test func `patterns mean what they say`() {
    var random = SplitMix(state: 7)
    func word(_ letters: [Character], _ length: Int) -> String {
      String(
        (0..<Int.random(in: 0...length, using: &random)).map { _ in letters.randomElement(using: &random)! })
    }
    func plainly(_ pattern: Substring, _ name: Substring) -> Bool {
      guard let first = pattern.first else { return name.isEmpty }
      if first == "*" {
        return plainly(pattern.dropFirst(), name) || (!name.isEmpty && plainly(pattern, name.dropFirst()))
      }
      return name.first == first && plainly(pattern.dropFirst(), name.dropFirst())
    }
    for _ in 0..<20_000 {
      let (pattern, name) = (word(["a", "b", "*"], 7), word(["a", "b"], 8))
      #expect(matches(pattern, name) == plainly(pattern[...], name[...]), "\(pattern) \(name)")
    }
    // No pattern may take long.
    #expect(!matches(String(repeating: "a*", count: 100) + "b", String(repeating: "a", count: 1_000)))
  }
}
