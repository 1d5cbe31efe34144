import DMN
import Diagnostics
import FEEL

/// Compiles the DMN files of one pack, each once, and finds decisions in them.
struct TableCompiler {
  let files: [TableFile]
  private var compiled: [String: Decisions] = [:]
  var mistakes: [Diagnostic] = []

  init(_ files: [TableFile]) { self.files = files }

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
    let made = decisions.elements.indices.filter { decisions.elements[$0].node.kind.isDecision }
    guard let element = made.first(where: { decisions.elements[$0].node.name == call.decision }) else {
      report(
        location, "`\(file.file)` has no decision `\(call.decision)`", call.decision,
        among: made.map { decisions.elements[$0].node.name })
      return nil
    }
    return Target(
      decisions: decisions, element: element, file: file.file, inputs: decisions.inputs(of: element))
  }

  private mutating func decisions(of file: TableFile) -> Decisions {
    if let known = compiled[file.name] { return known }
    // The other files of the pack stand by for imports.
    let decisions = Decisions([file.model] + files.filter { $0.name != file.name }.map(\.model))
    mistakes += file.mistakes
    mistakes += decisions.mistakes.filter { $0.location.file == file.file }
    compiled[file.name] = decisions
    return decisions
  }

  mutating func report(
    _ location: Location, _ message: String, _ name: String, among names: [String]
  ) {
    mistakes.append(
      Diagnostic(.reference, at: location, message, suggestion: didYouMean(name, among: names)))
  }
}
