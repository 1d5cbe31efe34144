package import FEEL

/// The options of a selection held against each other on a day, as far as the scores are known.
package struct Comparison: Sendable {
  package enum Verdict: Sendable, Hashable {
    /// The lowest score it can have is at least the highest of every other.
    case winner(Int)
    /// The best scores are known and equal.
    case tie([Int])
    /// These may win, depending on what is not known.
    case open([Int])
    /// Nothing is there to compare it with.
    case only(Int)
    case none
  }

  /// A score that is not known exactly, of an option that may win.
  package struct Gap: Sendable {
    package var option: Int
    package var criterion: Int
    package var bounds: Bounds
    /// By how much it can move the score of the option.
    package var reach: Double
    /// Whether there is a value of it with which the choice is settled, whatever the others are.
    package var canSettle: Bool
  }

  package var selection: Selection
  package var day: CalendarDate
  /// Places of the options that can be chosen; the others are only listed.
  package var ranked: [Int]
  /// Of each option; nil where nothing is known of its price.
  package var costs: [CostOfOwnership?]
  /// By option and criterion; empty for those that are only listed.
  package var cells: [[Bounds]]
  /// Of each option; nil for those that are only listed.
  package var scores: [Bounds?]
  package var verdict: Verdict
  /// The one that moves a score farthest first.
  package var gaps: [Gap]
  /// nil where no single option leads, or a score of an option is not known at all.
  package var sensitivity: Sensitivity?

  /// A change of one weight below which a choice that it overturns is fragile.
  package var fragileChange: Double

  package init(_ selection: Selection, on day: CalendarDate, fragileChange: Double) {
    self.selection = selection
    self.fragileChange = fragileChange
    self.day = day
    let ranked = selection.options.indices.filter { !selection.options[$0].isGone(on: day) }
    self.ranked = ranked
    let terms = selection.terms
    costs = selection.options.map { $0.price.map { CostOfOwnership($0, terms) } }
    let known = Known(selection, ranked, costs.map { $0?.present ?? .unknown })
    let cells = known.cells
    self.cells = cells
    let scores = known.scores
    self.scores = selection.options.indices.map { ranked.contains($0) ? scores[$0] : nil }
    verdict = Self.verdict(ranked, scores)
    gaps = []
    if case .open(let candidates) = verdict { gaps = Self.gaps(known, candidates) }
    let isScored = ranked.allSatisfy { place in
      selection.criteria.indices.allSatisfy {
        selection.criteria[$0].isCost
          ? selection.options[place].price != nil : selection.options[place].scores[$0] != nil
      }
    }
    sensitivity = isScored ? Sensitivity(selection, ranked, cells) : nil
  }

  package var isFragile: Bool {
    sensitivity?.mostCritical?.change.map { abs($0) < fragileChange } ?? false
  }

  /// What one has to know of the options; one part of it can be supposed.
  fileprivate struct Known {
    let selection: Selection
    let ranked: [Int]
    var totals: [Bounds]
    var cells: [[Bounds]]

    init(_ selection: Selection, _ ranked: [Int], _ totals: [Bounds]) {
      (self.selection, self.ranked, self.totals) = (selection, ranked, totals)
      cells = selection.options.map { option in
        option.scores.map { $0 ?? Bounds(low: selection.least, high: selection.most) }
      }
      for place in selection.options.indices where !ranked.contains(place) { cells[place] = [] }
      setCostScores()
    }

    private mutating func setCostScores() {
      guard let criterion = selection.criteria.firstIndex(where: \.isCost) else { return }
      // Who cannot be chosen is not the cheapest either.
      let scores = CostOfOwnership.scores(
        ranked.map { totals[$0] }, least: selection.least, most: selection.most)
      for (place, score) in zip(ranked, scores) { cells[place][criterion] = score }
    }

    /// The highest or lowest score of one cell; of cost, that of its highest or lowest cost.
    func supposing(_ option: Int, _ criterion: Int, isBest: Bool) -> Known {
      var copy = self
      if selection.criteria[criterion].isCost {
        // Where a cost has no upper end: more than any other.
        let high = min(totals[option].high, 1e18)
        copy.totals[option] = Bounds(isBest ? totals[option].low : high)
        copy.setCostScores()
      } else {
        let cell = cells[option][criterion]
        copy.cells[option][criterion] = Bounds(isBest ? cell.high : cell.low)
      }
      return copy
    }

    var scores: [Bounds] {
      cells.map { cells in
        zip(cells, selection.criteria).reduce(Bounds(0)) { $0 + $1.0 * $1.1.weight.value }
      }
    }
  }

  /// What scores differ by if they are the same but for the rounding of binary fractions.
  package static let same = 1e-9

  private static func verdict(_ ranked: [Int], _ scores: [Bounds]) -> Verdict {
    guard let first = ranked.first else { return .none }
    guard ranked.count > 1 else { return .only(first) }
    func others(_ place: Int) -> [Int] { ranked.filter { $0 != place } }
    let winners = ranked.filter { place in
      others(place).allSatisfy { scores[place].low >= scores[$0].high - same }
    }
    if winners.count > 1 { return .tie(winners) }
    if let winner = winners.first { return .winner(winner) }
    return .open(
      ranked.filter { place in others(place).allSatisfy { scores[place].high >= scores[$0].low - same } })
  }

  private static func gaps(_ known: Known, _ candidates: [Int]) -> [Gap] {
    var gaps: [Gap] = []
    for option in known.ranked {
      for (place, criterion) in known.selection.criteria.enumerated() where criterion.weight.billionths > 0 {
        let cell = known.cells[option][place]
        // What one costs bears on the scores of all; other scores of who cannot win matter to nobody.
        let isUnknown =
          criterion.isCost ? !known.totals[option].isPoint : cell.width > same && candidates.contains(option)
        guard isUnknown else { continue }
        // A better score helps the option alone, so that what settles the choice settles it at an end of its range (a cost also
        // moves the others' scores; with three and more options one in between may settle it too).
        let canSettle = [true, false].contains { isBest in
          switch verdict(known.ranked, known.supposing(option, place, isBest: isBest).scores) {
          case .winner, .tie: true
          default: false
          }
        }
        guard canSettle || cell.width > same else { continue }
        gaps.append(
          Gap(
            option: option, criterion: place, bounds: cell, reach: cell.width * criterion.weight.value,
            canSettle: canSettle))
      }
    }
    return gaps.enumerated().sorted { ($0.element.reach, -$0.offset) > ($1.element.reach, -$1.offset) }
      .map(\.element)
  }
}
