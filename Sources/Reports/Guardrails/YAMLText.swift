import Engine
import JSON

/// YAML as it is written here: keys of ours, every text in double quotation marks as in JSON, of which YAML is a superset, and
/// comments of one line.
struct YAMLText {
  private(set) var text = ""

  mutating func comment(_ comment: String, _ level: Int = 0) {
    text += String(repeating: "  ", count: level) + "# \(oneLine(comment))\n"
  }

  /// A line without text from elsewhere.
  mutating func line(_ level: Int, _ line: String) {
    text += String(repeating: "  ", count: level) + line + "\n"
  }

  mutating func line(_ level: Int, _ key: String, _ value: String) {
    line(level, "\(key): \(Self.quoted(value))")
  }

  mutating func item(_ level: Int, _ value: String) { line(level, "- \(Self.quoted(value))") }

  static func quoted(_ value: String) -> String { JSONValue.string(oneLine(value)).compactText }

  /// Which data it is, and which provision asks for what follows.
  mutating func comment(_ zone: ResidencyZone, _ level: Int) {
    let data = zone.activity.categories?.map(\.title).joined(separator: ", ") ?? "not stated"
    comment("\(zone.activity.subject.title): \(zone.usesText); data: \(data)", level)
    for source in zone.sources {
      comment("\(source.text), \(source.place): \(source.placesText(zone.uses))", level)
    }
  }
}
