import Diagnostics

/// What is wrong with options and tables, told all at once.
struct Complaints {
  private var problems: [String] = []
  private var mistakes: [Diagnostic] = []

  /// What the work gives; nil if it complains.
  mutating func value<Value>(_ work: () throws -> Value) throws -> Value? {
    do {
      return try work()
    } catch let problem as Problem {
      problems.append(problem.text)
    } catch let found as Mistakes {
      mistakes += found.all
    }
    return nil
  }

  mutating func expect(_ isSound: Bool, _ problem: @autoclosure () -> String) {
    if !isSound { problems.append(Problem(problem()).text) }
  }

  /// Nothing may be given out before this.
  func tell() throws {
    guard !problems.isEmpty else {
      if !mistakes.isEmpty { throw Mistakes(mistakes) }
      return
    }
    throw Problem(all: problems + mistakes.map(\.text))
  }
}
