import ArgumentParser
import Diagnostics
import Rules
import XML

struct PackFormat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Bring packs into their canonical layout.",
    discussion: """
      One element on a line, two spaces per level. Comments, blank lines between elements, line breaks inside text and the
      order of attributes stay. Paths are files, packs or folders; without any, all packs, controls and the vocabulary of
      the library; `-` formats standard input to standard output.
      """)

  @Argument(help: ArgumentHelp("XML files, packs or folders.", valueName: "paths"))
  var paths: [String] = []
  @Flag(help: "Change nothing; name the files that are not in their layout, with status 1.")
  var check = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    if paths == ["-"] {
      let bytes = try Layout.packs.formatted(read("-"), named: "-")
      return Output.say(String(decoding: bytes, as: UTF8.self))
    }
    let files = try paths.isEmpty ? shipped() : paths.flatMap(documents(at:))
    var changed: [(path: String, text: String)] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      let before = try read(file)
      do throws(Mistakes) {
        let after = try Layout.packs.formatted(before, named: file)
        guard before != after else { continue }
        changed.append((file, String(decoding: after, as: UTF8.self)))
        Output.say("\(file):\(firstDifference(before, after)): \(check ? "not in its layout" : "formatted")")
      } catch {
        mistakes += error.all
      }
    }
    // Nothing is written if one of them cannot be read.
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    if !check { for file in changed { try Output.write(file.text, to: file.path) } }
    Output.say("\(count(files.count, "file")), \(changed.count) \(check ? "to format" : "formatted")")
    if check, !changed.isEmpty { throw Status.findings }
  }

  private func shipped() throws -> [String] {
    let library = try library.find()
    let rules = try documents(at: "\(library.root)/rules")
    return try rules + documents(at: "\(library.root)/jurisdictions")
  }

  /// The file itself, or every XML file at or below the folder.
  private func documents(at path: String) throws -> [String] {
    guard exists(path) else { throw Problem("cannot read `\(path)`: no such file or folder") }
    guard isFolder(path) else { return [path] }
    return try files(below: path).filter { $0.hasSuffix(".xml") }.sorted().map {
      path.hasSuffix("/") ? path + $0 : "\(path)/\($0)"
    }
  }

  /// The first line that changes.
  private func firstDifference(_ before: [UInt8], _ after: [UInt8]) -> Int {
    let same = zip(before, after).prefix { $0 == $1 }.count
    return before.prefix(same).count { $0 == 0x0A } + 1
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
