package import Diagnostics
package import FEEL

extension Waiver {
  /// Reads a file of waivers (YAML or JSON); all mistakes at once. `zones` knows the names of time zones.
  package static func list(reading root: Node, zones: Zones) throws(Mistakes) -> [Waiver] {
    var reader = WaiverReader(zones: zones)
    let waivers = reader.waivers(root)
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
    return waivers
  }
}

private struct WaiverReader {
  let zones: Zones
  private(set) var mistakes: [Diagnostic] = []

  init(zones: Zones) { self.zones = zones }

  private static let limit = 10_000
  private static let keys = [
    "provision", "subject", "reason", "owner", "approver", "from", "until", "timeZone",
  ]

  private mutating func complain(_ node: Node, _ message: String, _ suggestion: String? = nil) {
    mistakes.append(Diagnostic(.waiver, at: node.location, message, suggestion: suggestion))
  }

  mutating func waivers(_ root: Node) -> [Waiver] {
    check(root, ["pratique", "waivers"], "a file of waivers")
    if root["pratique"]?.text != "1" { complain(root, "a file of waivers begins with `pratique: 1`") }
    guard let items = root["waivers"]?.items, items.count <= Self.limit else {
      complain(root, "a file of waivers has a list of at most \(Self.limit) `waivers`")
      return []
    }
    var scopes: Set<String> = []
    var result: [Waiver] = []
    for item in items {
      guard let waiver = waiver(item) else { continue }
      if !scopes.insert(waiver.scope).inserted {
        complain(item, "`\(waiver.scope)` is waived twice", "keep one of them")
      }
      result.append(waiver)
    }
    return result
  }

  private mutating func waiver(_ node: Node) -> Waiver? {
    check(node, Self.keys, "a waiver")
    guard node.entries != nil else { return nil }
    let provision = text("provision", of: node, "the provision that is not met, such as `eu.gdpr/art-27`")
    let subject = text("subject", of: node, "for whom: the id of the subject, or `organization`")
    let reason = text("reason", of: node, "why the gap is accepted")
    let owner = text("owner", of: node, "the role that answers for the gap")
    let approver = text("approver", of: node, "the role that accepted it")
    let zone = text("timeZone", of: node, "the zone in which its last day ends, such as `Europe/Berlin`")
    let until = date("until", of: node)
    if node["until"] == nil { complain(node, "a waiver has `until`: its last day") }
    let from = date("from", of: node)
    if let from, let until, until < from, let place = node["until"] {
      complain(place, "the waiver ends on \(until), before it begins on \(from)")
    }
    if let provision, let place = node["provision"], provision.split(separator: "/").count != 2 {
      complain(
        place, "`\(provision)` names no provision", "write the ids of pack and provision: `eu.gdpr/art-27`")
    }
    if let owner, let approver, plain(owner) == plain(approver), let place = node["approver"] {
      complain(place, "the owner of a gap cannot approve it: `\(approver)` is both")
    }
    if let zone, let place = node["timeZone"], zones[zone] == nil {
      complain(
        place, "`\(zone)` is no time zone", "write a name of the IANA database: `Europe/Berlin`, `UTC`")
    }
    guard let provision, let subject, let reason, let owner, let approver, let zone, let until else {
      return nil
    }
    return Waiver(
      provision: provision, subject: subject, reason: reason, owner: owner, approver: approver, from: from,
      until: until, timeZone: zone, location: node.location)
  }

  private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The same role, however it is spaced, capitalized or punctuated.
  private func plain(_ role: String) -> String {
    String(String.UnicodeScalarView(role.lowercased().unicodeScalars.filter(isLetterOrDigit)))
  }

  private mutating func text(_ key: String, of node: Node, _ meaning: String) -> String? {
    guard let text = node[key]?.text, text.unicodeScalars.contains(where: isLetterOrDigit) else {
      complain(node[key] ?? node, "a waiver has `\(key)`: \(meaning)")
      return nil
    }
    return text
  }

  private mutating func date(_ key: String, of node: Node) -> CalendarDate? {
    guard let value = node[key] else { return nil }
    guard let date = value.text.flatMap({ CalendarDate($0) }) else {
      complain(value, "`\(key)` is not a date; write YYYY-MM-DD")
      return nil
    }
    return date
  }

  private mutating func check(_ node: Node, _ known: [String], _ what: String) {
    guard let entries = node.entries else {
      return complain(node, "\(what) is a map of \(known.joined(separator: ", "))")
    }
    for entry in entries where !known.contains(entry.key) {
      mistakes.append(
        Diagnostic(
          .waiver, at: entry.location, "\(what) has no `\(entry.key)`",
          suggestion: didYouMean(entry.key, among: known)))
    }
  }
}

extension Diagnostic.Code { fileprivate static let waiver = Self(rawValue: "waiver") }
