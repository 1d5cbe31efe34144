import JSON
import Ledger
import Reports
import Signing

extension Ledger {
  /// All entries, oldest first, a page at a time.
  func forEach(_ kind: Kind? = nil, _ body: (Entry) throws -> Void) throws {
    var number = 0
    while case let page = try entries(kind, after: number), let last = page.last {
      for entry in page { try body(entry) }
      number = last.number
    }
  }

  /// The last assessment of each plan, by the name of the plan.
  func lastAssessments() throws -> [String: Entry] {
    var result: [String: Entry] = [:]
    try forEach(.assessment) { entry in
      if let name = entry.body["summary"]?["plan"]?.string { result[name] = entry }
    }
    return result
  }

  /// The bytes of a file that an assessment names under a key.
  func file(_ key: String, of entry: Entry) throws -> (name: String, bytes: [UInt8])? {
    guard let member = entry.body[key] else { return nil }
    return try file(member, of: entry)
  }

  func file(_ member: JSONValue, of entry: Entry) throws -> (name: String, bytes: [UInt8]) {
    guard let name = member["file"]?.string, let hash = member["sha256"]?.string,
      let bytes = try content(hash)
    else {
      throw Problem("the ledger `\(path)` lacks a file of its entry \(entry.number); see `ledger verify`")
    }
    return (name, bytes)
  }

  /// What an assessment amounted to.
  func snapshot(of entry: Entry) throws -> Snapshot {
    guard let file = try file("snapshot", of: entry) else {
      throw Problem("the entry \(entry.number) of the ledger `\(path)` has no snapshot")
    }
    return try Snapshot(bytes: file.bytes, named: "\(path), entry \(entry.number)")
  }

  /// The sign-offs on a plan, the last of each role, and whether they hold for these outcomes.
  func signOffs(on plan: String, outcomes: String) throws -> [(entry: Entry, role: String, holds: Bool)] {
    var last: [String: Entry] = [:]
    try forEach(.signOff) { entry in
      if entry.body["plan"]?.string == plan, let role = entry.body["role"]?.string { last[role] = entry }
    }
    return last.sorted { $0.value.number < $1.value.number }.map { role, entry in
      (entry, role, entry.body["outcomes"]?.string == outcomes)
    }
  }
}
