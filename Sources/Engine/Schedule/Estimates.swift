package import Facts

/// What the schedule assumes where neither catalogue nor pack says: printed with every schedule.
package struct Estimates: Sendable {
  /// Calendar days that a change to the plan takes, where the remedy gives none.
  package var change = Catalogue.ThreePoint(min: 5, likely: 10, max: 20)
  /// The same where controls of the remedy are still to do: they hold the work, the change follows them.
  package var changeAfterControls = Catalogue.ThreePoint(min: 1, likely: 1, max: 5)
  /// Person days of a change, besides its controls, where the remedy gives none: somebody reads, somebody changes, somebody checks.
  package var changeEffort = Catalogue.ThreePoint(min: 1, likely: 3, max: 10)
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
    max(1, Int((days * Double(weekdays) / 7).rounded(.up)))
  }
}
