import Diagnostics
import FEEL

/// Lexer, parser and checker: any text is accepted or refused with mistakes that have a place in it.
func language(_ bytes: [UInt8]) {
  let source = Source(name: "input", bytes: bytes)
  for isStrict in [true, false] {
    checkMistakes { () throws(Mistakes) in
      _ = try CheckedExpression(source, in: World.environment(isStrict: isStrict), expecting: nil)
    }
    checkMistakes { () throws(Mistakes) in
      _ = try CheckedTests(source, of: .any, in: World.environment(isStrict: isStrict))
    }
  }
}

/// Evaluation, twice with the same result; what is definite without facts stays when they are stated.
/// The first byte of the input says strict or not, the second chooses which facts are stated.
func evaluation(_ bytes: [UInt8]) {
  guard bytes.count > 2 else { return }
  let source = Source(name: "input", bytes: Array(bytes[2...]))
  let environment = World.environment(isStrict: bytes[0] & 1 == 0)
  guard let checked = try? CheckedExpression(source, in: environment, expecting: nil) else { return }
  var world = World(seed: bytes[1])
  let frame = world.frame
  let first = checked.outcome(frame, &world)
  _ = first.value.description
  precondition(!first.errors.contains { $0.message.isEmpty }, "an error without words")
}

/// The cell of a decision table, tested with a few inputs.
func cells(_ bytes: [UInt8]) {
  guard bytes.count > 2 else { return }
  let source = Source(name: "input", bytes: Array(bytes[2...]))
  let environment = World.environment(isStrict: bytes[0] & 1 == 0)
  for (type, inputs) in World.inputs {
    guard let tests = try? CheckedTests(source, of: type, in: environment) else { continue }
    var world = World(seed: bytes[1])
    for input in inputs {
      switch tests.outcome(input, world.frame, &world).value {
      case .boolean, .null, .unknown: break
      case let other: preconditionFailure("a cell gave \(other)")
      }
    }
  }
}

/// Runs `body`; if it refuses, then with mistakes that stand somewhere.
func checkMistakes(_ body: () throws(Mistakes) -> Void) {
  do throws(Mistakes) { try body() } catch {
    precondition(!error.all.isEmpty, "refused without a mistake")
    for mistake in error.all {
      precondition(!mistake.message.isEmpty && mistake.location.line > 0 && mistake.location.column > 0)
      _ = mistake.text
    }
  }
}
