import FEEL

/// What a percentage is of, read from the words of a pack: `worldwide-group-turnover-preceding-year`.
struct TurnoverBase {
  /// The group's figure is asked for, not the entity's.
  var isGroup = false
  /// Country or area; nil: the world.
  var territory: String?
  /// An average day: the year's figure ÷ 365.
  var isDaily = false
  /// The words, for people.
  var words: String

  /// nil where the base is no turnover (a transaction, an illegal gain) or only a part of it that a plan does
  /// not state.
  init?(_ phrase: String) {
    words = phrase.split(separator: "-").joined(separator: " ")
    var words = phrase.split(separator: "-").map(String.init)[...]
    var isMoney = false
    while let word = words.popFirst() {
      switch word {
      case "turnover", "revenue", "income": isMoney = true
      case "group": isGroup = true
      case "daily": isDaily = true
      case "in":
        let name = words.prefix { !Self.afterTerritory.contains($0) }
        guard name.first?.first?.isUppercase == true else { return nil }
        territory = name.joined(separator: " ")
        words = words.dropFirst(name.count)
      case _ where Self.neutral.contains(word): continue
      default: return nil
      }
    }
    guard isMoney else { return nil }
  }

  private static let afterTerritory: Set = ["preceding", "excl", "annual", "year"]
  /// Words that leave the figure what it is; `less unrelated`, `qualifying` and `excl taxes` allow
  /// deductions, so that the
  /// whole is still a ceiling.
  private static let neutral: Set = [
    "worldwide", "world", "annual", "total", "average", "gross", "preceding", "year", "calendar", "financial",
    "fiscal",
    "business", "period", "qualifying", "less", "unrelated", "excl", "taxes", "or",
  ]
}

/// A base worked out in the currency of the sanction.
struct BaseAmount {
  var amount: Decimal?
  var currency: String?
  /// `(USD 18,000,000 at 0.9)`, empty without a figure.
  var words = ""
  /// How far it may lie from the amount at the rate of the day in question, as a share.
  var margin = Decimal.zero
  /// Facts that are missing.
  var missing: [String] = []
}

extension Firm {
  /// The figure of the financial year before `asOf`, in `currency` (nil: its own).
  func amount(of base: TurnoverBase, asOf: CalendarDate, in currency: String?) -> BaseAmount {
    let year = asOf.year - 1
    let place = base.territory ?? "world"
    let asked = "organization.turnover (\(year), \(base.isGroup ? "group" : "entity"), \(place))"
    let fitting = turnover.filter { $0.year == year && covers($0.territory, base.territory) }
    var choice = fitting.filter { base.isGroup ? isGroupFigure($0) : $0.scope != .group }
    var missing: [String] = []
    var note = ""
    if choice.isEmpty, !base.isGroup {
      // An entity's turnover is at most its group's: still a ceiling.
      choice = fitting
      if isPartOfGroup != false, !choice.isEmpty {
        missing.append(asked)
        note = ", the group's, as the entity's is not stated"
      }
    }
    // Of several figures for the same thing the highest is the ceiling.
    guard let figure = choice.max(by: { $0.amount < $1.amount }) else {
      return BaseAmount(missing: [asked])
    }
    var result = BaseAmount(currency: currency ?? figure.currency, missing: missing)
    let yearly = "\(money(figure.amount, figure.currency))\(note)"
    guard let converted = convert(figure.amount, from: figure.currency, to: result.currency, year: year)
    else {
      result.words = " (\(yearly))"
      result.missing.append(
        "organization.exchangeRates (\(figure.currency ?? "?") to \(result.currency ?? "?"))")
      return result
    }
    let source = converted.source.map { ": \($0)" } ?? ""
    result.words = converted.rate.map { " (\(yearly), at \($0)\(source))" } ?? " (\(yearly))"
    result.margin = converted.margin
    result.amount = base.isDaily ? converted.amount.divided(by: Decimal(365)) : converted.amount
    return result
  }

  /// A figure that says nothing of its scope is the group's where there is no group.
  private func isGroupFigure(_ figure: Figure) -> Bool { figure.scope == .group || isPartOfGroup == false }

  private func covers(_ stated: String?, _ asked: String?) -> Bool {
    guard let stated = stated?.lowercased() else { return false }
    guard let asked = asked?.lowercased() else { return stated == "world" || stated == "worldwide" }
    return stated == asked || countryCodes[asked] == stated || countryCodes[stated] == asked
  }
}
