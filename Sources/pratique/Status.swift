import Glibc

/// The exit status: a contract with scripts, one case per meaning.
enum Status: Int32, Error {
  case clean = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  case badInput = 2
  /// Facts are unknown on which a finding at or above `--fail-on` hangs.
  case unknownFacts = 3
  case internalError = 4
}

/// Something about the environment or usage that stops the run: a missing file, a folder that cannot be written.
struct Problem: Error {
  let text: String
  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
    self.text = "error: \(lines.joined(separator: "\n"))"
  }

  /// Several at once, each as it is told alone.
  init(all texts: [String]) { text = texts.joined(separator: "\n") }
}

func leave(_ status: Status) -> Never { exit(status.rawValue) }
