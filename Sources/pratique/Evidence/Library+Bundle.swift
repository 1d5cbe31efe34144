import Evidence
import Publishing
import Rules
import Zip

extension Library {
  private static let folder = "packs/"
  /// Where packs of one's own lie in a bundle, each of their folders under a number.
  private static let own = "jurisdictions/own/"

  /// A library that was put into a bundle. Nothing outside of the bundle is read.
  init(bundled files: [ZipFile.Entry]) {
    self.init(root: "packs", reason: "the bundle")
    var held: [String: [UInt8]] = [:]
    for file in files {
      if file.path.hasPrefix(Library.folder) {
        held[String(file.path.dropFirst(Library.folder.count))] = file.bytes
      } else if file.path.hasPrefix("profiles/") {
        held[file.path] = file.bytes
      }
    }
    self.held = held
    isSealed = true
  }

  /// Everything that judging rests on, as it lies in a bundle: packs with their tables, what was read of them and their
  /// signatures, but not their cases.
  func bundled() throws -> [ZipFile.Entry] {
    var entries: [ZipFile.Entry] = []
    for (path, bytes) in try allFiles().sorted(by: { $0.key < $1.key }) {
      let place = placeInBundle(path)
      guard place.hasPrefix("rules/") || isOfPack(place) else { continue }
      // What a link leads to is none of the library.
      if held == nil || !additions.isEmpty, isLink(absolute(path)) {
        throw Problem("`\(path)` is a link; a bundle takes plain files alone")
      }
      entries.append(ZipFile.Entry(path: Library.folder + place, bytes: bytes))
    }
    return entries
  }

  private func isOfPack(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains("cases") else { return false }
    return ["pack.xml", "pins.yaml", Inventory.signatureName[...]].contains(name)
      || name.hasSuffix(".dmn") && parts.dropLast().last == "tables"
  }

  private func placeInBundle(_ path: String) -> String {
    for (index, addition) in additions.enumerated() where path.hasPrefix("\(addition)/") {
      return "\(Library.own)\(index + 1)/\(path.dropFirst(addition.count + 1))"
    }
    return path
  }

  /// The profiles of the command line that are files, and those beside them that they build on, as they lie in a bundle; and how all
  /// are named there.
  func profileFiles(named names: [String]) throws -> (files: [ZipFile.Entry], names: [String]) {
    guard !names.isEmpty else { return ([], []) }
    let stack = try ProfileLoader.load(names.map { ProfileLoader.Name(text: $0) }, from: self).stack
      .filter { !$0.file.hasPrefix("rules/profiles/") }
    func place(_ profile: Profile) -> String { "profiles/\(profile.id).xml" }
    return (
      try stack.map { ZipFile.Entry(path: place($0), bytes: try bytes($0.file)) },
      names.map { name in stack.first { $0.file == name }.map(place) ?? name }
    )
  }
}
