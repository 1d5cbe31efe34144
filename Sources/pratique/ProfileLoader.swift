import Diagnostics
import Rules
import Signing
import XML

/// Reads profiles, each file once and those that it builds on before it.
struct ProfileLoader: ~Copyable {
  private let library: Library
  private let schema: Schema
  /// From the first that counts to the last.
  private var stack: [Profile] = []
  private var mistakes: [Diagnostic] = []
  /// By file: still open while those that it builds on are read.
  private var states: [String: State] = [:]

  private enum State { case open, done }

  /// How many profiles one stack may have.
  static let limit = 50

  /// A profile as somebody named it: on the command line, or in a plan.
  struct Name {
    var text: String
    /// nil: on the command line, where files may be named too.
    var location: Location?
  }

  /// The profiles in the order in which they count, as far as they can be read, and what is wrong with them.
  static func load(_ names: [Name], from library: Library) throws -> (
    stack: [Profile], mistakes: [Diagnostic]
  ) {
    var loader = try ProfileLoader(library)
    for name in names { try loader.load(name) }
    return (loader.stack, loader.mistakes)
  }

  private init(_ library: Library) throws {
    self.library = library
    let path = "rules/schema/profile.xsd"
    schema = try Schema(library.bytes(path), named: library.shown(path))
  }

  private mutating func load(_ name: Name) throws {
    if let location = name.location {
      guard let file = try file(name.text, beside: nil, at: location) else { return }
      try add(file, id: name.text, at: location, path: [])
    } else if name.text.contains("/") || name.text.hasSuffix(".xml") {
      try add(name.text, id: nil, at: nil, path: [])
    } else {
      let known = try library.profiles()
      guard known.contains(name.text) else {
        let hint = didYouMean(name.text, among: known).map { "; \($0)" } ?? ""
        throw Problem(
          "there is no profile `\(name.text)`\(hint.isEmpty ? "; a file is named with its folder or its ending .xml" : hint)"
        )
      }
      try add(Library.profileFile(name.text), id: name.text, at: nil, path: [])
    }
  }

  /// The file of an id: of the library, or beside the file that names it.
  private mutating func file(_ id: String, beside file: String?, at location: Location) throws -> String? {
    let known = try library.profiles()
    var beside: String?
    if let file, !file.hasPrefix("rules/profiles/") {
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let path = (folder.map(String.init) + ["\(id).xml"]).joined(separator: "/")
      if isName(id), library.has(path) { beside = path }
    }
    switch (known.contains(id), beside) {
    case (true, nil): return Library.profileFile(id)
    case (false, let path?): return path
    case (true, let path?):
      report(
        .ambiguous, location, "`\(id)` is a profile of the library and of \(path)",
        "rename the file and its id")
    case (false, nil):
      report(.unknown, location, "there is no profile `\(id)`", didYouMean(id, among: known))
    }
    return nil
  }

  private func isName(_ id: String) -> Bool {
    id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// Adds the profile of a file after those that it builds on. `id`: what it must be called.
  private mutating func add(_ file: String, id: String?, at location: Location?, path: [String]) throws {
    switch states[file] {
    case .done: return
    case .open:
      let chain = (path.drop { $0 != id } + [id ?? ""]).joined(separator: " → ")
      return report(.cycle, location ?? Location(file: file, line: 1), "a profile builds on itself: \(chain)")
    case nil: break
    }
    guard states.count < Self.limit else {
      if states.count == Self.limit {
        report(
          .limit, location ?? Location(file: file, line: 1), "at most \(Self.limit) profiles can be stacked")
      }
      return
    }
    states[file] = .open
    defer { states[file] = .done }
    guard let profile = try profile(file) else { return }
    if let id, profile.id != id {
      report(
        .name, Location(file: file, line: 1), "the file is named `\(id)`, the profile `\(profile.id)`",
        "give both one name")
    }
    for base in profile.bases {
      guard let other = try self.file(base.id, beside: file, at: base.location) else { continue }
      try add(other, id: base.id, at: base.location, path: path + [profile.id])
    }
    if let other = stack.first(where: { $0.id == profile.id }) {
      report(
        .ambiguous, Location(file: file, line: 1), "\(other.file) is a profile `\(profile.id)` too",
        "rename one of them")
    }
    stack.append(profile)
  }

  private mutating func profile(_ file: String) throws -> Profile? {
    let bytes = try library.bytes(file)
    do throws(Mistakes) {
      let shown = library.shown(file)
      let element = try parse(bytes, named: shown, validatedBy: schema)
      return Profile(reading: element, file: shown, sha256: sha256(bytes), mistakes: &mistakes)
    } catch {
      mistakes += error.all
      return nil
    }
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ location: Location, _ message: String, _ suggestion: String? = nil
  ) {
    mistakes.append(Diagnostic(code, at: location, message, suggestion: suggestion))
  }
}

extension Library {
  /// Ids of the profiles of the library, sorted.
  func profiles() throws -> [String] {
    guard held != nil || isFolder("\(root)/rules/profiles") else { return [] }
    return try files(in: "rules/profiles") { $0.hasSuffix(".xml") }.map {
      String($0.dropFirst("rules/profiles/".count).dropLast(".xml".count))
    }.filter { !$0.contains("/") }
  }

  static func profileFile(_ id: String) -> String { "rules/profiles/\(id).xml" }

  /// The profiles resolved against the packs; nil if none is named.
  func tailoring(_ names: [ProfileLoader.Name], of rulebook: Rulebook) throws -> Tailoring? {
    if names.isEmpty { return nil }
    let (stack, mistakes) = try ProfileLoader.load(names, from: self)
    return try Tailoring(stack, of: rulebook, mistakes: mistakes)
  }
}

extension Diagnostic.Code {
  fileprivate static let unknown = Self(rawValue: "profile.unknown")
  fileprivate static let ambiguous = Self(rawValue: "profile.ambiguous")
  fileprivate static let cycle = Self(rawValue: "profile.cycle")
  fileprivate static let limit = Self(rawValue: "profile.limit")
  fileprivate static let name = Self(rawValue: "profile.name")
}
