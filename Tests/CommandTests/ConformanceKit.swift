import Diagnostics
import Engine
import FEEL
import Foundation
import Plans

@testable import pratique

/// The public conformance kit, as the folder `docs/conformance` holds it.
struct ConformanceKit {
  /// A clause of the meaning of packs, with the cases that show it and those in which it must not take effect.
  struct Clause {
    var id: String
    var positive: [String] = []
    var negative: [String] = []
  }
  struct Case {
    var id: String
    var packs: [String]
    var asOf: CalendarDate
    var plan: Node
    var findings: [Expected]
    /// `pack/provision` of provisions whose findings must be just those expected, perhaps none.
    var compared: Set<String>
    var later: [String]
    var file: String
  }
  /// A finding, as far as the case says what it must be.
  struct Expected {
    var provision: String
    var subject: String
    var from: String?
    var said: Node
    var name: String { ConformanceKit.name(provision, subject, from) }
  }

  /// The path of the kit.
  static let folder = Tool.checkout.appending(path: "docs/conformance").path
  var clauses: [Clause]
  var cases: [Case]

  init() throws {
    let index = try ConformanceKit.node("kit.json")
    clauses = (index["clauses"]?.items ?? []).compactMap { $0["id"]?.text.map { Clause(id: $0) } }
    cases = []
    var files: [String: [Node]] = [:]
    for entry in index["cases"]?.items ?? [] {
      guard let id = entry["id"]?.text, let file = entry["file"]?.text else { throw Malformed(what: "index") }
      if files[file] == nil { files[file] = try ConformanceKit.node(file)["cases"]?.items ?? [] }
      guard let node = files[file]?.first(where: { $0["id"]?.text == id }) else { throw Malformed(what: id) }
      cases.append(try ConformanceKit.each(node, id, file))
      for place in clauses.indices {
        if entry.texts("positive").contains(clauses[place].id) { clauses[place].positive.append(id) }
        if entry.texts("negative").contains(clauses[place].id) { clauses[place].negative.append(id) }
      }
    }
  }

  struct Malformed: Error { var what: String }

  static func name(_ provision: String, _ subject: String, _ from: String?) -> String {
    "\(provision)@\(subject)" + (from.map { "~\($0)" } ?? "")
  }

  private static func node(_ path: String) throws -> Node {
    try Node(reading: read("\(folder)/\(path)"), named: path)
  }

  private static func each(_ node: Node, _ id: String, _ file: String) throws -> Case {
    guard let day = node["asOf"]?.text.flatMap({ CalendarDate($0) }), let plan = node["plan"] else {
      throw Malformed(what: id)
    }
    let findings = try (node["findings"]?.items ?? []).map { finding in
      guard let pack = finding["pack"]?.text, let provision = finding["provision"]?.text,
        let subject = finding["subject"]?.text
      else { throw Malformed(what: id) }
      return Expected(
        provision: "\(pack)/\(provision)", subject: subject, from: finding["from"]?.text, said: finding)
    }
    let later = node.texts("later")
    return Case(
      id: id, packs: node.texts("packs"), asOf: day, plan: plan, findings: findings,
      compared: Set(findings.map(\.provision) + node.texts("none") + later), later: later, file: file)
  }
}

extension Node {
  func texts(_ key: String) -> [String] { self[key]?.items?.compactMap(\.text) ?? [] }
}
