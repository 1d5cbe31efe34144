import ArgumentParser
import FEEL
import Signing

struct KeysList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Which keys of a trust file count on a day; the ids of keys in files.")

  @Argument(help: ArgumentHelp("Files with public or private keys.", valueName: "files"))
  var files: [String] = []
  @Option(
    help: ArgumentHelp(
      "The trust file. Default: PRATIQUE_TRUST, else trust.yaml or trust.json here, unless files are named.",
      valueName: "file"))
  var trust: String?
  @Option(
    help: ArgumentHelp(
      "The day (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.", valueName: "day"))
  var asOf: String?

  func run() throws {
    let day = try day(asOf)
    var lines = try files.map { file in
      let key = try KeyFile.anyKey(file)
      return "\(file)  \(key.algorithm.rawValue)  \(key.id)"
    }
    if files.isEmpty || trust != nil {
      guard let trust = try Admission(trust: trust).trustFile() else {
        throw Problem("there is no trust file here; name one with --trust, or name files with keys")
      }
      lines += trust.keys.flatMap { $0.lines(on: day) }
      if trust.keys.isEmpty { lines.append("\(trust.file) has no keys") }
    }
    Output.say(lines.joined(separator: "\n"))
  }
}

extension Trust.Key {
  fileprivate func lines(on day: CalendarDate) -> [String] {
    let state =
      switch standing(on: day) {
      case .counts: "counts on \(day)"
      case .notYet: "does not count yet on \(day)"
      case .ended: "no longer counts on \(day)"
      case .revoked(let reason): "revoked: \(reason)"
      }
    var scope: [String] = []
    if let from { scope.append("from \(from)") }
    if let until { scope.append("until \(until)") }
    if !packs.isEmpty { scope.append("packs \(packs.map(\.text).joined(separator: ", "))") }
    if !bundles.isEmpty { scope.append("bundles of \(bundles.map(\.text).joined(separator: ", "))") }
    return [
      "\(name)  \(state)", "  \(key.algorithm.rawValue)  \(key.id)", "  \(scope.joined(separator: "; "))",
    ]
  }
}
