package import Facts

/// What the schedule assumes where neither catalogue nor pack says: printed with every schedule.
package struct Estimates: Sendable {
  /// Calendar days that a change to the plan takes, where the remedy gives none.
  package var change = Catalogue.ThreePoint(min: 5, likely: 10, max: 20)
  /// The same where controls of the remedy are still to do: they hold the work, the change follows them.
  package var changeAfterControls = Catalogue.ThreePoint(min: 1, likely: 1, max: 5)
  /// Person days of a change, besides its controls, where the remedy gives none: somebody reads, somebody changes, somebody checks.
  package var changeEffort = Catalogue.ThreePoint(min: 1, likely: 3, max: 10)
  /// Calendar days that it takes to renew the evidence of a control, besides its waits.
  package var renewal = Catalogue.ThreePoint(min: 5, likely: 10, max: 20)
  /// Length of the window in calendar days.
  package var window = 90
  package init() {}

  /// A change whose likely length the pack states: half of it at best, twice at worst, as in the default.
  func change(likely days: Int?, afterControls: Bool) -> Catalogue.ThreePoint {
    guard let days else { return afterControls ? changeAfterControls : change }
    let scale = Double(days) / change.likely
    return Catalogue.ThreePoint(min: change.min * scale, likely: Double(days), max: change.max * scale)
  }

  /// The effort of a change whose likely one the pack states, spread as the default is.
  func changeEffort(likely days: Double?) -> Catalogue.ThreePoint {
    guard let days else { return changeEffort }
    let scale = days / changeEffort.likely
    return Catalogue.ThreePoint(min: changeEffort.min * scale, likely: days, max: changeEffort.max * scale)
  }

  /// Calendar days as working days, for a working week of `weekdays` days: ceil(days × weekdays ÷ 7), at
  /// least one.
  static func workingDays(_ days: Double, weekdays: Int) -> Int {
    whole(max(1, days * Double(weekdays) / 7))
  }

  /// Rounded up, and no more than a schedule can hold.
  static func whole(_ days: Double) -> Int {
    let most = Double(Project.longest)
    return Int(min(most, max(0, days.isNaN ? most : days)).rounded(.up))
  }
}

extension Catalogue.ThreePoint {
  /// Own work: what is left of the whole without the waits, in order.
  func without(_ waits: [Self]) -> Self {
    let likely = Swift.max(0, self.likely - waits.reduce(0) { $0 + $1.likely })
    return Self(
      min: Swift.min(likely, Swift.max(0, min - waits.reduce(0) { $0 + $1.min })), likely: likely,
      max: Swift.max(likely, max - waits.reduce(0) { $0 + $1.max }))
  }

  func scaled(_ factor: Double) -> Self {
    Self(min: min * factor, likely: likely * factor, max: max * factor)
  }
}

extension Project.Days {
  /// Calendar days as working days of a week with so many.
  init(_ days: Catalogue.ThreePoint, weekdays: Int) {
    self.init(
      min: Estimates.workingDays(days.min, weekdays: weekdays),
      likely: Estimates.workingDays(days.likely, weekdays: weekdays),
      max: Estimates.workingDays(days.max, weekdays: weekdays))
  }

  /// Whole days, in order.
  init(_ days: Catalogue.ThreePoint) {
    min = Estimates.whole(days.min)
    likely = Swift.max(min, Estimates.whole(days.likely))
    max = Swift.max(likely, Estimates.whole(days.max))
  }
}
