import Engine

// The likely loss in words: what every form of the report shows.

extension Loss {
  /// How it was done, then how far to trust it.
  static let method = """
    Every law with an open gap is one case, which comes within a year or does not; its fine is log-normal around a median \
    that grows with turnover and maximum, fitted to 35 published decisions and a published regression over 68, and cut at \
    the maximum. Nobody knows how often a gap is fined, so the chances are judgement, within wide ranges; fines are \
    on the high side for small firms, and what a case costs beyond the fine is not in it.
    """
  static let page = "docs/loss.md"
  static let pageLink = "https://github.com/pratique/pratique/blob/main/docs/loss.md"

  static let endsText =
    "Low and likely count the open gaps, with the low and the middle figures; high also counts what may be a gap, with the high ones."

  /// `10,000 years drawn, seed 1`
  var drawsText: String { "\(grouped(terms.draws)) years drawn, seed \(terms.seed)" }

  static let nothing = "No open gap behind which these packs have a fine of the firm."

  var assumptionText: String? {
    assumptions.isEmpty ? nil : "Assumed: \(assumptions.joined(separator: "; "))."
  }

  var withoutFineText: String? {
    withoutFine.isEmpty
      ? nil : "\(count(withoutFine.count, "further open finding")) without a fine of the firm in these packs."
  }

  /// One line for the whole.
  var headline: String {
    guard !cases.isEmpty else { return "Likely loss: \(Self.nothing)" }
    return
      "Likely loss, a rough model: a fine in a year has a chance of \(span(year.map(\.chance), chanceText)); "
      + "\(Self.percents.last ?? 0) of 100 years cost at most EUR \(span(year.map { $0.quantiles.last ?? 0 }, roughly))"
      + " (\(Self.page))"
  }

  /// What, then low, likely, high.
  var yearRows: [[String]] {
    var rows = [
      ["Chance of a fine in a year"] + year.all.map { chanceText($0.chance) },
      ["That is once in"] + year.all.map { onceIn($0.chance) },
      ["Mean loss of a year, EUR"] + year.all.map { roughly($0.mean) },
    ]
    for (index, percent) in Self.percents.enumerated() {
      rows.append(
        ["\(percent) of 100 years cost at most, EUR"] + year.all.map { roughly($0.quantiles[index]) })
    }
    return rows
  }

  /// Law, gaps, chance, then the fine that so many of 100 stay below, and its maximum.
  var caseRows: [[String]] {
    cases.map { each in
      let open = [
        each.gaps.isEmpty ? nil : count(each.gaps.count, "gap"),
        each.undetermined.isEmpty ? nil : "\(each.undetermined.count) unknown",
      ]
      return [
        "\(oneLine(each.law)) (\(oneLine(each.jurisdiction)))",
        open.compactMap(\.self).joined(separator: ", "),
        span(each.chance, chanceText),
      ]
        + Self.percents.map { each.fineText(Double($0) / 100) } + [each.maximumText]
    }
  }

  static let caseHeads =
    ["Law", "Open", "Chance in a year"] + percents.map { "Fine, \($0) of 100 at most" } + ["Maximum"]

  /// More than, then low, likely, high.
  var curveRows: [[String]] {
    curve.map { [grouped($0.amount)] + $0.chance.all.map(chanceText) }
  }
}

extension Loss.Case {
  /// `211,000 (21,100–449,000)`; 0 at an end without a gap.
  fileprivate func fineText(_ share: Double) -> String {
    span(fine.map { $0?.quantile(share) ?? 0 }, roughly)
  }

  /// As far as there is a gap; `open` where no maximum of the whole case can be stated.
  fileprivate var maximumText: String {
    guard let high = fine.high else { return "–" }
    return span(fine.map { ($0 ?? high).maximum }) { $0.map(roughly) ?? "open" }
  }
}

/// `0.26 % (0.031 %–4.7 %)`; once where all are the same.
private func span<Value>(_ ends: Loss.Ends<Value>, _ text: (Value) -> String) -> String {
  let (low, likely, high) = (text(ends.low), text(ends.likely), text(ends.high))
  return low == likely && likely == high ? likely : "\(likely) (\(low)–\(high))"
}

/// Three significant digits: `211,000`; more would only look exact.
func roughly(_ amount: Double) -> String {
  var scale = 1.0
  while amount / scale >= 999.5, scale < 1e15 { scale *= 10 }
  return grouped((amount / scale).rounded() * scale)
}

/// Two significant digits: `0.26 %`, `4.7 %`.
func chanceText(_ chance: Double) -> String {
  let percent = chance * 100
  guard percent > 1e-7 else { return "0 %" }
  var scale = 1.0
  var decimals = 0
  while percent * scale < 9.95, decimals < 8 {
    scale *= 10
    decimals += 1
  }
  let digits = String(Int((percent * scale).rounded()))
  guard decimals > 0 else { return "\(digits) %" }
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  var part = padded.suffix(decimals)
  while part.last == "0" { part.removeLast() }
  return padded.dropLast(decimals) + (part.isEmpty ? "" : ".\(part)") + " %"
}

/// `380 years`, two significant digits.
private func onceIn(_ chance: Double) -> String {
  guard chance > 1e-9 else { return "never" }
  var scale = 1.0
  let years = 1 / chance
  while years / scale >= 99.5 { scale *= 10 }
  return years < 9.5 ? "\(decimal(years)) years" : "\(grouped((years / scale).rounded() * scale)) years"
}
