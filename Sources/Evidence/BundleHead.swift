package import FEEL
import JSON

/// What a bundle claims of itself: what was judged, under which law, by which engine, and when it was signed.
package struct BundleHead: Sendable, Hashable {
  /// The version of the format.
  static let version = 1

  /// The version of the engine that judged.
  package var engine: String
  /// Where the plan lies in the bundle, and what it calls itself, or else the organization: the name that a trust file knows.
  package var planPath: String
  package var planName: String?
  /// The law of this day.
  package var asOf: CalendarDate
  /// The moment at which waivers ended, in seconds after 1970-01-01T00:00:00Z; nil: the day was named, and meant everywhere.
  package var instant: Int?
  /// The day on which the key must count; nil: nobody signed.
  package var signedOn: CalendarDate?
  /// Ids or prefixes of packs, the scenario and the profiles of the command line, as far as they were given.
  package var only: String?
  package var scenario: String?
  package var profiles: [String]

  package init(
    engine: String, planPath: String, planName: String?, asOf: CalendarDate, instant: Int? = nil,
    signedOn: CalendarDate?,
    only: String? = nil, scenario: String? = nil, profiles: [String] = []
  ) {
    self.engine = engine
    self.planPath = planPath
    self.planName = planName
    self.asOf = asOf
    self.instant = instant
    self.signedOn = signedOn
    self.only = only
    self.scenario = scenario
    self.profiles = profiles
  }

  var members: [(String, JSONValue)] {
    var plan: [(String, JSONValue)] = [("path", .string(planPath))]
    if let planName { plan.append(("name", .string(planName))) }
    var options: [(String, JSONValue)] = []
    if let only { options.append(("only", .string(only))) }
    if let scenario { options.append(("scenario", .string(scenario))) }
    if !profiles.isEmpty { options.append(("profiles", .array(profiles.map(JSONValue.string)))) }
    return [
      ("format", .number(Self.version)), ("engine", .string(engine)), ("plan", .object(plan)),
      ("asOf", .string("\(asOf)")),
    ] + (instant.map { [("instant", .number($0))] } ?? [])
      + (signedOn.map { [("signedOn", .string("\($0)"))] } ?? []) + [("options", .object(options))]
  }

  /// nil if something is missing or of another kind. What is said beyond it shows when it is written again.
  init?(_ json: JSONValue) {
    guard json["format"]?.number == Self.version, let engine = json["engine"]?.string,
      let planPath = json["plan"]?["path"]?.string, BundlePart(path: planPath) == .plan,
      let asOf = json["asOf"]?.string.flatMap({ CalendarDate($0) }), let options = json["options"]
    else { return nil }
    self.engine = engine
    self.planPath = planPath
    self.asOf = asOf
    instant = json["instant"]?.number
    planName = json["plan"]?["name"]?.string
    signedOn = json["signedOn"]?.string.flatMap { CalendarDate($0) }
    only = options["only"]?.string
    scenario = options["scenario"]?.string
    profiles = (options["profiles"]?.items ?? []).compactMap(\.string)
  }
}
