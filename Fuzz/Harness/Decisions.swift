import DMN
import Diagnostics
import FEEL
import Patterns
import Rules

/// A DMN model from its bytes to the values of its decisions, with input data that is null, of a few kinds, and unknown.
func decisions(_ bytes: [UInt8]) {
  checkMistakes { () throws(Mistakes) in
    let (model, mistakes) = try Model.read(bytes, named: "input.dmn")
    precondition(mistakes.allSatisfy { $0.location.line > 0 && !$0.message.isEmpty })
    let decisions = Decisions([model])
    let values: [Value] = [
      .number(Decimal(3)), .list(List([.string("a"), .null])),
      .unknown(Unknown(Cell(kind: 0, row: 0, fact: 0))),
    ]
    for value in values {
      let inputs = decisions.elements.indices.filter {
        if case .input = decisions.elements[$0].node.kind { true } else { false }
      }
      var run = Decisions.Run(decisions, inputs: inputs.map { ($0, value) })
      for element in decisions.elements.indices {
        _ = run.outcome(of: element).value.description
        _ = decisions.call(element, decisions.elements[element].parameters.map { ($0.name, value) })
      }
    }
  }
  checkMistakes { () throws(Mistakes) in
    _ = try TableFile(bytes, name: "tables/input.dmn", file: "input.dmn", sha256: "")
  }
  checkMistakes { () throws(Mistakes) in _ = try TestFile(bytes, named: "input.xml") }
}

/// A regular expression, up to the first line break, with its uses on the text that follows.
func patterns(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let (text, flags) = (lines.last ?? "", lines.count > 2 ? lines[1] : "")
  for allows in [true, false] {
    guard let pattern = try? Pattern(lines[0], flags: flags, allowsBackReferences: allows) else { continue }
    var work = 1_000_000
    _ = try? pattern.matches(text, work: &work)
    if let parts = try? pattern.split(text, work: &work) { precondition(!parts.isEmpty) }
    _ = try? pattern.replace(in: text, with: "<$1>", limit: 100_000, work: &work)
    _ = try? pattern.replace(in: text, with: flags, limit: 100_000, work: &work)
  }
}
