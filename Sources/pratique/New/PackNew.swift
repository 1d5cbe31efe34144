import ArgumentParser
import Diagnostics
import FEEL
import Facts
import FoundationEssentials
import Rules

struct PackNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a pack to start from: rules, a decision table, cases and a README.",
    discussion: """
      Asks five questions on a terminal; elsewhere, or with flags, it asks nothing. What it writes lints and tests clean, and is
      judged with confidence low until somebody has read the law.

      EXAMPLE
        pratique pack new in.ev-charging --title "India: charging of electric vehicles"
      """)

  @Argument(help: "Id of the pack: the country or group, then the subject (in.ev-charging).")
  var id: String
  @Option(help: ArgumentHelp("What the pack is called in reports.", valueName: "text"))
  var title: String?
  @Option(
    help: ArgumentHelp("Country (ISO 3166) or group. Default: the first part of the id.", valueName: "code"))
  var jurisdiction: String?
  @Option(help: ArgumentHelp("Full name of the law or framework.", valueName: "text"))
  var law: String?
  @Option(help: ArgumentHelp("Where its text is.", valueName: "address"))
  var link: String?
  @Option(help: ArgumentHelp("\(Pack.topics.joined(separator: ", ")).", valueName: "topic"))
  var topic: String?
  @Option(help: ArgumentHelp("Folder to write. Default: the id.", valueName: "folder"))
  var outputDir: String?
  @Option(
    help: ArgumentHelp(
      "Day of the edition, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today in UTC.", valueName: "date"))
  var asOf: String?
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    let rulebook = try library.rulebook()
    let folder = outputDir ?? id
    guard !exists(folder) else {
      throw Problem("`\(folder)` exists already; name another folder with --output-dir")
    }
    let sketch = try sketch(rulebook, day(asOf))
    let inside = "\(library.root)/jurisdictions/"
    let isShipped = folder.hasPrefix(inside)
    let depth = isShipped ? folder.dropFirst(inside.count).split(separator: "/").count + 1 : 0
    let schema =
      isShipped ? String(repeating: "../", count: depth) + "rules/schema/pack.xsd" : "schema/pack.xsd"
    var files = sketch.files(schema: schema, folder: folder)
    if !isShipped {
      files.append(
        ("schema/pack.xsd", String(decoding: try library.bytes("rules/schema/pack.xsd"), as: UTF8.self)))
    }
    try write(files, into: folder)
    Output.say(
      (["Wrote \(folder):"] + files.map { "  \($0.name)" } + [
        "Next: read the law, then write rules and cases (docs/packs.md). Check with",
        "  pratique pack lint --packs \(folder)", "  pratique pack test --packs \(folder)",
      ]).joined(separator: "\n"))
  }

  /// All that is wrong with the answers, at once.
  private func sketch(_ rulebook: Rulebook, _ day: CalendarDate) throws -> PackSketch {
    var problems: [String] = []
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    let isName =
      parts.count > 1
      && parts.allSatisfy { part in
        part.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
          !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
        }
      }
    if !isName {
      problems.append(
        "`\(id)` is no id of a pack: small letters, digits and hyphens, parted by a dot, as in in.ev-charging"
      )
    }
    if rulebook.packs.contains(where: { $0.pack.id == id }) {
      problems.append("there is a pack `\(id)` already")
    }
    let code = parts.first.map { $0.uppercased() } ?? ""
    let subject = parts.dropFirst().joined(separator: " ").split(separator: "-").joined(separator: " ")
    let asks = Questionnaire()
    let jurisdiction = jurisdiction ?? asks.answer("Country or group", usual: code)
    let geography = rulebook.geography
    let isCountry = geography.countries.contains { $0.code == jurisdiction }
    let group = geography.groups.first { $0.id == jurisdiction }
    let isGroup = group != nil
    if !isCountry && !isGroup {
      let known = geography.countries.map(\.code) + geography.groups.map(\.id)
      problems.append(
        "`\(jurisdiction)` is no country or group of the geography"
          + (didYouMean(jurisdiction, among: known).map { "; \($0)" } ?? ""))
    }
    let name = geography.countries.first { $0.code == jurisdiction }?.name ?? jurisdiction
    let title = title ?? asks.answer("Title in reports", usual: "\(name): \(subject)")
    let law = law ?? asks.answer("Full name of the law", usual: title)
    let link = link ?? asks.answer("Where its text is", usual: "")
    let topic = topic ?? asks.answer("Topic (\(Pack.topics.joined(separator: ", ")))", usual: "sector")
    if !Pack.topics.contains(topic) {
      problems.append(
        "`\(topic)` is no topic" + (didYouMean(topic, among: Pack.topics).map { "; \($0)" } ?? ""))
    }
    guard problems.isEmpty else { throw Problem(problems.joined(separator: "\n")) }
    return PackSketch(
      id: id, title: title, jurisdiction: jurisdiction,
      country: isCountry ? jurisdiction : group?.members.first { $0.until == nil }?.country ?? jurisdiction,
      law: law, link: link,
      topic: topic, day: day)
  }

  /// Whole or not at all: a folder of another name is filled first.
  private func write(_ files: [(name: String, text: String)], into folder: String) throws {
    let draft = folder + ".draft"
    do {
      for file in files {
        let place = "\(draft)/\(file.name)".split(separator: "/", omittingEmptySubsequences: false)
        try Output.write(
          [(String(place.last ?? ""), file.text)], into: place.dropLast().joined(separator: "/"))
      }
      try FileManager.default.moveItem(atPath: draft, toPath: folder)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw error as? Problem ?? Problem("cannot write `\(folder)`: \(Output.reason(error))")
    }
  }
}

/// Asks on a terminal; elsewhere the usual answer stands.
private struct Questionnaire {
  func answer(_ question: String, usual: String) -> String {
    guard Output.canAsk else { return usual }
    Output.ask(usual.isEmpty ? "\(question): " : "\(question) [\(usual)]: ")
    let line = readLine()?.trimmed ?? ""
    return line.isEmpty ? usual : line
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
