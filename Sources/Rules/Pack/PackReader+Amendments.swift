import Archive
import Diagnostics
import FEEL
import XML

extension PackReader {
  /// Each day of amendments makes a pack of its own, which is kept and checked as a whole.
  static let amendmentLimit = 50

  /// The law after all amendments of the document, with every state before; each state is checked as a pack.
  mutating func amended(_ base: Pack, _ root: Element) -> Pack {
    let elements = root.all("amendment")
    if elements.isEmpty { return base }
    guard elements.count <= PackReader.amendmentLimit else {
      report(
        .limit, elements[0].line,
        "a pack has at most \(PackReader.amendmentLimit) amendments, this one \(elements.count)")
      return base
    }
    var acts: [(amendment: Amendment, element: Element)] = []
    for element in elements {
      guard let amendment = amendment(element) else { continue }
      if let last = acts.last?.amendment, amendment.from < last.from {
        report(
          .period, element.line, "amendments stand in the order of their days; \(last.from) stands before")
        continue
      }
      if acts.contains(where: { $0.amendment.id == amendment.id }) {
        report(.duplicate, element.line, "the amendment `\(amendment.id)` is declared twice")
      }
      acts.append((amendment, element))
    }
    var law = base
    law.amendments = acts.map(\.amendment)
    var states: [Pack] = []
    for (place, act) in acts.enumerated()
    where place == 0 || acts[place - 1].amendment.from < act.amendment.from {
      let day = act.amendment.from
      var amending = Amending(law)
      for same in acts where same.amendment.from == day {
        change(&amending, by: same.amendment, same.element, before: acts.filter { $0.amendment.from > day })
      }
      law.enacted.until = day.adding(days: -1)
      states.append(law)
      law = amending.result
      law.enacted = Period(from: day)
      checkNames(law, root)
    }
    return law.with(earlier: Late(made: states))
  }

  private mutating func amendment(_ element: Element) -> Amendment? {
    guard let from = period(element).from else { return nil }
    return Amendment(
      id: element["id"] ?? "", title: element["title"] ?? "", from: from, citations: citations(of: element),
      line: element.line)
  }

  /// `later`: the amendments of later days.
  private mutating func change(
    _ law: inout Amending, by amendment: Amendment, _ element: Element,
    before later: [(amendment: Amendment, element: Element)]
  ) {
    for patch in element.children {
      switch patch.name {
      case "moves":
        for id in patch.list("ref") where isThere(id, in: law, patch, amendment, later) {
          move(id, in: &law, by: amendment, patch)
        }
      case "repeals":
        for id in patch.list("ref") where isThere(id, in: law, patch, amendment, later) {
          guard touch(.provision(id), in: &law, amendment, patch.line) else { continue }
          law.replace(.provision(id), with: [])
        }
      case "amends": replace(patch, in: &law, by: amendment, later)
      case "inserts": insert(patch, into: &law, by: amendment)
      default: break
      }
    }
  }

  /// Other days of application, and readings of what the amendment leaves open; the rest of the provision stays.
  private mutating func move(
    _ id: String, in law: inout Amending, by amendment: Amendment, _ patch: Element
  ) {
    let versions = law.provisions.filter { $0.id == id }
    guard let old = versions.first, touch(.provision(id), in: &law, amendment, patch.line) else { return }
    guard versions.count == 1 else {
      return report(
        .value, patch.line, "`\(id)` has \(versions.count) versions, and it is not said which one moves",
        suggestion: "state them anew in <amends>")
    }
    let given = period(patch)
    let moved = Period(from: given.from ?? old.period.from, until: given.until ?? old.period.until)
    if given != Period(), let from = moved.from, let until = moved.until, until < from {
      return report(.period, patch.line, "`\(id)` would end on \(until), before it starts on \(from)")
    }
    let readings = patch.all("reading").map { reading($0) }
    for reading in readings where old.readings.contains(where: { $0.id == reading.id }) {
      report(.duplicate, patch.line, "`\(id)` has a reading `\(reading.id)` already")
    }
    if moved == old.period, readings.isEmpty {
      return report(.value, patch.line, "`\(id)` applies on these days already: nothing is moved")
    }
    law.changeProvision(id) {
      $0.period = moved
      $0.readings += readings
      $0.amended.append(amendment.done(.moved))
    }
  }

  private mutating func replace(
    _ patch: Element, in law: inout Amending, by amendment: Amendment,
    _ later: [(amendment: Amendment, element: Element)]
  ) {
    let old = Dictionary(grouping: law.parts, by: \.name)
    var new: [(name: LawPart.Name, line: Int, parts: [LawPart])] = []
    for element in patch.children {
      guard let part = part(element) else { continue }
      guard let known = old[part.name] else {
        reportMissing(part.name, among: old.keys.sorted { $0.name < $1.name }, element.line, amendment, later)
        continue
      }
      let made = part.amended(.amended, by: amendment, from: known)
      if let place = new.firstIndex(where: { $0.name == part.name }) {
        new[place].parts.append(made)
      } else {
        new.append((part.name, element.line, [made]))
      }
    }
    for (name, line, parts) in new where touch(name, in: &law, amendment, line) {
      let before = old[name] ?? []
      if case .provision(let one)? = before.first, case .provision(let other)? = parts.first,
        one.modality != other.modality || one.per != other.per
      {
        report(
          .duplicate, line, "`\(other.id)` is a version of another kind of rule",
          suggestion: "repeal it, and insert the new rule with an id of its own")
      }
      if before.map(\.aspects) == parts.map(\.aspects) {
        report(
          .value, line, "\(name.words) says what it said before: nothing is amended",
          suggestion: "for other dates alone write <moves>")
      }
      law.replace(name, with: parts)
    }
  }

  private mutating func insert(_ patch: Element, into law: inout Amending, by amendment: Amendment) {
    let known = Set(law.parts.map(\.name))
    var after = patch["after"]
    if let name = after, !law.provisions.contains(where: { $0.id == name }),
      !law.pack.definitions.contains(where: { $0.name == name })
    {
      report(
        .reference, patch.line, "there is no provision and no conclusion `\(name)` to insert anything after",
        suggestion: didYouMean(name, among: law.provisions.map(\.id) + law.pack.definitions.map(\.name)))
    }
    var own: Set<LawPart.Name> = []
    for element in patch.children {
      guard let part = part(element) else { continue }
      let name = part.name
      if known.contains(name) {
        report(
          .duplicate, element.line, "\(name.words) is there already before \(amendment.from)",
          suggestion: "write <amends> to change it")
        continue
      }
      // A second version of what this amendment inserts is no second change.
      if own.insert(name).inserted { _ = touch(name, in: &law, amendment, element.line) }
      law.insert(part.amended(.inserted, by: amendment, from: []), after: after)
      if after != nil { after = name.name.split(separator: ".").last.map { String($0) } }
    }
  }

  private mutating func part(_ element: Element) -> LawPart? {
    switch element.name {
    case "parameter": .parameter(parameter(element))
    case "define", "decide": definition(element).map { .definition($0) }
    case "scope": .scope(scope(element))
    case "sanction": .sanction(sanction(element))
    default: provision(element).map { .provision($0) }
    }
  }
}

extension PackReader {
  /// Nothing is changed twice on one day: nobody could say what comes last.
  private mutating func touch(
    _ name: LawPart.Name, in law: inout Amending, _ amendment: Amendment, _ line: Int
  ) -> Bool {
    if let other = law.touched[name] {
      report(
        .duplicate, line,
        other == amendment.id
          ? "`\(other)` changes \(name.words) twice"
          : "`\(other)` and `\(amendment.id)` both change \(name.words) on \(amendment.from)")
      return false
    }
    law.touched[name] = amendment.id
    return true
  }

  private mutating func isThere(
    _ id: String, in law: Amending, _ patch: Element, _ amendment: Amendment,
    _ later: [(amendment: Amendment, element: Element)]
  ) -> Bool {
    if law.provisions.contains(where: { $0.id == id }) { return true }
    // What this day repealed is touched already.
    if law.touched[.provision(id)] == nil {
      reportMissing(
        .provision(id), among: law.provisions.map { .provision($0.id) }, patch.line, amendment, later)
    } else {
      var law = law
      _ = touch(.provision(id), in: &law, amendment, patch.line)
    }
    return false
  }

  private mutating func reportMissing(
    _ name: LawPart.Name, among known: [LawPart.Name], _ line: Int, _ amendment: Amendment,
    _ later: [(amendment: Amendment, element: Element)]
  ) {
    let inserting = later.first { act in
      act.element.all("inserts").flatMap(\.children).contains { $0["id"] == name.name }
    }
    if let inserting {
      return report(
        .reference, line,
        "\(name.words) is not there on \(amendment.from): `\(inserting.amendment.id)` inserts it on \(inserting.amendment.from)"
      )
    }
    report(
      .reference, line, "before \(amendment.from) there is no \(name.kind) `\(name.name)`",
      suggestion: didYouMean(name.name, among: known.filter { $0.kind == name.kind }.map(\.name))
        ?? "what is new stands in <inserts>")
  }
}

extension Amendment {
  fileprivate func done(_ way: Provision.Amended.Way) -> Provision.Amended {
    Provision.Amended(way: way, by: title, from: from, citations: citations)
  }
}

extension LawPart {
  /// With what was done to a provision; `old`: its versions before.
  fileprivate func amended(
    _ way: Provision.Amended.Way, by amendment: Amendment, from old: [LawPart]
  ) -> LawPart {
    guard case .provision(var provision) = self else { return self }
    if case .provision(let before)? = old.first { provision.amended = before.amended }
    provision.amended.append(amendment.done(way))
    return .provision(provision)
  }
}
