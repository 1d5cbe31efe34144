import FEEL
import Facts
import Rules

extension PackPage {
  var sanctions: Markup {
    if pack.sanctions.isEmpty { return "" }
    let rows = pack.sanctions.map { sanction -> [Markup] in
      [
        "<span id=\"s-\(anchor(sanction.id))\">\(sanction.id)</span>", "\(maximum(sanction))",
        cited(sanction.citations), "\(words(sanction.period))",
        sanction.consequences.map { "\($0)" as Markup }.joinedOrListed,
      ]
    }
    let header = ["Tier", "Statutory maximum", "Law", "In force", "Other consequences"]
    return """
      <section id="sanctions"><h2>Sanctions</h2>
      <p>Ceilings set by law, not forecasts.</p>
      \(tabled("Tiers of sanctions", header, rows))</section>
      """
  }

  func sanctionLinks(_ provision: Provision) -> Markup {
    provision.sanctions.map { id -> Markup in
      let tiers = pack.sanctions.filter { $0.id == id }
      return "<a href=\"#s-\(anchor(id))\">\(id)</a>: \(tiers.map(maximum).joined(separator: "; "))"
    }.joinedOrListed
  }

  /// `EUR 20 000 000 or 4 % of worldwide group turnover preceding year, whichever is higher`
  func maximum(_ sanction: Sanction) -> String {
    let currency = sanction.currency ?? ""
    func money(_ amount: Decimal) -> String {
      "\(currency.isEmpty ? "" : "\(currency)\u{A0}")\(grouped(amount.description))"
    }
    let fixed = sanction.fixed.map(money)
    let base = (sanction.of ?? "turnover").replacing("-", with: " ")
    let percent = sanction.percent.map { "\($0.description) % of \(base)" }
    let both = [fixed, percent].compactMap(\.self).joined(separator: " or ")
    let bounds =
      (sanction.floor.map { [", at least \(money($0))"] } ?? [])
      + (sanction.cap.map { [", at most \(money($0))"] } ?? [])
    let text =
      switch sanction.rule {
      case .higherOf: "\(both), whichever is higher"
      case .lowerOf: "\(both), whichever is lower"
      case .fixed, .percentOnly, .percentFloorCap: both
      case .percentElseFixed: "\(percent ?? ""), or \(fixed ?? "") where that cannot be computed"
      case .perViolation: "\(both) for each violation"
      case .perPerson: "\(both) for each person concerned"
      case .perDay: "\(both) for each day"
      case .criminalPersonal: "criminal sanctions on persons"
      case .eitherUnspecified: "\(both); the law does not say which prevails"
      case .memberState: "set by each Member State"
      case .noneSet: "none set"
      }
    return text + bounds.joined() + sizes(sanction)
  }

  private func sizes(_ sanction: Sanction) -> String {
    sanction.sizes.map { size in
      let who = size.of == .sme ? "small and medium-sized enterprises" : "small mid-caps"
      return
        "; for \(who) the \(size.rule == .lowerOf ? "lower" : size.rule.rawValue.replacing("-", with: " "))"
    }.joined()
  }

  /// Controls that the provisions of the pack ask for, in the order of the catalogue.
  var usedControls: [Catalogue.Control] {
    let ids = Set(
      pack.provisions.flatMap { provision in
        (provision.requirement?.controls ?? [])
          + provision.readings.flatMap { $0.requirement?.controls ?? [] }
      })
    return glossary.catalogue.controls.filter { ids.contains($0.id) }
  }

  var controls: Markup {
    if usedControls.isEmpty { return "" }
    let rows = usedControls.map { control -> [Markup] in
      [
        "<span id=\"c-\(anchor(control.id))\"><b>\(control.title)</b></span><br><code>\(control.id)</code>",
        "\(control.description)", "\(control.evidence)",
      ]
    }
    return """
      <section id="controls"><h2>Controls</h2>
      \(tabled("Controls of the catalogue that provisions ask for", ["Control", "What it asks", "Evidence"], rows))</section>
      """
  }
}
