import FoundationEssentials
import Reports
import Zip

extension ResultFile {
  /// A result that was written before: `result.json`, or the one in a bundle.
  init(at path: String) throws {
    let place = "results/result.json"
    if isFolder(path) {
      try self.init(bytes: read("\(path)/\(place)"), named: "\(path)/\(place)")
      return
    }
    let bytes = try read(path)
    guard bytes.starts(with: "PK".utf8) else {
      try self.init(bytes: bytes, named: path)
      return
    }
    let zip: ZipFile
    do throws(ZipError) { zip = try ZipFile(reading: bytes) } catch {
      throw Problem("`\(path)` is no bundle: \(error.message)")
    }
    guard let file = zip.entries.first(where: { $0.path == place }) else {
      throw Problem("`\(path)` holds no `\(place)`")
    }
    try self.init(bytes: file.bytes, named: "\(path), \(place)")
  }

  private init(bytes: [UInt8], named name: String) throws {
    self = try decoded(
      bytes, named: name, version: Self.schemaVersion,
      what: "result; `pratique assess PLAN --format json` writes one")
  }
}

extension Snapshot {
  /// As a ledger holds it.
  init(bytes: [UInt8], named name: String) throws {
    self = try decoded(bytes, named: name, version: Self.schemaVersion, what: "snapshot of a result")
  }
}

/// What every file of ours begins with.
private struct Head: Decodable { var schemaVersion: String }

/// A file of ours in JSON whose form has the same major version.
private func decoded<File: Decodable>(
  _ bytes: [UInt8], named name: String, version: String, what: String
) throws -> File {
  let data = Data(bytes)
  let decoder = JSONDecoder()
  guard let head = try? decoder.decode(Head.self, from: data) else {
    throw Problem("`\(name)` is no \(what)")
  }
  let major = { (version: String) in version.split(separator: ".").first.map(String.init) }
  guard major(head.schemaVersion) == major(version) else {
    throw Problem("`\(name)` is of form \(head.schemaVersion.prefix(20)); this version reads \(version)")
  }
  do {
    return try decoder.decode(File.self, from: data)
  } catch let error as DecodingError {
    throw Problem("`\(name)` is not whole: \(words(error))")
  }
}

/// Where it is broken: `findings.3.verdict is missing`.
private func words(_ error: DecodingError) -> String {
  func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
    (context.codingPath + (last.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
      .joined(separator: ".")
  }
  return switch error {
  case .keyNotFound(let key, let context): "`\(path(context, key))` is missing"
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    "`\(path(context))` is not of the right type"
  case .dataCorrupted(let context): "`\(path(context))` cannot be read"
  @unknown default: "it cannot be read"
  }
}
