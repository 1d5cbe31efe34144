import Analytics
import Diagnostics
import Testing
import YAML

/// How a definition is refused: all mistakes at once, each with its line and a way out.
@Suite struct SelectionMistakeTests {
  /// A definition without mistakes; each test replaces one of its lines.
  static let sound = """
    title: T
    currency: EUR
    scale: {least: 1, most: 5}
    criteria:
      - {id: skill, weight: 60 %}
      - {id: price, weight: 40 %, from: cost}
    cost: {years: 3, discount: 8 %, salary: 100000}
    options:
      - id: a
        scores: {skill: 3}
        availability: {status: offered, on: 2026-11-02, source: offer}
        cost: {oneOff: [{name: training, amount: 10}], monthly: {low: 5}, people: 0.5}
      - id: b
        scores: {skill: {low: 2, high: 4}}
        cost: {oneOff: 10, monthly: 7, growth: -5 %, people: 0}
    roadmap:
      - {id: one, days: 3}
      - {id: two, days: {optimistic: 1, likely: 2, pessimistic: 3}, after: [one]}
    """

  static func mistakes(_ text: String) -> [String] {
    do throws(Mistakes) {
      _ = try Selection(try parse(Array(text.utf8), named: "p.yaml"))
      return []
    } catch {
      return error.all.map {
        "\($0.location.line): \($0.message)\($0.suggestion.map { "; \($0)" } ?? "")"
      }
    }
  }

  @Test func `none`() { #expect(Self.mistakes(Self.sound) == []) }

  @Test(arguments: [
    (1, "titel: T", ["`title` is missing", "`titel` means nothing here; did you mean `title`?"]),
    (1, "title: \"a\\nb\"", ["`title` is a text of 1 to 200 bytes on one line"]),
    (3, "scale: {least: 5, most: 1}", ["`least` is not below `most`"]),
    (3, "scale: {least: 1}", ["a scale has `least` and `most`"]),
    (3, "scale: {least: -1, most: 5}", ["`least` is a number from 0 to 1,000"]),
    (5, "  - {id: skill, weight: 59 %}", ["the weights are 99 % together, and have to be 100 %"]),
    (5, "  - {id: skill, weight: much}", ["`weight` is a share such as 0.999 or 99.9 %"]),
    (5, "  - {id: skill}", ["`weight` is a share such as 0.999 or 99.9 %"]),
    (6, "  - {id: skill, weight: 40 %, from: cost}", ["`skill` stands here twice"]),
    (6, "  - {id: price, weight: 40 %, from: costs}", ["scores come from `cost`, or from each option"]),
    (
      5, "  - {id: skill, weight: 60 %, from: cost}",
      [
        "6: two criteria come from `cost`", "10: `skill` means nothing here",
        "14: `skill` means nothing here",
      ]
    ),
    (7, "cost: {years: 0, discount: 8 %, salary: 100000}", ["`years` is a whole number from 1 to 10"]),
    (7, "cost: {discount: 8 percent, salary: 1}", ["`discount` is a share from 0 % to 100 %"]),
    (7, "cost: {discount: -8 %, salary: 1}", ["`discount` is a share from 0 % to 100 %"]),
    (7, "cost: {discont: 8 %, salary: 1}", ["`discont` means nothing here; did you mean `discount`?"]),
    (7, "cost: {years: 3}", ["`cost` has no `salary`, by which the people of `a` are counted"]),
    (9, "  - name: a", ["`id` is missing"]),
    (13, "  - id: a", ["`a` stands here twice"]),
    (10, "    scores: {skill: 6}", ["`skill` is a number from 1 to 5"]),
    (10, "    scores: {skill: high}", ["`skill` is a number from 1 to 5"]),
    (10, "    scores: {skil: 3}", ["`skil` means nothing here; did you mean `skill`?"]),
    (10, "    scores: {price: 3}", ["`price` means nothing here"]),
    (14, "    scores: {skill: {low: 4, high: 2}}", ["`low` is above `high`"]),
    (14, "    scores: {skill: {low: 4}}", ["`skill` has no `high`"]),
    (14, "    scores: {skill: {high: 4}}", ["`skill` has no `low`"]),
    (
      11, "    availability: {status: ofered, on: 2026-11-02, source: x}",
      [
        "a status is `offered` or `discontinued`; without one it is not confirmed; did you mean `offered`?"
      ]
    ),
    (11, "    availability: {status: discontinued, source: x}", ["a status has a day (`on`) and a `source`"]),
    (11, "    availability: {status: offered, on: 2026-11-02}", ["a status has a day (`on`) and a `source`"]),
    (11, "    availability: {status: offered, on: soon, source: x}", ["`on` is a day such as 2026-03-05"]),
    (
      12, "    cost: {monthly: -5, people: -1}",
      [
        "`monthly` is a number from 0 to 1,000,000,000,000", "`people` is a number from 0 to 10,000",
      ]
    ),
    (
      12, "    cost: {monthly: 5, oneOff: [{name: training}]}",
      [
        "what is paid once has a `name` and an `amount`"
      ]
    ),
    (12, "    cost: {monthly: 1e400}", ["`monthly` is a number from 0 to 1,000,000,000,000"]),
    (12, "    cost: {mothly: 5}", ["`mothly` means nothing here; did you mean `monthly`?"]),
    (12, "    cost: cheap", ["a map with `oneOff`, `monthly`, `growth`, `people` stands here"]),
    (
      17, "  - {id: one, days: 3, after: [two]}", ["steps wait for each other: `one`, then `two`, then `one`"]
    ),
    (17, "  - {id: one, days: 3, after: two}", ["`after` is a list of steps"]),
    (
      17, "  - {id: two, days: 3}",
      [
        "18: `two` stands here twice", "18: there is no step `one`",
      ]
    ),
    (18, "  - {id: two, days: 1, after: [on]}", ["there is no step `on`; did you mean `one`?"]),
    (
      18, "  - {id: two, days: {optimistic: 3, likely: 2, pessimistic: 4}}",
      [
        "the days go up from `optimistic` over `likely` to `pessimistic`"
      ]
    ),
    (18, "  - {id: two, days: {optimistic: 3, likely: 4}}", ["`days` has no `pessimistic`"]),
    (
      18, "  - {id: two, days: {optimistic: 3, likly: 4, pessimistic: 5}}",
      [
        "`days` has no `likely`", "`likly` means nothing here; did you mean `likely`?",
      ]
    ),
    (18, "  - {id: two, days: -1}", ["`days` is a number from 0 to 3,650"]),
    (18, "  - {id: two}", ["`days` is missing"]),
  ]) func `a mistake`(_ line: Int, _ text: String, _ complaints: [String]) {
    var lines = Self.sound.split(separator: "\n").map(String.init)
    lines[line - 1] = text
    let expected = complaints.map { $0.first?.isNumber == true ? $0 : "\(line): \($0)" }
    #expect(Self.mistakes(lines.joined(separator: "\n")).sorted() == expected.sorted())
  }

  @Test func `all at once, in the order of the file`() {
    let text = Self.sound.replacing("salary", with: "slary").replacing("60 %", with: "61 %")
      .replacing("offered", with: "offerd").replacing("[one]", with: "[two]")
    #expect(
      Self.mistakes(text) == [
        "5: the weights are 101 % together, and have to be 100 %",
        "7: `cost` has no `salary`, by which the people of `a` are counted",
        "7: `slary` means nothing here; did you mean `salary`?",
        "11: a status is `offered` or `discontinued`; without one it is not confirmed; did you mean `offered`?",
        "18: steps wait for each other: `two`, then `two`",
      ])
  }

  @Test func `limits`() {
    let options = (0...50).map { "  - {id: o\($0)}" }.joined(separator: "\n")
    let steps = (0...200).map { "  - {id: s\($0), days: 1}" }.joined(separator: "\n")
    let text = "title: T\ncriteria:\n  - {id: a, weight: 1}\noptions:\n\(options)\nroadmap:\n\(steps)\n"
    #expect(
      Self.mistakes(text) == [
        "5: `options` is a list of 2 to 50", "57: `roadmap` is a list of 1 to 200 steps",
      ])
    #expect(
      Self.mistakes("title: T\ncriteria: []\noptions:\n  - {id: a}\n") == [
        "2: `criteria` is a list of 1 to 50", "4: `options` is a list of 2 to 50",
      ])
    #expect(
      Self.mistakes("[]") == [
        "1: a map with `title`, `currency`, `scale`, `criteria`, `options`, `cost`, `roadmap` stands here",
        "1: `title` is missing", "1: `criteria` is missing", "1: `options` is missing",
      ])
  }
}
