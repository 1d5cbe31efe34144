package import Diagnostics
internal import FEEL

extension Selection {
  /// From a definition in YAML or JSON; all mistakes at once.
  package init(_ node: Node) throws(Mistakes) {
    var reader = DefinitionReader(node, .selection)
    reader.expect(["title", "currency", "scale", "criteria", "options", "cost", "roadmap"], in: node)
    title =
      reader.name("title", of: node) ?? (node["title"] == nil ? reader.missing("title", "") : "")
    currency = reader.name("currency", of: node) ?? ""
    (least, most) = reader.scale(node["scale"])
    criteria = reader.criteria(of: node)
    terms = reader.terms(node["cost"])
    options = reader.options(of: node, criteria, least...most)
    if let option = options.first(where: { ($0.price?.people?.high ?? 0) > 0 }), terms.salary == nil {
      reader.complain(
        node["cost"], "`cost` has no `salary`, by which the people of `\(option.id)` are counted")
    }
    roadmap = reader.roadmap(node["roadmap"])
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
  }
}

extension DefinitionReader {
  fileprivate mutating func scale(_ place: Node?) -> (least: Double, most: Double) {
    let usual = (least: 1.0, most: 5.0)
    guard let place else { return usual }
    expect(["least", "most"], in: place)
    guard let low = place["least"], let high = place["most"] else {
      if place.entries != nil { complain(place, "a scale has `least` and `most`") }
      return usual
    }
    guard let least = figure(low, "least", in: 0...1000), let most = figure(high, "most", in: 0...1000) else {
      return usual
    }
    if least < most { return (least, most) }
    complain(place, "`least` is not below `most`")
    return usual
  }

  fileprivate mutating func criteria(of node: Node) -> [Selection.Criterion] {
    if node["criteria"] == nil { complain(nil, "`criteria` is missing") }
    var criteria: [Selection.Criterion] = []
    var hasAllWeights = true
    for item in list("criteria", of: node, in: 1...Selection.limit) {
      expect(["id", "title", "weight", "from"], in: item)
      let id = id(of: item, besides: criteria.map(\.id))
      let weight = share(item["weight"] ?? item, "weight")
      hasAllWeights = hasAllWeights && weight != nil
      if let from = item["from"] {
        if from.text != "cost" { complain(from, "scores come from `cost`, or from each option") }
        if criteria.contains(where: \.isCost) { complain(from, "two criteria come from `cost`") }
      }
      criteria.append(
        .init(
          id: id, title: name("title", of: item) ?? id, weight: weight ?? Share(billionths: 0),
          isCost: item["from"] != nil))
    }
    let sum = criteria.reduce(0) { $0 + $1.weight.billionths }
    if hasAllWeights, !criteria.isEmpty, sum != 1_000_000_000 {
      complain(
        node["criteria"], "the weights are \(Share(billionths: sum).text) together, and have to be 100 %")
    }
    return criteria
  }

  fileprivate mutating func terms(_ place: Node?) -> CostTerms {
    var terms = CostTerms()
    guard let place else { return terms }
    expect(["years", "discount", "salary", "wageGrowth"], in: place)
    terms.years = whole("years", of: place, in: 1...10) ?? terms.years
    terms.discount = rate("discount", of: place, in: 0...1)
    terms.wageGrowth = rate("wageGrowth", of: place, in: -0.5...1)
    terms.salary = place["salary"].flatMap { figure($0, "salary", in: 0...1e9) }
    return terms
  }

  fileprivate mutating func options(
    of node: Node, _ criteria: [Selection.Criterion], _ scale: ClosedRange<Double>
  ) -> [Selection.Option] {
    if node["options"] == nil { complain(nil, "`options` is missing") }
    var options: [Selection.Option] = []
    for item in list("options", of: node, in: 2...Selection.limit) {
      expect(["id", "name", "scores", "availability", "cost"], in: item)
      let id = id(of: item, besides: options.map(\.id))
      options.append(
        .init(
          id: id, name: name("name", of: item) ?? id, scores: scores(item["scores"], criteria, scale),
          availability: availability(item["availability"]), price: item["cost"].map { price($0) }))
    }
    return options
  }

  private mutating func scores(
    _ place: Node?, _ criteria: [Selection.Criterion], _ scale: ClosedRange<Double>
  ) -> [Bounds?] {
    let unknown: [Bounds?] = criteria.map { _ in nil }
    guard let place, !place.isNull else { return unknown }
    expect(criteria.filter { !$0.isCost }.map(\.id), in: place)
    return criteria.map { criterion in
      guard !criterion.isCost, let score = place[criterion.id], !score.isNull else { return nil }
      return bounds(score, criterion.id, in: scale)
    }
  }

  private mutating func availability(_ place: Node?) -> Selection.Availability {
    var availability = Selection.Availability()
    guard let place else { return availability }
    expect(["status", "on", "source"], in: place)
    availability.source = name("source", of: place)
    if let day = place["on"] {
      availability.on = day.text.flatMap { CalendarDate($0) }
      if availability.on == nil { complain(day, "`on` is a day such as 2026-03-05") }
    }
    guard let status = place["status"] else { return availability }
    let known = Selection.Availability.Status.allCases.map(\.rawValue)
    availability.status = status.text.flatMap { .init(rawValue: $0) }
    if availability.status == nil {
      complain(
        status,
        "a status is \(known.map { "`\($0)`" }.joined(separator: " or ")); without one it is not confirmed",
        suggestion: didYouMean(status.text ?? "", among: known))
    } else if place["source"] == nil || place["on"] == nil {
      complain(place, "a status has a day (`on`) and a `source`")
    }
    return availability
  }

  private mutating func price(_ place: Node) -> Price {
    var price = Price()
    expect(["oneOff", "monthly", "growth", "people"], in: place)
    let amounts = 0...1e12
    if let once = place["oneOff"] {
      price.oneOff = []
      if once.items == nil {
        price.oneOff = [
          .init(name: "", amount: bounds(once, "oneOff", in: amounts, mayBeOpen: true) ?? .unknown)
        ]
      }
      for item in once.items == nil ? [] : list("oneOff", of: place, in: 0...Selection.limit) {
        expect(["name", "amount"], in: item)
        guard let name = name("name", of: item), let amount = item["amount"] else {
          if item.entries != nil { complain(item, "what is paid once has a `name` and an `amount`") }
          continue
        }
        price.oneOff?.append(
          .init(name: name, amount: bounds(amount, "amount", in: amounts, mayBeOpen: true) ?? .unknown))
      }
    }
    price.monthly = place["monthly"].flatMap { bounds($0, "monthly", in: amounts, mayBeOpen: true) }
    price.growth = rate("growth", of: place, in: -0.9...1)
    price.people = place["people"].flatMap { bounds($0, "people", in: 0...10_000, mayBeOpen: true) }
    return price
  }
}

extension DefinitionReader {
  fileprivate mutating func roadmap(_ place: Node?) -> Roadmap? {
    guard let place else { return nil }
    guard let items = place.items, 1...Roadmap.limit ~= items.count else {
      complain(place, "`roadmap` is a list of 1 to \(Roadmap.limit) steps")
      return nil
    }
    var steps: [Roadmap.Step] = []
    for item in items {
      expect(["id", "title", "days", "after"], in: item)
      let id = id(of: item, besides: steps.map(\.id))
      let days = days(of: item)
      steps.append(
        .init(
          id: id, title: name("title", of: item) ?? id, optimistic: days.0, likely: days.1,
          pessimistic: days.2, after: []))
    }
    let ids = steps.map(\.id)
    for (step, item) in items.enumerated() {
      guard let after = item["after"] else { continue }
      guard let names = after.items else {
        complain(after, "`after` is a list of steps")
        continue
      }
      for name in names {
        guard let before = name.text.flatMap({ ids.firstIndex(of: $0) }) else {
          let text = name.text ?? ""
          complain(name, "there is no step `\(text)`", suggestion: didYouMean(text, among: ids))
          continue
        }
        if !steps[step].after.contains(before) { steps[step].after.append(before) }
      }
    }
    let circle = Roadmap.circle(steps)
    if let first = circle.first {
      let names = circle.map { "`\(ids[$0])`" }.joined(separator: ", then ")
      complain(items[first]["after"], "steps wait for each other: \(names)")
    }
    return Roadmap(steps)
  }

  /// What it takes at best, likely, and at worst; one number if that is certain.
  private mutating func days(of item: Node) -> (Double, Double, Double) {
    guard let place = item["days"] else {
      if item.entries != nil { complain(item, "`days` is missing") }
      return (0, 0, 0)
    }
    let range = 0.0...3650
    guard place.entries != nil else {
      let days = figure(place, "days", in: range) ?? 0
      return (days, days, days)
    }
    let keys = ["optimistic", "likely", "pessimistic"]
    expect(keys, in: place)
    var days: [Double] = []
    for key in keys {
      guard let value = place[key] else {
        complain(place, "`days` has no `\(key)`")
        continue
      }
      if let day = figure(value, key, in: range) { days.append(day) }
    }
    guard days.count == keys.count else { return (0, 0, 0) }
    if days != days.sorted() {
      complain(place, "the days go up from `optimistic` over `likely` to `pessimistic`")
    }
    return (days[0], days[1], days[2])
  }
}

extension Diagnostic.Code { package static let selection = Self(rawValue: "platform.form") }
