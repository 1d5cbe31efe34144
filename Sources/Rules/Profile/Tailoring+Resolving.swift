package import Diagnostics
import FEEL
import Facts

extension Tailoring {
  /// Resolves a stack, the first profile first: later ones count before earlier ones. Throws all mistakes of all
  /// profiles: names that are not there, entries that change nothing, decisions that cannot both hold. `mistakes`: what
  /// was wrong with files of the stack; with one of them missing, only names can be looked at.
  package init(_ stack: [Profile], of rulebook: Rulebook, mistakes: [Diagnostic] = []) throws(Mistakes) {
    var resolver = TailoringResolver(rulebook)
    for profile in stack { resolver.add(profile) }
    self = resolver.finished(stack)
    var found = resolver.mistakes
    if !mistakes.isEmpty {
      found.removeAll { [.unused, .conflict, .nothingLeft].contains($0.code) }
    }
    guard mistakes.isEmpty, found.isEmpty else { throw Mistakes((mistakes + found).inFileOrder) }
  }
}

/// Takes in one profile after another.
struct TailoringResolver {
  let rulebook: Rulebook
  /// Every provision once, whatever its versions: by pack and in its order.
  let all: [Place]
  var result = Tailoring(profiles: [])
  var mistakes: [Diagnostic] = []
  /// By place among all.
  var leftOut: [Tailoring.LeftOut?]
  var chosen: [String: Int] = [:]
  var profile = ""

  struct Place {
    var pack: Pack
    var provision: Provision
    /// `eu.gdpr/art-27`
    var name: String
    /// Versions may differ in their field of law and their harm.
    var versions: [Provision]
  }

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    var all: [Place] = []
    for compiled in rulebook.packs {
      var places: [String: Int] = [:]
      let now = compiled.provisions.map(\.provision)
      // A profile may speak of what amendments took out or changed.
      let before = compiled.earlier.flatMap { $0.law.pack.provisions }.filter { old in
        !now.contains { $0.location == old.location }
      }
      for provision in now + before {
        if let place = places[provision.id] {
          all[place].versions.append(provision)
        } else {
          places[provision.id] = all.count
          let name = "\(compiled.pack.id)/\(provision.id)"
          all.append(
            Place(pack: compiled.pack, provision: provision, name: name, versions: [provision]))
        }
      }
    }
    self.all = all
    leftOut = [Tailoring.LeftOut?](repeating: nil, count: all.count)
  }

  mutating func add(_ profile: Profile) {
    self.profile = profile.id
    select(profile)
    let drops = dropped(profile)
    for entry in profile.entries {
      switch entry.instruction {
      case .select, .drop: break
      case .keep(let selector): keep(selector, entry, drops)
      case .weight(let weight): add(weight, entry)
      case .emphasis(let text, let source):
        result.emphases.append(.init(text: text, source: source, profile: profile.id))
      case .reading(let provision, let use): choose(use, of: provision, entry)
      case .set(let pack, let parameter, let value): set(parameter, of: pack, to: value, entry)
      case .block(let severity): result.appetite.block = (severity, decision(entry))
      case .verify(let confidence): result.appetite.verify = (confidence, decision(entry))
      case .limit(let harm, let level):
        result.appetite.limits.removeAll { $0.harm == harm }
        result.appetite.limits.append(.init(harm: harm, level: level, by: decision(entry)))
      case .scoring(let model, let asserted):
        // What a profile does not say, an earlier one may have said.
        result.scoring = .init(
          model: model, asserted: asserted ?? result.scoring?.asserted, by: decision(entry))
      case .choice(let objective): result.choice = .init(objective: objective, by: decision(entry))
      }
    }
  }

  /// What no entry of the profile selects is left out; without any, everything stays.
  private mutating func select(_ profile: Profile) {
    var isSelected = [Bool](repeating: false, count: all.count)
    var last: Profile.Entry?
    // A typo must not look like a wish to leave everything out.
    var isSound = true
    var reasons: [String] = []
    for entry in profile.entries {
      guard case .select(let selector) = entry.instruction else { continue }
      last = entry
      reasons.append(entry.reason)
      let places = places(selector, entry)
      if places.isEmpty { isSound = false }
      for place in places { isSelected[place] = true }
      result.selections.append(
        .init(selector: selector, provisions: places.count, by: decision(entry)))
    }
    guard let last, isSound else { return }
    let by = Tailoring.Decision(
      profile: profile.id, reason: reasons.joined(separator: "; "), location: last.location)
    for place in all.indices where !isSelected[place] && leftOut[place]?.way != .notSelected {
      leftOut[place] = leaving(place, .notSelected, by)
    }
    if leftOut.allSatisfy({ $0?.way == .notSelected }) {
      report(.nothingLeft, last, "with the profiles before it `\(profile.id)` selects nothing")
    }
  }

  /// The provisions that the profile drops, by place, each with the entry that does.
  private mutating func dropped(_ profile: Profile) -> [Int: Profile.Entry] {
    var drops: [Int: Profile.Entry] = [:]
    for entry in profile.entries {
      guard case .drop(let selector) = entry.instruction else { continue }
      for place in places(selector, entry) {
        drops[place] = entry
        if leftOut[place]?.way == .notSelected { continue }
        leftOut[place] = leaving(place, .dropped, decision(entry))
        result.kept.removeAll { $0.pack == all[place].pack.id && $0.provision == all[place].provision.id }
      }
    }
    return drops
  }

  /// Takes back what earlier profiles dropped.
  private mutating func keep(_ selector: Selector, _ entry: Profile.Entry, _ drops: [Int: Profile.Entry]) {
    let places = places(selector, entry)
    var isUsed = places.isEmpty
    for place in places {
      if let drop = drops[place] {
        isUsed = true
        report(
          .conflict, entry,
          "`\(all[place].name)` is dropped on line \(drop.location.line) and kept here",
          suggestion: "leave one of them out; <keep> is for what an earlier profile drops")
      } else if let before = leftOut[place], before.way == .dropped {
        isUsed = true
        leftOut[place] = nil
        result.kept.append(
          .init(
            pack: all[place].pack.id, provision: all[place].provision.id, droppedBy: before.by.profile,
            by: decision(entry)))
      }
    }
    if !isUsed { report(.unused, entry, "no earlier profile drops what is kept here") }
  }

  private mutating func add(_ weight: Profile.Weight, _ entry: Profile.Entry) {
    var places = weight.selector.isEmpty ? Array(all.indices) : places(weight.selector, entry)
    if let harm = weight.harm, !places.isEmpty {
      places = places.filter { place in all[place].versions.contains { $0.does(harm) } }
      if places.isEmpty {
        report(.unused, entry, "nothing that is weighed here does \(harm.rawValue) harm")
      }
    }
    result.weights.append(.init(weight: weight, provisions: places.count, by: decision(entry)))
  }

  func decision(_ entry: Profile.Entry) -> Tailoring.Decision {
    Tailoring.Decision(profile: profile, reason: entry.reason, location: entry.location)
  }

  private func leaving(_ place: Int, _ way: Tailoring.LeftOut.Way, _ by: Tailoring.Decision)
    -> Tailoring.LeftOut
  {
    let (pack, provision) = (all[place].pack, all[place].provision)
    return Tailoring.LeftOut(
      pack: pack.id, provision: provision.id, title: provision.title, modality: provision.modality,
      isLaw: pack.kind == .law, way: way, by: by)
  }

  mutating func report(
    _ code: Diagnostic.Code, _ entry: Profile.Entry, _ message: String, suggestion: String? = nil
  ) {
    report(code, entry.location, message, suggestion: suggestion)
  }

  mutating func report(
    _ code: Diagnostic.Code, _ location: Location, _ message: String, suggestion: String? = nil
  ) {
    guard mistakes.count < 100 else { return }
    mistakes.append(Diagnostic(code, at: location, message, suggestion: suggestion))
  }
}

extension Provision {
  /// Without a declared harm a rule counts as compliance.
  fileprivate func does(_ harm: Harm.Category) -> Bool {
    harms.isEmpty ? harm == .compliance : harms.contains { $0.category == harm }
  }
}
