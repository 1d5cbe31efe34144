import ArgumentParser
import Diagnostics
import Facts
import FoundationEssentials
import Plans
import Reports
import Rules

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write a commented plan to start from.")

  @Argument(help: "File to write; `-` prints it.")
  var file = "plan.yaml"
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let text = planTemplate(try library.find().rulebook().vocabulary)
    if file == "-" { return Output.say(text) }
    if FileManager.default.fileExists(atPath: file) {
      throw Problem("`\(file)` exists already; name another file")
    }
    try Output.write(text, to: file)
    Output.say(
      "Wrote \(file). Next: fill in what you know, then `pratique assess \(file)` and `pratique questions \(file)`."
    )
  }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the schema of plans, results or checklists (JSON Schema), or of packs (XSD).")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case plan, pack, result, checklist }
  @Argument(help: "plan, pack, result or checklist.")
  var subject: Subject
  @OptionGroup var library: LibraryOptions

  func run() throws {
    switch subject {
    case .plan: Output.say(planSchema(try library.find().rulebook().vocabulary))
    case .pack: Output.say(String(decoding: try library.find().bytes("rules/schema/pack.xsd"), as: UTF8.self))
    case .result, .checklist:
      let file = "rules/schema/\(subject.rawValue).schema.json"
      Output.say(String(decoding: try library.find().bytes(file), as: UTF8.self))
    }
  }
}
