import Analytics
import FEEL
import JSON

extension PlatformResult {
  var json: JSONValue {
    let selection = comparison.selection
    func id(_ option: Int) -> JSONValue { .string(selection.options[option].id) }
    func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .literal("null") }
    let (verdict, options): (String, [Int]) =
      switch comparison.verdict {
      case .winner(let winner): ("winner", [winner])
      case .tie(let tied): ("tie", tied)
      case .open(let candidates): ("open", candidates)
      case .only(let option): ("only", [option])
      case .none: ("none", [])
      }
    var members: [(String, JSONValue)] = [
      ("title", .string(selection.title)), ("asOf", .string(comparison.day.description)),
      ("verdict", .string(verdict)), ("options", .array(options.map(id))),
      ("fragile", .literal(comparison.isFragile ? "true" : "false")),
      ("notes", .texts(comparison.notes)),
      (
        "scores",
        .array(
          selection.options.indices.map { place in
            let option = selection.options[place]
            return .object([
              ("option", .string(option.id)), ("name", .string(option.name)),
              ("availability", option.availability.status.map { .string($0.rawValue) } ?? .literal("null")),
              ("score", comparison.scores[place].map(JSONValue.bounds) ?? .literal("null")),
              (
                "criteria",
                .object(zip(selection.criteria, comparison.cells[place]).map { ($0.id, .bounds($1)) })
              ),
              ("cost", comparison.costs[place].map(JSONValue.cost) ?? .literal("null")),
            ])
          })
      ),
      (
        "gaps",
        .array(
          comparison.gaps.map {
            .object([
              ("option", id($0.option)), ("criterion", .string(selection.criteria[$0.criterion].id)),
              ("score", .bounds($0.bounds)), ("reach", .number($0.reach)),
              ("canSettle", .literal($0.canSettle ? "true" : "false")),
            ])
          })
      ),
    ]
    members.append(
      (
        "sensitivity",
        comparison.sensitivity.map { sensitivity in
          .object([
            ("leader", id(sensitivity.leader)),
            ("ofMiddles", .literal(sensitivity.isOfMiddles ? "true" : "false")),
            ("dominated", .array(sensitivity.dominated.map(id))),
            (
              "flips",
              .array(
                sensitivity.flips.map {
                  .object([
                    ("criterion", .string(selection.criteria[$0.criterion].id)), ("rival", id($0.rival)),
                    ("weight", optional($0.weight)), ("change", optional($0.change)),
                    ("score", optional($0.score)),
                  ])
                })
            ),
          ])
        } ?? .literal("null")
      ))
    members.append(("roadmap", outlook.map { json($0) } ?? .literal("null")))
    return .object(members)
  }

  private func json(_ outlook: RoadmapOutlook) -> JSONValue {
    let steps = outlook.roadmap.steps
    func times(_ times: RoadmapOutlook.Times) -> JSONValue {
      .object([("start", .number(times.start)), ("end", .number(times.end))])
    }
    return .object([
      ("path", .texts(outlook.path.map { steps[$0].id })), ("mean", .number(outlook.mean)),
      ("deviation", .number(outlook.deviation)), ("days80", .number(outlook.days(chance: 0.8))),
      ("within", within.map(JSONValue.number) ?? .literal("null")),
      ("chance", within.map { .number(outlook.chance(within: $0)) } ?? .literal("null")),
      ("otherPaths", .literal(outlook.hasOtherPaths ? "true" : "false")),
      (
        "steps",
        .array(
          steps.indices.map {
            .object([
              ("id", .string(steps[$0].id)), ("mean", .number(steps[$0].mean)),
              ("deviation", .number(steps[$0].deviation)), ("earliest", times(outlook.earliest[$0])),
              ("expected", times(outlook.expected[$0])),
            ])
          })
      ),
    ])
  }
}

extension JSONValue {
  /// `high` is null where the upper end is open.
  fileprivate static func bounds(_ bounds: Bounds) -> JSONValue {
    .object([("low", .number(bounds.low)), ("high", .number(bounds.high))])
  }

  fileprivate static func cost(_ cost: CostOfOwnership) -> JSONValue {
    .object([
      ("oneOff", .bounds(cost.oneOff)), ("years", .array(cost.years.map(JSONValue.bounds))),
      ("total", .bounds(cost.nominal)), ("discounted", .bounds(cost.present)),
      ("licence", .bounds(cost.licence)), ("unstated", .texts(cost.unstated)),
    ])
  }
}
