/// Sentences and a table under a heading, of which every form of a result is made.
package struct Section: Sendable {
  package var title: String
  package var lead: [String]
  /// The names of the columns first.
  package var rows: [[String]]
}

extension Comparison {
  func name(_ option: Int) -> String { selection.options[option].name }
  private func names(_ options: [Int]) -> String { options.map(name).joined(separator: ", ") }

  /// Whether there is one answer, which does not hang on whether it is offered.
  package var isSettled: Bool {
    guard case .winner(let winner) = verdict else { return false }
    return selection.options[winner].availability.status != nil
  }

  package var verdictText: String {
    switch verdict {
    case .winner(let winner):
      name(winner) + (selection.options[winner].availability.status == nil ? ", if it is offered" : "")
        + (isFragile ? ", but a small change of one weight overturns it" : "")
    case .tie(let options): "a tie of \(names(options))"
    case .open(let options): "not settled; these may win: \(names(options))"
    case .only(let option): "nothing to compare; only \(name(option)) is left"
    case .none: "none is left"
    }
  }

  /// What one has to know beside the verdict.
  package var notes: [String] {
    var notes: [String] = []
    for (place, option) in selection.options.enumerated() {
      let source = option.availability.source.map { " (\($0))" } ?? ""
      guard option.availability.status == .discontinued, let on = option.availability.on else { continue }
      notes.append(
        ranked.contains(place)
          ? "\(option.name) ends on \(on)\(source)"
          : "left out: \(option.name), discontinued on \(on)\(source)")
    }
    let unconfirmed = ranked.filter { selection.options[$0].availability.status == nil }
    if !unconfirmed.isEmpty {
      let sources = unconfirmed.map { place in
        name(place) + (selection.options[place].availability.source.map { " (\($0))" } ?? "")
      }
      notes.append(
        "not confirmed to be offered, and compared as if it were: \(sources.joined(separator: ", "))")
    }
    let unknown = ranked.flatMap { place in
      selection.criteria.indices.filter {
        !selection.criteria[$0].isCost && selection.options[place].scores[$0] == nil
      }
    }.count
    let all = ranked.count * selection.criteria.count { !$0.isCost }
    if unknown > 0 {
      notes.append(
        "\(unknown) of \(all) scores are not known; each may be anything from \(Bounds.text(selection.least)) to \(Bounds.text(selection.most))"
      )
    }
    if isFragile, let flip = sensitivity?.mostCritical {
      notes.append("fragile, for a change below \(points(fragileChange)) is a small one: \(flipText(flip))")
    }
    return notes
  }

  private func flipText(_ flip: Sensitivity.Flip) -> String {
    let criterion = selection.criteria[flip.criterion]
    return
      "with \(percent(flip.weight ?? 0)) instead of \(criterion.weight.text) for \(criterion.title) (\(signed(flip.change ?? 0))), \(name(flip.rival)) draws level"
  }

  private static func rate(_ share: Double) -> String { "\(Bounds.text(100 * share)) %" }
  private func points(_ share: Double) -> String { "\(fixed(100 * share, 1)) points" }
  private func signed(_ share: Double) -> String { (share > 0 ? "+" : "") + points(share) }

  /// Everything but the roadmap.
  package var sections: [Section] {
    [matrix] + [gapSection, sensitivitySection, costSection].compactMap { $0 }
  }

  private var matrix: Section {
    let isOpen = ranked.contains { place in cells[place].contains { !$0.isPoint } }
    let head = ["criterion", "weight"] + ranked.map(name)
    let rows = selection.criteria.indices.map { place in
      [selection.criteria[place].title, selection.criteria[place].weight.text]
        + ranked.map { cellText($0, place) }
    }
    let last = ["score", "100 %"] + ranked.map { scores[$0].map { rounded($0) } ?? "" }
    return Section(
      title: "Scores",
      lead: [
        "From \(Bounds.text(selection.least)) to \(Bounds.text(selection.most)), more is better"
          + (isOpen ? "; a range where it is not known" : "")
      ], rows: ranked.isEmpty ? [] : [head] + rows + [last])
  }

  private func cellText(_ option: Int, _ criterion: Int) -> String {
    let isUnknown =
      selection.criteria[criterion].isCost
      ? selection.options[option].price == nil : selection.options[option].scores[criterion] == nil
    return isUnknown ? "unknown" : rounded(cells[option][criterion])
  }

  private func rounded(_ bounds: Bounds) -> String {
    bounds.isPoint || bounds.width < Self.same
      ? fixed(bounds.low, 2) : "\(fixed(bounds.low, 2)) to \(fixed(bounds.high, 2))"
  }

  private var gapSection: Section? {
    guard !gaps.isEmpty else { return nil }
    let alone = gaps.contains(where: \.canSettle)
    let shown = gaps.prefix(20)
    var lead = [
      alone ? "Some settle the choice alone, if they come out right" : "No single one settles the choice"
    ]
    if gaps.count > shown.count { lead.append("The first \(shown.count) of \(gaps.count)") }
    return Section(
      title: "To find out first", lead: lead,
      rows: [["option", "criterion", "now", "moves the score by", "settles it alone"]]
        + shown.map { gap in
          [
            name(gap.option), selection.criteria[gap.criterion].title, rounded(gap.bounds),
            fixed(gap.reach, 2), gap.canSettle ? "possibly" : "no",
          ]
        })
  }

  private var sensitivitySection: Section? {
    guard let sensitivity else { return nil }
    var lead = [
      "\(name(sensitivity.leader)) leads\(sensitivity.isOfMiddles ? " if every range is at its middle, which need not be so" : "")"
    ]
    if let flip = sensitivity.mostCritical {
      // A note has said it of what is fragile.
      if !isFragile { lead.append("The smallest change that counts: \(flipText(flip))") }
    } else {
      lead.append("No change of one weight makes another one win")
    }
    if !sensitivity.dominated.isEmpty {
      lead.append("Better in nothing, so that no weights make them win: \(names(sensitivity.dominated))")
    }
    let found = sensitivity.flips.filter { $0.change != nil }.sorted {
      abs($0.change ?? 0) < abs($1.change ?? 0)
    }
    let shown = found.prefix(20)
    if found.count > shown.count { lead.append("The first \(shown.count) of \(found.count)") }
    return Section(
      title: "If one weight moves, and the others in proportion", lead: lead,
      rows: shown.isEmpty
        ? []
        : [["criterion", "weight", "draws level", "at", "change", "both score"]]
          + shown.map { flip in
            let criterion = selection.criteria[flip.criterion]
            return [
              criterion.title, criterion.weight.text, name(flip.rival), percent(flip.weight ?? 0),
              signed(flip.change ?? 0), fixed(flip.score ?? 0, 2),
            ]
          })
  }

  private var costSection: Section? {
    guard costs.contains(where: { $0 != nil }) else { return nil }
    let terms = selection.terms
    let isDiscounted = terms.discount > 0
    var lead = [
      (terms.discount == 0 ? "Not discounted" : "Discounted by \(Self.rate(terms.discount)) a year")
        + (terms.salary.map {
          ", a person at \(Bounds.text($0)) a year, \(Self.rate(terms.wageGrowth)) more each year"
        } ?? "")
    ]
    for (place, cost) in costs.enumerated() {
      guard let cost, !cost.unstated.isEmpty else { continue }
      lead.append(
        "\(name(place)) has no upper end, for it is not stated: \(cost.unstated.joined(separator: ", "))")
    }
    for option in selection.options {
      let items = option.price?.oneOff?.filter { !$0.name.isEmpty } ?? []
      guard !items.isEmpty else { continue }
      let texts = items.map { "\($0.name) \($0.amount.moneyText)" }
      lead.append("Once for \(option.name): \(texts.joined(separator: "; "))")
    }
    if let cheapestText { lead.append(cheapestText) }
    let years = (1...terms.years).map { "year \($0)" }
    return Section(
      title:
        "Cost of ownership over \(terms.years) years\(selection.currency.isEmpty ? "" : ", \(selection.currency)")",
      lead: lead,
      rows: [
        ["option", "once"] + years + ["total"] + (isDiscounted ? ["discounted"] : []) + ["of it licence"]
      ]
        + costs.indices.compactMap { place in
          costs[place].map { cost in
            [name(place) + (ranked.contains(place) ? "" : " (left out)")]
              + ([cost.oneOff] + cost.years + [cost.nominal] + (isDiscounted ? [cost.present] : []) + [
                cost.licence
              ]).map(\.moneyText)
          }
        })
  }

  /// Nobody should buy by the price of the licence.
  private var cheapestText: String? {
    let known = ranked.compactMap { place in costs[place].map { (place, $0) } }
    guard known.count > 1 else { return nil }
    func cheapest(_ amount: (CostOfOwnership) -> Bounds) -> Int? {
      known.first { place, cost in
        known.allSatisfy { $0.0 == place || amount(cost).high < amount($0.1).low }
      }?.0
    }
    let (licence, total) = (cheapest(\.licence), cheapest(\.present))
    let text =
      "The cheapest licence: \(licence.map(name) ?? "not settled"); the cheapest in total: \(total.map(name) ?? "not settled")"
    return licence != nil && total != nil && licence != total
      ? "\(text); a licence is not the whole cost" : text
  }
}
