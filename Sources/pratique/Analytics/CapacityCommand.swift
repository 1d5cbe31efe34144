import Analytics
import ArgumentParser
import JSON

struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Replicas for a demand that is forecast, bounds of the autoscaler, cost, and files for both.",
    discussion: """
      EXAMPLES
        pratique capacity demand.csv --unit-capacity 50 --horizon 28
        pratique capacity demand.csv --unit-capacity 50 --hourly-cost 0.12 --currency EUR --until 2027-03-31
        pratique capacity regions.csv --unit-capacity 50 --plan plan.yaml --beyond 28
        pratique capacity demand.csv --unit-capacity 50 --output-dir scaling --deployment web

      The demand (see `pratique forecast --help`) and the capacity of a replica are in the same unit, such as requests a second in the
      busiest minute of the day: a mean of the day would leave its peaks without replicas. Use aims at the middle of the band that
      rules/operations.csv has, unless --target says otherwise. --output-dir writes a HorizontalPodAutoscaler for each region and
      variables for Terraform. With --plan the regions are countries, and each that is a market of the plan counts to its entry.
      Exit status: 3 if a region could not be forecast, 2 for a table or option that cannot be used, or if no region could be forecast.
      """)

  @Argument(help: "The measurements: CSV; `-` reads standard input.")
  var measurements: String
  @OptionGroup var forecast: ForecastOptions

  @Option(
    help: ArgumentHelp("Work that one replica does at full use, in the unit of the demand.", valueName: "n"))
  var unitCapacity: Double
  @Option(help: ArgumentHelp("The least use of the band, as a share.", valueName: "share"))
  var lowest: Double?
  @Option(help: ArgumentHelp("The highest use of the band, as a share.", valueName: "share"))
  var highest: Double?
  @Option(help: ArgumentHelp("The use to aim at. Default: the middle of the band.", valueName: "share"))
  var target: Double?
  @Option(help: ArgumentHelp("Never fewer replicas.", valueName: "n"))
  var fewest = 1
  @Option(help: ArgumentHelp("What a replica costs for an hour.", valueName: "amount"))
  var hourlyCost: Double?
  @Option(help: ArgumentHelp("In which money, such as EUR. Only printed.", valueName: "code"))
  var currency = "USD"
  @Option(help: ArgumentHelp("Today's use, for the most that the target can save.", valueName: "share"))
  var useNow: Double?
  @Option(
    help: ArgumentHelp("What share of values the interval holds that sets the bounds.", valueName: "share"))
  var level = 0.95
  @Option(help: ArgumentHelp("What change of the ratio the autoscaler lets pass.", valueName: "share"))
  var tolerance: Double?
  @Option(help: ArgumentHelp("The deployment that is scaled, for --output-dir.", valueName: "name"))
  var deployment = "app"
  @OptionGroup var figures: FigureOptions

  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format = FigureFormat.text.rawValue
  @Option(
    help: ArgumentHelp("Write files for Kubernetes and Terraform into this folder.", valueName: "folder"))
  var outputDir: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    var complaints = Complaints()
    let form = try complaints.value { try FigureFormat(named: format) }
    let reader = try figures.reader()
    let found = try terms(reader, &complaints)
    let allowed = try complaints.value {
      try reader.value("autoscalingTolerance", or: tolerance, "tolerance", in: 0...1)
    }
    let now = try complaints.value { try useNow.map { try checkedShare($0, "use-now") } }
    let share = try complaints.value { try checkedShare(level, "level") }
    complaints.expect(
      ServiceLevel.isCurrency(currency), "`--currency \(currency)` is not three capital letters, such as EUR")
    complaints.expect(
      outputDir == nil || CapacityPlan.label(deployment) == deployment,
      "`\(deployment)` is no name of Kubernetes: small letters, digits and hyphens, at most 63")
    let request = try forecast.request(levels: share.map { [$0] } ?? [], &complaints) {
      try figures.library.markets($0, on: reader.day)
    }
    try complaints.tell()
    guard let form, let terms = found, let allowed else { return }
    let demand = try request.demand(measurements)
    let forecasts = demand.forecasts
    let plans = zip(forecasts, demand.aims).map { forecast, aim in
      var plan = CapacityPlan(forecast, terms, tolerance: allowed)
      if let aim { plan.notes.insert(aim, at: 0) }
      return plan
    }
    let files = outputDir == nil ? nil : try madeFiles(plans)
    switch form {
    case .text:
      var texts = zip(plans, forecasts).map { plan, forecast in
        plan.text(file: measurements, method: forecast.method.title, currency: currency)
      }
      if let now = now ?? nil {
        texts.append(
          "From a use of \(percent(now)) to \(percent(terms.target)), at the same work and a cost that goes by replicas, saves at most \(percent(CapacityTerms.savingBound(from: now, to: terms.target)))\n"
        )
      }
      try output.give((texts + demand.refusedText).joined(separator: "\n"))
    case .csv: try output.give(CapacityPlan.csv(plans))
    case .json: try output.give(JSONValue.array(plans.map(\.json) + demand.refusedJSON).text() + "\n")
    }
    if let outputDir, let files {
      try Output.write(files, into: outputDir)
      if form == .text { Output.say("Files in \(outputDir): \(files.map(\.name).joined(separator: ", "))") }
    }
    try demand.end(form)
  }

  /// nil if an option is no good.
  private func terms(_ reader: FigureReader, _ complaints: inout Complaints) throws -> CapacityTerms? {
    let capacity = try complaints.value { try checked(unitCapacity, "unit-capacity", in: 1e-9...1e15) }
    let low = try complaints.value { try reader.value("utilizationLow", or: lowest, "lowest", in: 0.01...1) }
    let high = try complaints.value {
      try reader.value("utilizationHigh", or: highest, "highest", in: 0.01...1)
    }
    let cost = try complaints.value { try hourlyCost.map { try checked($0, "hourly-cost", in: 0...1e9) } }
    complaints.expect(
      1...CapacityTerms.most ~= fewest, "`--fewest \(fewest)` is not a number from 1 to \(CapacityTerms.most)"
    )
    guard let low, let high else { return nil }
    guard low <= high else {
      complaints.expect(false, "the band from \(percent(low)) to \(percent(high)) is none")
      return nil
    }
    let aim = target ?? (low + high) / 2
    let isInBand = (low...high).contains(aim)
    complaints.expect(
      isInBand, "`--target \(aim)` is not in the band from \(percent(low)) to \(percent(high))")
    guard let capacity, let cost, isInBand, 1...CapacityTerms.most ~= fewest else { return nil }
    return CapacityTerms(
      unitCapacity: capacity, low: low, high: high, target: aim, fewest: fewest, hourlyCost: cost)
  }

  /// A HorizontalPodAutoscaler for each region, and variables for all.
  private func madeFiles(_ plans: [CapacityPlan]) throws -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for plan in plans {
      let full = plan.region.map { "\(deployment)-\($0)" } ?? deployment
      guard let name = CapacityPlan.label(full), !files.contains(where: { $0.name == "hpa-\(name).yaml" })
      else {
        throw Problem("two regions have the same name in Kubernetes, one of them `\(plan.region ?? "")`")
      }
      files.append(("hpa-\(name).yaml", plan.autoscaler(deployment: deployment, name: name)))
    }
    return files + [("capacity.tf", CapacityPlan.terraform(plans))]
  }
}

extension CapacityPlan {
  var json: JSONValue {
    .object([
      ("region", region.map(JSONValue.string) ?? .literal("null")), ("level", .number(level)),
      ("unitCapacity", .number(terms.unitCapacity)), ("targetUtilization", .number(terms.target)),
      ("lowestUtilization", .number(terms.low)), ("highestUtilization", .number(terms.high)),
      ("minReplicas", .number(leastReplicas)), ("maxReplicas", .number(mostReplicas)),
      (
        "cost",
        cost.map {
          .object([
            ("expected", .number($0.expected)), ("high", .number($0.high)), ("fixed", .number($0.fixed)),
          ])
        } ?? .literal("null")
      ),
      ("notes", .texts(notes)),
      (
        "steps",
        .array(
          steps.map {
            .object([
              ("date", .string($0.moment.description)), ("demand", .number($0.demand)),
              ("highDemand", .number($0.highDemand)), ("replicas", .number($0.replicas)),
              ("highReplicas", .number($0.highReplicas)), ("utilization", .number($0.utilization)),
            ])
          })
      ),
    ])
  }
}
