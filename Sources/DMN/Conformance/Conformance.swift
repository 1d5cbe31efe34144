package import Diagnostics
package import FEEL

/// A folder of the conformance kit: what its test files say of its models.
package struct Conformance: Sendable {
  /// A file with its path below the folder that was asked for.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package private(set) var verdicts: [Verdict] = []
  /// Files that are not what they should be.
  package private(set) var mistakes: [Diagnostic] = []

  private let surroundings: Surroundings

  package init(in surroundings: Surroundings = Surroundings()) { self.surroundings = surroundings }

  /// Runs the test files of one folder against the models of the same folder.
  package mutating func run(folder: String, _ files: [File]) {
    var models: [Model] = []
    var broken: [String: [Diagnostic]] = [:]
    for file in files where file.path.hasSuffix(".dmn") {
      do throws(Mistakes) {
        let (model, mistakes) = try Model.read(file.bytes, named: file.path)
        models.append(model)
        self.mistakes += mistakes
      } catch {
        broken[file.path] = error.all
        mistakes += error.all
      }
    }
    for file in files where file.path.hasSuffix(".xml") {
      do throws(Mistakes) {
        let tests = try TestFile(file.bytes, named: file.path, in: surroundings)
        mistakes += tests.mistakes
        run(tests, models, folder: folder)
      } catch {
        // Other XML files may stand beside the tests.
        if error.all.first?.code != .notModel { mistakes += error.all }
      }
    }
  }

  private mutating func run(_ tests: TestFile, _ models: [Model], folder: String) {
    let wanted = tests.model.map { name in models.first { $0.file.hasSuffix("/" + name) || $0.file == name } }
    guard let model = (wanted ?? models.first) ?? nil else {
      verdicts += tests.failures(
        folder: folder, reason: "the model `\(tests.model ?? "")` cannot be read or is not there")
      return
    }
    let decisions = Decisions(Conformance.needed(by: model, among: models), in: surroundings)
    verdicts += tests.verdicts(on: decisions, main: model.namespace, folder: folder)
  }

  /// The model and what it imports, directly or not.
  private static func needed(by model: Model, among models: [Model]) -> [Model] {
    var result = [model]
    var index = 0
    while index < result.count {
      for each in result[index].imports {
        guard let other = models.first(where: { $0.namespace == each.namespace }),
          !result.contains(where: { $0.file == other.file })
        else { continue }
        result.append(other)
      }
      index += 1
    }
    return result
  }
}
