import DMN
import Diagnostics
import Testing

struct MistakeTests {
  /// Every mistake of a model at once, as the file of expectations beside it says.
  @Test(arguments: try Files.names(in: "Broken").filter { $0.hasSuffix(".dmn") })
  func `broken models`(_ name: String) throws {
    let text = String(decoding: try Files.bytes("Broken/\(name)"), as: UTF8.self)
    let (_, mistakes) = try Decisions.read(text, named: name)
    #expect(mistakes.inFileOrder.map(line).joined(separator: "\n") == (try expected("Broken/\(name)")))
  }

  /// Gaps, overlaps, rules that never count, each with an example.
  @Test(arguments: try Files.names(in: "Checks").filter { $0.hasSuffix(".dmn") })
  func `tables are checked`(_ name: String) throws {
    let text = String(decoding: try Files.bytes("Checks/\(name)"), as: UTF8.self)
    let (decisions, mistakes) = try Decisions.read(text, named: name)
    #expect(mistakes.isEmpty, "\(mistakes.map(\.text))")
    #expect(decisions.tableFindings.map(line).joined(separator: "\n") == (try expected("Checks/\(name)")))
  }

  private func expected(_ path: String) throws -> String {
    let text = String(decoding: try Files.bytes(path.dropLast(4) + ".expected"), as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  @Test func `what is no model is refused`() {
    #expect(throws: Mistakes.self) { try Decisions.read("<definitions xmlns='urn:x'/>") }
    #expect(throws: Mistakes.self) {
      try Decisions.read(
        "<!DOCTYPE definitions><definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'/>")
    }
  }
}
