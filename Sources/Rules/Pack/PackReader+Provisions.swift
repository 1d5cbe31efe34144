import Diagnostics
import FEEL
import Facts
import XML

extension PackReader {
  /// An obligation, prohibition or permission; nil for any other element.
  mutating func provision(_ element: Element) -> Provision? {
    guard let modality = Provision.Modality(rawValue: element.name) else { return nil }
    let citations = citations(of: element)
    var own = period(element)
    let source = firstSource(citedBy: element)
    if let source {
      own.from = own.from ?? source.period.from
      own.until = own.until ?? source.period.until
    }
    let textRead = source?.textRead ?? true
    if !textRead, let quote = element.first("quote") {
      report(.value, quote.line, "a text that was not read (textRead=\"no\") cannot be quoted")
    }
    subject = element["per"] ?? ""
    residencies = []
    conditionCount = 0
    let requirement = body(of: element, modality)
    let places = residencies
    return Provision(
      id: element["id"] ?? "", replaces: element.list("replaces"), modality: modality,
      per: element["per"] ?? "", title: element["title"] ?? "",
      summary: element.first("summary")?.words ?? "", citations: citations, actor: element["actor"],
      quotes: element.all("quote").map { quote($0) }, period: own,
      confidence: element["confidence"].flatMap(Confidence.init) ?? defaultConfidence,
      reviewed: element["reviewed"] ?? reviewedOn, topic: element["topic"] ?? topic, textRead: textRead,
      applies: element.first("applies").map { expression($0) },
      exceptions: element.all("except").map {
        Provision.Exception(
          expression: expression($0), title: $0["title"], citations: self.citations(of: $0))
      },
      requirement: requirement, residencies: places, demands: demands(element),
      releases: releases(of: element),
      readings: element.all("reading").map { reading($0) },
      sanctions: element.all("sanction").compactMap { $0["ref"] },
      harms: element.all("harm").compactMap { harm($0) },
      remedies: element.all("remedy").map { remedy($0, per: element["per"] ?? "") },
      clocks: clocks(of: element, citations), location: Location(file: file, line: element.line))
  }

  /// The requirement; for a prohibition a tree in which any condition that holds is forbidden conduct.
  private mutating func body(of element: Element, _ modality: Provision.Modality) -> Requirement? {
    let name =
      switch modality {
      case .obligation: "requires"
      case .prohibition: "forbids"
      case .permission: "allows"
      }
    for other in ["requires", "forbids", "allows"] where other != name {
      guard let wrong = element.first(other) else { continue }
      report(.value, wrong.line, "a \(modality.rawValue) has no <\(other)>", suggestion: "write <\(name)>")
    }
    guard let body = element.first(name) else {
      report(.missing, element.line, "the \(modality.rawValue) `\(element["id"] ?? "")` has no <\(name)>")
      return nil
    }
    let parts = body.children.compactMap { requirement($0) }
    return modality == .prohibition ? .any(parts) : .all(parts)
  }

  private mutating func requirement(_ element: Element) -> Requirement? {
    switch element.name {
    case "condition":
      conditionCount += 1
      return .condition(
        expression(element), title: element["title"] ?? element.words,
        citations: citations(of: element))
    case "residency": return residency(element)
    case "control":
      return control(element).map { .control($0) }
    case "permission": return .permission(element["ref"] ?? "")
    case "all": return .all(element.children.compactMap { requirement($0) })
    case "any":
      choices += 1
      defer { choices -= 1 }
      return .any(element.children.compactMap { requirement($0) })
    default: return nil
    }
  }

  mutating func control(_ element: Element) -> String? {
    let id = element["ref"] ?? ""
    if catalogue[id] != nil { return id }
    if isSated { return nil }
    report(
      .reference, element.line, "`\(id)` is not a control of the catalogue",
      suggestion: didYouMean(id, among: catalogue.controls.map(\.id)))
    return nil
  }

  private mutating func demands(_ element: Element) -> [String] {
    let demands = element.list("demands")
    if demands.isEmpty { return [] }
    let known = vocabulary.enumeration(named: "dataDemand").map { vocabulary.enumerations[$0].values } ?? []
    let names = known.map(\.id).filter { $0 != ConflictKind.place }
    for demand in demands where !names.contains(demand) {
      report(
        .reference, element.line, "`\(demand)` is not a demand of the vocabulary",
        suggestion: didYouMean(demand, among: names))
    }
    return demands
  }

  private func releases(of element: Element) -> [String] {
    element.first("forbids")?.all("release").compactMap { $0["ref"] } ?? []
  }

  mutating func reading(_ element: Element) -> Provision.Reading {
    let period = period(element)
    return Provision.Reading(
      id: element["id"] ?? "", title: element["title"] ?? "",
      citations: citations(of: element),
      period: period == Period() ? nil : period, applies: element.first("applies").map { expression($0) },
      requirement: element.first("requires").map { .all($0.children.compactMap { requirement($0) }) })
  }

  private mutating func quote(_ element: Element) -> Quote {
    Quote(
      text: element.words, citation: citations(of: element).first,
      href: element["href"],
      language: element["lang"])
  }

  private func harm(_ element: Element) -> Harm? {
    guard let category = element["category"].flatMap(Harm.Category.init),
      let likelihood = element["likelihood"].flatMap(Harm.Likelihood.init),
      let impact = element["impact"].flatMap(Harm.Impact.init)
    else { return nil }
    return Harm(category: category, likelihood: likelihood, impact: impact)
  }

  mutating func sanction(_ element: Element) -> Sanction {
    Sanction(
      id: element["id"] ?? "", citations: citations(of: element),
      fixed: number(element["fixed"], element.line), currency: element["currency"],
      percent: number(element["percent"], element.line), of: element["of"],
      floor: number(element["floor"], element.line),
      cap: number(element["cap"], element.line),
      rule: element["rule"].flatMap(Sanction.Rule.init) ?? .noneSet,
      sizes: element.all("size").compactMap { size in
        guard let of = size["of"].flatMap(Sanction.Size.init),
          let rule = size["rule"].flatMap(Sanction.Rule.init)
        else { return nil }
        return Sanction.SizeRule(
          of: of, rule: rule, citation: citations(of: size).first, period: period(size))
      },
      consequences: element.all("consequence").map { $0.words },
      confidence: element["confidence"].flatMap(Confidence.init) ?? .high, period: period(element))
  }

  mutating func number(_ text: String?, _ line: Int) -> Decimal? {
    guard let text else { return nil }
    if let number = Decimal(text) { return number }
    report(.value, line, "`\(text)` is not a number")
    return nil
  }
}
