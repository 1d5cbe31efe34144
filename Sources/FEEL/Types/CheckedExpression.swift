package import Archive
package import Diagnostics

/// An expression ready to be evaluated: names resolved to places, types known.
package struct CheckedExpression: Sendable {
  private let surroundings: Surroundings
  /// Made when it is first asked for, where it can wait.
  private let parts: Late<Parts>

  /// Where it was checked; nil for one that comes from a compiled library, which nobody changes.
  private let origin: Origin?

  private struct Parts: Sendable {
    let root: Checked
    let text: Text
  }

  /// What it is written in: asked for only by those who tell of it.
  private enum Text: Sendable { case source(Source), archived(ArchiveReader) }

  /// Parses, resolves and types `source` in `environment`; `expected` nil = any type.
  package init(_ source: Source, in environment: Environment, expecting expected: Type?) throws(Mistakes) {
    let root = try checked(source, environment, expected)
    surroundings = Surroundings(environment)
    origin = Origin(environment, expected)
    parts = Late(made: Parts(root: root, text: .source(source)))
  }

  /// Resolves and types a tree that was made of that of another expression, where that one stands; the places in it stay those
  /// of the text. nil if it does not check, or if the other comes from a compiled library. `functions` are known beside those of
  /// the environment.
  package init?(
    _ tree: Expression, insteadOf other: CheckedExpression, knowing functions: [Environment.HostFunction] = []
  ) {
    guard let origin = other.origin else { return nil }
    var environment = origin.environment
    environment.functions += functions
    var checker = Checker(environment)
    let root = checker.check(tree, expecting: origin.expected).node
    guard checker.mistakes.isEmpty else { return nil }
    surroundings = other.surroundings
    self.origin = Origin(environment, origin.expected)
    parts = Late(made: Parts(root: root, text: .source(other.source)))
  }

  /// The text as a tree, as it was before names were resolved; nil if it comes from a compiled library.
  package var syntax: Expression? {
    guard let environment = origin?.environment else { return nil }
    var parser = Parser(source, names: environment.names, isStrict: environment.isStrict)
    return try? parser.complete()
  }

  /// The same on first use, for a source that is known to have been checked in this environment. One that is not what it
  /// was known to be is an error wherever it is reached, never a verdict.
  package init(known source: Source, in environment: Environment, expecting expected: Type?) {
    surroundings = Surroundings(environment)
    origin = Origin(environment, expected)
    parts = Late {
      do throws(Mistakes) {
        return Parts(root: try checked(source, environment, expected), text: .source(source))
      } catch {
        let message = error.all.map(\.message).joined(separator: "; ")
        return Parts(root: .failed(message, in: source), text: .source(source))
      }
    }
  }

  package var source: Source {
    switch parts.value.text {
    case .source(let source): return source
    case .archived(var part): return Source(from: &part)
    }
  }

  /// The resolved tree.
  package var root: Checked { parts.value.root }

  /// `frame`: values of `environment.variables`, in order.
  package func evaluate(_ frame: [Value], _ host: inout some Host) -> Value {
    var evaluation = Evaluation(frame: frame, in: surroundings)
    return evaluation.settled(evaluation.value(root, &host))
  }

  /// The same for a caller that evaluates often: the frame is lent, not copied, and comes back as it was.
  package func outcome(in frame: inout [Value], _ host: inout some Host) -> Outcome {
    let count = frame.count
    var evaluation = Evaluation(frame: [], in: surroundings)
    swap(&evaluation.frame, &frame)
    let value = evaluation.value(root, &host)
    swap(&evaluation.frame, &frame)
    frame.removeLast(frame.count - count)
    let errors = evaluation.failures.isEmpty ? [] : evaluation.failures.map { $0.diagnostic(in: source) }
    return Outcome(value: evaluation.settled(value), errors: errors)
  }

  /// The value, and what went wrong on the way (division by zero, a bad argument): a null with errors is an
  /// error.
  package func outcome(_ frame: [Value], _ host: inout some Host, within steps: Int? = nil) -> Outcome {
    var evaluation = Evaluation(frame: frame, in: surroundings, steps: steps ?? Evaluation.workLimit)
    let value = evaluation.value(root, &host)
    return Outcome(
      value: evaluation.settled(value), errors: evaluation.failures.map { $0.diagnostic(in: source) })
  }
}

/// In which environment, and as which type, a tree was checked: whoever changes the tree checks it there again.
private final class Origin: Sendable {
  let environment: Environment
  let expected: Type?
  init(_ environment: Environment, _ expected: Type?) {
    self.environment = environment
    self.expected = expected
  }
}

extension CheckedExpression: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    // Where it came from does not say in which surroundings it stands; packs have one kind.
    if !surroundings.isStrict { archive.refuse() }
    archive.writePart { part in
      part.write(root)
      part.write(source)
    }
  }

  /// Reads its place only: the tree is read when it is first asked for.
  package init(from archive: inout ArchiveReader) {
    surroundings = Surroundings(isStrict: true)
    origin = nil
    let part = archive.part()
    parts = Late {
      var part = part
      let root = Checked(from: &part)
      let message = "the compiled condition is broken"
      return Parts(
        root: part.isBroken ? .failed(message, in: Source(from: &part)) : root, text: .archived(part))
    }
  }
}

extension Checked {
  fileprivate static func failed(_ message: String, in source: Source) -> Checked {
    .failed(Mistake(.unexpected, at: 0..<source.bytes.count, message))
  }
}

private func checked(_ source: Source, _ environment: Environment, _ expected: Type?) throws(Mistakes)
  -> Checked
{
  try mistakes(in: source) { () throws(Mistake) in
    var parser = Parser(source, names: environment.names, isStrict: environment.isStrict)
    let expression = try parser.complete()
    var checker = Checker(environment)
    return (checker.check(expression, expecting: expected).node, checker.mistakes)
  }
}

/// A value with the errors met while it was computed.
package struct Outcome: Sendable {
  package let value: Value
  package let errors: [Diagnostic]
  /// Which rules of which tables gave it.
  package let firings: [Firing]
  package init(value: Value, errors: [Diagnostic], firings: [Firing] = []) {
    self.value = value
    self.errors = errors
    self.firings = firings
  }
}

/// The input cell of a decision table, ready to be tested.
package struct CheckedTests: Sendable {
  package let source: Source
  private let tests: Checked.Tests
  private let surroundings: Surroundings

  /// Parses and checks `source`, whose `?` is of type `input`.
  package init(_ source: Source, of input: Type, in environment: Environment) throws(Mistakes) {
    self.source = source
    surroundings = Surroundings(environment)
    tests = try mistakes(in: source) { () throws(Mistake) in
      var parser = Parser(source, names: environment.names, isStrict: environment.isStrict)
      let tests = try parser.unaryTests()
      var checker = Checker(environment)
      return (checker.tests(tests, of: input), checker.mistakes)
    }
  }

  /// Does `input` pass.
  package func outcome(_ input: Value, _ frame: [Value], _ host: inout some Host) -> Outcome {
    var evaluation = Evaluation(frame: frame, in: surroundings)
    let truth = evaluation.truth(of: tests, for: input, 0..<source.bytes.count, &host)
    return Outcome(
      value: evaluation.settled(truth.value), errors: evaluation.failures.map { $0.diagnostic(in: source) })
  }
}

/// Runs the passes and puts what they found into the words of the source, in the order of the text.
private func mistakes<Result>(
  in source: Source, _ passes: () throws(Mistake) -> (Result, [Mistake])
) throws(Mistakes) -> Result {
  let mistakes: [Mistake]
  do throws(Mistake) {
    let result = try passes()
    if result.1.isEmpty { return result.0 }
    mistakes = result.1.sorted { $0.extent.lowerBound < $1.extent.lowerBound }
  } catch {
    mistakes = [error]
  }
  throw Mistakes(mistakes.map { $0.diagnostic(in: source) })
}

extension Environment {
  /// Every name that an expression here can start with or reach by a dot.
  package var visibleNames: [String] {
    let names =
      variables.flatMap { [$0.name] + $0.type.memberNames }
      + aliases.flatMap { [$0.name] + $0.type.memberNames } + types.map(\.name)
    return names.filter(\.isCompoundName)
  }

  /// Names with spaces: DMN files have them, packs do not.
  fileprivate var names: Names {
    guard !isStrict else { return Names() }
    return Names(
      variables.map(\.name) + functions.map(\.name) + kinds.flatMap { $0.facts.map(\.name) }
        + variables.flatMap(\.type.memberNames) + aliases.flatMap { [$0.name] + $0.type.memberNames }
        + types.map(\.name) + types.flatMap(\.type.memberNames))
  }
}

extension Type {
  /// The names of all entries inside.
  package var memberNames: [String] {
    switch self {
    case .context(let members): members.flatMap { [$0.name] + $0.type.memberNames }
    case .list(let item), .function(_, let item): item.memberNames
    default: []
    }
  }
}
