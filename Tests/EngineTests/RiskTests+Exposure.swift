import Diagnostics
@testable import Engine
import FEEL
@testable import Rules
import Testing

/// Statutory maxima: cases worked out by hand, and the shared table of 109 worked examples.
struct ExposureTests {
  let sizes: SizeClasses

  init() throws { sizes = try SizeClasses(repositoryFile("rules/size.csv")) }

  @Test(arguments: [("exposures.txt", 21), ("maxima-union.txt", 70), ("maxima-world.txt", 93)])
  func `maxima are those worked out by hand`(file: String, count: Int) throws {
    let lines = try caseLines(file)
    let cases = lines.split { $0.hasPrefix(": ") }
    let titles = lines.filter { $0.hasPrefix(": ") }
    #expect(cases.count == count)
    for (title, lines) in zip(titles, cases) { try check(title, lines) }
  }

  private func check(_ title: String, _ lines: ArraySlice<String>) throws {
    var firm = Firm()
    firm.countryCodes = ["brazil": "br"]
    var sanction: Sanction?
    var expected = (maximum: "", missing: "", formula: String?.none, size: String?.none)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      let rest = String(line.dropFirst(words[0].count + 1))
      switch words[0] {
      case "sanction": sanction = try .sample(words)
      case "size"
      where words.count == 3 && Sanction.Size(rawValue: words[1]) != nil && words[2].contains("-"):
        let size = try #require(Sanction.Size(rawValue: words[1]))
        let rule = try #require(Sanction.Rule(rawValue: words[2]))
        sanction?.sizes.append(.init(of: size, rule: rule, citation: nil, period: Period()))
      case "size": expected.size = rest
      case "turnover":
        firm.turnover.append(
          .init(
            year: Int(words[1]), scope: Firm.Scope(rawValue: words[2]), territory: words[3],
            amount: number(words[4]),
            currency: words[5]))
      case "rate":
        firm.rates.append(.init(from: words[1], to: words[2], rate: number(words[3]), on: day(words[4])))
      case "staff": firm.employees = number(words[1])
      case "balance": firm.balanceSheet = (number(words[1]), words[2])
      case "noGroup": firm.isPartOfGroup = false
      case "=": expected.maximum = rest
      case "?": expected.missing = rest
      case "~": expected.formula = rest
      default: Issue.record("\(title): what is `\(line)`?")
      }
    }
    let exposure = Risk.Exposure("f", try #require(sanction), firm, sizes, day("2026-11-21"))
    let maximum = (exposure.amount == nil ? "- " : "") + (exposure.maximum ?? "")
    #expect(maximum == expected.maximum, "\(title)")
    #expect(exposure.missing.joined(separator: "; ") == expected.missing, "\(title)")
    #expect(exposure.sizeRule == expected.size, "\(title)")
    if let formula = expected.formula { #expect(exposure.formula == formula, "\(title)") }
  }

  @Test func `there is one line per open gap and sanction in force, and no sum`() throws {
    var sanction = try Sanction.sample(["sanction", "fixed", "100", "EUR", "-", "-"])
    sanction.period = Period(from: day("2026-01-01"), until: day("2026-12-31"))
    var later = sanction
    later.period = Period(from: day("2027-01-01"))
    let both = [sanction, later]
    let risk = Risk(
      findings: [
        .sample("b", sanctions: both), .sample("a", verdict: .waived, sanctions: both),
        .sample("c", [.gap, .satisfied], sanctions: both), .sample("d", verdict: .upcoming, sanctions: both),
        .sample("e", .satisfied, sanctions: both), .sample("f", modality: .permission, sanctions: both),
      ], markets: [], firm: Firm(), sizes: sizes, scoring: try .sample(), asOf: day("2026-11-21"))
    #expect(risk.exposures.map(\.finding) == ["a", "b"])
    #expect(risk.exposures.map(\.amount) == [100, 100])
  }

  static let examples = "law/data/sanctions-examples.csv"
  static let hasExamples = (try? sharedFile(examples)) != nil

  @Test(.enabled(if: hasExamples, "PRATIQUE_SHARED names no folder with \(examples)"))
  func `the shared table of worked maxima comes out the same`() throws {
    let examples = try Table(
      try #require(try sharedFile(Self.examples)),
      columns: [
        "tier_id", "firm", "staff", "turnover_eur", "assumption", "base_amount", "units", "arithmetic",
        "result", "currency",
      ])
    let columns = [
      "id", "jurisdiction", "law", "article", "what_is_breached", "fixed_amount", "currency", "percent",
      "percent_of", "rule",
      "size_rule", "other_consequences", "from", "until", "source", "confidence", "floor_amount",
      "cap_amount", "unit", "notes",
      "applies_if",
    ]
    let tiers = try Table(try #require(try sharedFile("law/data/sanctions.csv")), columns: columns)
    let byId = Dictionary(uniqueKeysWithValues: tiers.rows.map { (tiers.field("id", of: $0), $0) })
    #expect(examples.rows.count == 109)
    for row in examples.rows {
      let id = examples.field("tier_id", of: row)
      let tier = try #require(byId[id])
      func given(_ column: String) -> Decimal? { Decimal(tiers.field(column, of: tier)) }
      let rule = try #require(Sanction.Rule(rawValue: tiers.field("rule", of: tier)))
      let base = Decimal(examples.field("base_amount", of: row))
      let share = given("percent").map { percent in
        base?.multiplied(by: percent)?.divided(by: Decimal(100)).map { Ceiling.Limb.amount($0) } ?? .unknown
      }
      let ceiling = Ceiling(
        rule: rule, fixed: given("fixed_amount").map { .amount($0) } ?? .absent, share: share ?? .absent,
        floor: given("floor_amount"), cap: given("cap_amount"))
      let amount = ceiling.amount(units: number(examples.field("units", of: row)))?.rounded(scale: 2, .halfUp)
      #expect(
        amount == number(examples.field("result", of: row)), "\(id), firm \(examples.field("firm", of: row))")
    }
  }
}

extension Sanction {
  /// `sanction rule fixed currency percent base floor=… cap=…`, `-` for nothing.
  fileprivate static func sample(_ words: [String]) throws -> Sanction {
    func option(_ name: String) -> Decimal? {
      words.first { $0.hasPrefix("\(name)=") }.map { number($0.dropFirst(name.count + 1)) }
    }
    return Sanction(
      id: "tier", citations: [Citation(law: "Law", article: "9")], fixed: Decimal(words[2]),
      currency: words[3] == "-" ? nil : words[3], percent: Decimal(words[4]),
      of: words[5] == "-" ? nil : words[5],
      floor: option("floor"), cap: option("cap"), rule: try #require(Rule(rawValue: words[1])), sizes: [],
      consequences: [], confidence: .high, period: Period())
  }
}
