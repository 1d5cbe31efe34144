import Diagnostics
import Linting
import Plans
import Rules

/// Texts of laws from a folder: an outline names the files of a law, or the pins of a pack do.
struct LawTexts {
  private(set) var texts: [String: LawText] = [:]
  /// Files by law, at hand or not.
  private(set) var names: [String: [String]] = [:]

  private static let largest = 16 << 20

  init(_ library: Library, _ rulebook: Rulebook, in folder: String) throws {
    guard isFolder(folder) else { throw Problem("`\(folder)` is no folder of texts") }
    for outline in try library.outlines() where !outline.texts.isEmpty { names[outline.law] = outline.texts }
    for pack in rulebook.packs {
      for law in try library.pins(beside: pack.pack.file)?.laws ?? [] where !law.texts.isEmpty {
        if names[law.law] == nil { names[law.law] = law.texts }
      }
    }
    let cited = Set(rulebook.packs.flatMap { $0.pack.sources.map(\.law) })
    for (law, files) in names where cited.contains(law) {
      let paths = files.map { "\(folder)/\($0)" }
      guard paths.allSatisfy(exists) else { continue }
      let contents = try paths.map { path in
        let bytes = try read(path)
        guard bytes.count <= LawTexts.largest else {
          throw Problem("`\(path)` has more than \(LawTexts.largest) bytes; texts of laws are smaller")
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      let text = LawText(contents)
      guard !text.isEmpty else {
        throw Problem(
          "\(paths.joined(separator: ", ")) have no article; each begins with a heading like `## Article 1`")
      }
      texts[law] = text
    }
  }
}

extension Library {
  /// nil if the pack has none.
  func pins(beside pack: String) throws -> Pins? {
    let path =
      (pack.split(separator: "/", omittingEmptySubsequences: false).dropLast() + [Pins.fileName[...]])
      .joined(separator: "/")
    guard held.map({ $0[path] != nil }) ?? exists(absolute(path)) else { return nil }
    return try Pins(reading: Node(reading: bytes(path), named: shown(path)), file: shown(path))
  }
}
