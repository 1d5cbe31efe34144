package import FEEL

/// What changes in the law of a pack from one day to another: by amendments, and because days of application come and go.
package struct LawComparison: Sendable {
  package struct Change: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case inserted, repealed, changed }
    package var kind: Kind
    /// obligation, parameter, conclusion …
    package var part: String
    package var name: String
    package var title: String?
    package var application: Application?
    /// Of a value: what it is on either day; nil: there is none.
    package var values: Values?
    /// What it says otherwise.
    package var aspects: [PackComparison.Aspect]
    /// Ids of the provisions that rest on it.
    package var affects: [String]
  }

  /// What becomes of the days of application.
  package enum Application: Sendable, Equatable {
    case begins(CalendarDate?)
    /// After its last day, or with its repeal on a day.
    case ends(CalendarDate?)
    /// It does not apply on either day; it starts later or earlier than was the law.
    case starts(was: CalendarDate?, now: CalendarDate?)
    /// It applies on both days; its last day is another.
    case lasts(was: CalendarDate?, now: CalendarDate?)
    /// Of new law.
    case from(CalendarDate?)
  }

  package struct Values: Sendable, Equatable {
    package var before: Value?
    package var after: Value?
  }

  package var pack: String
  package var title: String
  package var from: CalendarDate
  package var to: CalendarDate
  /// Those that became law between the days.
  package var amendments: [Amendment]
  package var changes: [Change]

  package init(_ pack: Pack, from: CalendarDate, to: CalendarDate) {
    self.pack = pack.id
    title = pack.title
    (self.from, self.to) = (from, to)
    amendments = pack.amendments.filter { from < $0.from && $0.from <= to }
    let (before, after) = (pack.enacted(on: from), pack.enacted(on: to))
    let provisions = Versions(before.provisions, after.provisions, by: \.id).all.compactMap {
      LawComparison.change($0, from, to, pack)
    }
    let sanctions = Versions(before.sanctions, after.sanctions, by: \.id).all.compactMap {
      LawComparison.change($0, from, to)
    }
    let uses = Uses(after)
    let parameters = Versions(before.parameters, after.parameters, by: \.name).all.compactMap {
      LawComparison.change($0, from, to, uses)
    }
    let others = LawComparison.changes(before, after, uses)
    changes = provisions + parameters + others + sanctions
  }
}

extension Pack {
  /// The law of the pack as it was enacted on a day.
  package func enacted(on day: CalendarDate) -> Pack {
    earlier.first { $0.enacted.contains(day) } ?? self
  }
}

/// All versions of each thing, before and after, in the order of what is there after; what is gone comes last.
private struct Versions<Part> {
  var all: [(name: String, before: [Part], after: [Part])] = []

  init(_ before: [Part], _ after: [Part], by name: (Part) -> String) {
    var places: [String: Int] = [:]
    func place(_ part: Part) -> Int {
      let key = name(part)
      if let place = places[key] { return place }
      places[key] = all.count
      all.append((key, [], []))
      return all.count - 1
    }
    for part in after { all[place(part)].after.append(part) }
    for part in before { all[place(part)].before.append(part) }
  }
}

extension LawComparison {
  /// The version that applies on the day, else the next one, else the last.
  fileprivate static func version<Part>(
    _ versions: [Part], on day: CalendarDate, _ period: (Part) -> Period
  ) -> Part? {
    versions.first { period($0).contains(day) }
      ?? versions.filter { period($0).from.map { day < $0 } ?? false }.min {
        period($0).from.map(\.dayNumber) ?? .min < period($1).from.map(\.dayNumber) ?? .min
      } ?? versions.last
  }

  fileprivate static func change(
    _ versions: (name: String, before: [Provision], after: [Provision]), _ from: CalendarDate,
    _ to: CalendarDate, _ pack: Pack
  ) -> Change? {
    let old = version(versions.before, on: from, \.period)
    let new = version(versions.after, on: to, \.period)
    guard let either = new ?? old else { return nil }
    var change = Change(
      kind: .changed, part: either.modality.rawValue, name: versions.name, title: either.title,
      aspects: [], affects: [])
    guard let old else {
      change.kind = .inserted
      change.application = .from(either.period.from)
      return change
    }
    guard let new else {
      change.kind = .repealed
      let gone = pack.states.first { state in
        state.enacted.from.map { from < $0 } ?? false
          && !state.provisions.contains { $0.id == versions.name }
      }
      change.application = .ends(gone?.enacted.from?.adding(days: -1))
      return change
    }
    let ignored = ["period", "reviewed"]
    change.aspects = new.aspects.filter { !ignored.contains($0.name) }.compared(
      with: old.aspects.filter { !ignored.contains($0.name) })
    change.application = application(old.period, new.period, from, to)
    return change.aspects.isEmpty && change.application == nil ? nil : change
  }

  fileprivate static func change(
    _ versions: (name: String, before: [Sanction], after: [Sanction]), _ from: CalendarDate,
    _ to: CalendarDate
  ) -> Change? {
    let old = version(versions.before, on: from, \.period)
    let new = version(versions.after, on: to, \.period)
    guard let either = new ?? old else { return nil }
    var change = Change(
      kind: .changed, part: "sanction", name: versions.name, aspects: [], affects: [])
    guard let old else {
      (change.kind, change.application) = (.inserted, .from(either.period.from))
      return change
    }
    guard let new else {
      change.kind = .repealed
      return change
    }
    change.aspects = new.aspects.filter { $0.name != "period" }.compared(
      with: old.aspects.filter { $0.name != "period" })
    change.application = application(old.period, new.period, from, to)
    return change.aspects.isEmpty && change.application == nil ? nil : change
  }

  private static func application(
    _ old: Period, _ new: Period, _ from: CalendarDate, _ to: CalendarDate
  ) -> Application? {
    switch (old.contains(from), new.contains(to)) {
    case (false, true): .begins(new.from)
    case (true, false):
      new.from.map { to < $0 } ?? false ? .starts(was: old.from, now: new.from) : .ends(new.until)
    case (false, false):
      old.from != new.from && new.from.map { to < $0 } ?? false
        ? .starts(was: old.from, now: new.from) : nil
    case (true, true): old.until != new.until ? .lasts(was: old.until, now: new.until) : nil
    }
  }

  fileprivate static func change(
    _ versions: (name: String, before: [Parameter], after: [Parameter]), _ from: CalendarDate,
    _ to: CalendarDate, _ uses: Uses
  ) -> Change? {
    guard let either = versions.after.first ?? versions.before.first else { return nil }
    var change = Change(
      kind: .changed, part: "parameter", name: versions.name, title: either.title, aspects: [],
      affects: uses.provisions(restingOn: versions.name))
    let (old, new) = (versions.before.first, versions.after.first)
    if old == nil { change.kind = .inserted }
    if new == nil { change.kind = .repealed }
    let values = Values(before: old?.inForce(on: from), after: new?.inForce(on: to))
    if values.before != values.after { change.values = values }
    if let old, let new {
      change.aspects = new.aspects.compared(with: old.aspects)
      if change.values != nil { change.aspects.removeAll { $0.name == "values" } }
    }
    return change.kind == .changed && change.values == nil && change.aspects.isEmpty ? nil : change
  }

  /// Conclusions and scopes.
  fileprivate static func changes(_ before: Pack, _ after: Pack, _ uses: Uses) -> [Change] {
    let kinds = ["definition", "scope"]
    var (old, new) = (Parts(before), Parts(after))
    old.all.removeAll { !kinds.contains($0.kind) }
    new.all.removeAll { !kinds.contains($0.kind) }
    return new.matched(with: old, successors: { _ in [] }, affects: uses.provisions(restingOn:)).map {
      Change(
        kind: $0.kind == .added ? .inserted : $0.kind == .removed ? .repealed : .changed,
        part: $0.part == "definition" ? "conclusion" : $0.part, name: $0.name, title: $0.title,
        aspects: $0.aspects, affects: $0.affects)
    }
  }
}

extension Parameter {
  /// Its value on a day: of a table all rows in force; nil if no entry is.
  fileprivate func inForce(on day: CalendarDate) -> Value? {
    let values = entries.filter { $0.period.contains(day) }.map(\.value)
    return isTable ? .list(List(values)) : values.first
  }
}
