import DMN
import Diagnostics
import FEEL

/// Compiles the DMN files of one pack, each once, and finds decisions in them.
struct TableCompiler {
  let files: [TableFile]
  private var compiled: [String: Decisions] = [:]
  var mistakes: [Diagnostic] = []
  /// What is doubtful in the tables but does not keep them from being used.
  var remarks: [Diagnostic] = []
  /// All this was looked at before.
  private let areChecked: Bool

  /// Each is compiled with all others beside it.
  private static let fileLimit = 50

  init(_ files: [TableFile], areChecked: Bool) {
    self.files = Array(files.prefix(TableCompiler.fileLimit))
    if files.count > TableCompiler.fileLimit {
      mistakes = [
        Diagnostic(
          .limit, at: Location(file: files[TableCompiler.fileLimit].file, line: 1),
          "a pack has at most \(TableCompiler.fileLimit) DMN files, this one \(files.count)")
      ]
    }
    self.areChecked = areChecked
  }

  /// A decision that a pack may call, with the inputs it must be given.
  struct Target {
    let decisions: Decisions
    let element: Int
    let file: String
    /// Input data that the decision rests on.
    let inputs: [Int]
  }

  mutating func target(_ call: Definition.Call, at location: Location) -> Target? {
    guard let file = files.first(where: { $0.name == call.file }) else {
      report(location, "there is no file `\(call.file)` beside the pack", call.file, among: files.map(\.name))
      return nil
    }
    let decisions = decisions(of: file)
    // What another file has is called by the name of that file.
    let made = decisions.elements.indices.filter {
      decisions.elements[$0].node.kind.isDecision && decisions.elements[$0].node.location.file == file.file
    }
    guard let element = made.first(where: { decisions.elements[$0].node.name == call.decision }) else {
      report(
        location, "`\(file.file)` has no decision `\(call.decision)`", call.decision,
        among: made.map { decisions.elements[$0].node.name })
      return nil
    }
    return Target(
      decisions: decisions, element: element, file: file.file, inputs: decisions.inputs(of: element))
  }

  /// Compiles what no call has asked for: a mistake in a file is told whether or not the pack uses it yet.
  mutating func compileRest() {
    for file in files where !areChecked { _ = decisions(of: file) }
  }

  private mutating func decisions(of file: TableFile) -> Decisions {
    if let known = compiled[file.name] { return known }
    // The other files of the pack stand by for imports.
    let decisions = Decisions([file.model] + files.filter { $0.name != file.name }.map(\.model))
    mistakes += file.mistakes
    mistakes += decisions.mistakes.filter { $0.location.file == file.file }
    if !areChecked {
      // Gaps are for the author to judge; a table that can contradict itself is refused.
      let findings = decisions.tableFindings.filter { $0.location.file == file.file }
      mistakes += findings.filter { $0.severity == .error }
      remarks += findings.filter { $0.severity != .error }
    }
    compiled[file.name] = decisions
    return decisions
  }

  private mutating func report(
    _ location: Location, _ message: String, _ name: String, among names: [String]
  ) {
    mistakes.append(
      Diagnostic(.reference, at: location, message, suggestion: didYouMean(name, among: names)))
  }
}
