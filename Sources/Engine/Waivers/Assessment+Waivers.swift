import Diagnostics
package import FEEL
import Rules

extension Assessment {
  /// Takes waivers in: a gap that one in force is for becomes `waived`. What is unknown or yet to come stays what it is, for
  /// nobody can accept what nobody has seen. `today`: the day of the assessment in a time zone.
  package mutating func waive(_ waivers: [Waiver], today: (_ timeZone: String) -> CalendarDate) {
    guard !waivers.isEmpty else { return }
    var places: [String: [Int]] = [:]
    for (place, finding) in findings.enumerated() {
      places["\(finding.pack)/\(finding.provision)@\(finding.subject.id)", default: []].append(place)
    }
    let provisions = Set(findings.map { "\($0.pack)/\($0.provision)" })
    self.waivers = waivers.map { waiver in
      let day = today(waiver.timeZone)
      let daysLeft = waiver.until.dayNumber - day.dayNumber
      func state(_ standing: WaiverState.Standing) -> WaiverState {
        WaiverState(waiver: waiver, standing: standing, daysLeft: daysLeft)
      }
      guard let judged = places[waiver.scope] else {
        return state(.orphaned(why(waiver, provisions)))
      }
      if daysLeft < 0 { return state(.expired) }
      if let from = waiver.from, day < from { return state(.notYet) }
      let gaps = judged.filter { findings[$0].verdict == .gap }
      for place in gaps { findings[place].verdict = .waived }
      return gaps.isEmpty
        ? state(.unneeded(findings[judged[0]].verdict)) : state(.inForce)
    }
  }

  private func why(_ waiver: Waiver, _ provisions: Set<String>) -> String {
    guard provisions.contains(waiver.provision) else {
      let hint = didYouMean(waiver.provision, among: provisions.sorted()).map { "; \($0)" } ?? ""
      return "no provision `\(waiver.provision)` was judged\(hint)"
    }
    let subjects = findings.filter { "\($0.pack)/\($0.provision)" == waiver.provision }.map(\.subject.id)
    let hint = didYouMean(waiver.subject, among: subjects).map { "; \($0)" } ?? ""
    return "`\(waiver.provision)` was not judged for `\(waiver.subject)`\(hint)"
  }
}
