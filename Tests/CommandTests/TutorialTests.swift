import Foundation
import Testing

/// The tutorial, followed from an empty folder: each file is written, each command is run, and prints what is shown.
@Suite struct TutorialTests {
  private enum Step {
    case file(path: String, text: String)
    case command(words: [String], output: String)
  }

  /// Blocks in order: those with a path behind the language are files, those that start with `$ ` commands.
  private func steps() throws -> [Step] {
    let text = try String(contentsOf: Tool.checkout.appending(path: "docs/tutorial.md"), encoding: .utf8)
    var steps: [Step] = []
    let pieces = text.components(separatedBy: "\n```")
    for block in pieces.indices where block % 2 == 1 {
      var lines = pieces[block].components(separatedBy: "\n")
      let heading = lines.removeFirst().split(separator: " ").map(String.init)
      if heading.count == 2 {
        steps.append(.file(path: heading[1], text: lines.joined(separator: "\n") + "\n"))
      } else if let first = lines.first, first.hasPrefix("$ ") {
        let output = lines.dropFirst().joined(separator: "\n")
        steps.append(.command(words: words(String(first.dropFirst(2))), output: output))
      }
    }
    return steps
  }

  /// As a shell splits them, with double quotes.
  private func words(_ line: String) -> [String] {
    var words = [""]
    for (index, part) in line.components(separatedBy: "\"").enumerated() {
      if index % 2 == 1 { words[words.count - 1] += part; continue }
      let pieces = part.components(separatedBy: " ")
      words[words.count - 1] += pieces[0]
      words += pieces.dropFirst()
    }
    return words.filter { !$0.isEmpty }
  }

  @Test func `every file and command of the tutorial does what it says`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let steps = try steps()
    #expect(steps.count >= 15)
    for step in steps {
      switch step {
      case .file(let path, let text):
        let place = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
      case .command(let words, _) where words[0] == "rm":
        for path in words.dropFirst(2) {
          try FileManager.default.removeItem(at: folder.appending(path: path))
        }
      case .command(let words, let output):
        let result = try Tool.run(Array(words.dropFirst()), in: folder, environment: ["PRATIQUE_PACKS": ""])
        #expect(result.output + result.errors == output + "\n", "\(words.joined(separator: " "))")
      }
    }
  }
}
