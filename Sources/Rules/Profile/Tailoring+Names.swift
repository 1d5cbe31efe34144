import Diagnostics
import FEEL
import Facts

extension TailoringResolver {
  /// Places of the provisions that a selector means; none is a mistake of the entry.
  mutating func places(_ selector: Selector, _ entry: Profile.Entry) -> [Int] {
    if selector.isEmpty { return [] }
    let found = all.indices.filter { place in
      all[place].versions.contains { selector.fits($0, of: all[place].pack) }
    }
    if found.isEmpty {
      report(.noMatch, entry, "no provision fits \(selector.text)", suggestion: hint(selector))
    }
    return found
  }

  private func hint(_ selector: Selector) -> String? {
    if let pack = selector.pack, !rulebook.packs.contains(where: { matches(pack, $0.pack.id) }) {
      return didYouMean(pack, among: rulebook.packs.map(\.pack.id))
    }
    if let name = selector.provision, let slash = name.firstIndex(of: "/"),
      !rulebook.packs.contains(where: { matches(String(name[..<slash]), $0.pack.id) }),
      let near = nearest(to: String(name[..<slash]), among: rulebook.packs.map(\.pack.id))
    {
      return "did you mean `\(near)\(name[slash...])`?"
    }
    return selector.single.flatMap { hint(provision: $0) }
  }

  private func hint(provision name: String) -> String? {
    guard !name.contains("/") else { return didYouMean(name, among: all.map(\.name)) }
    let same = all.filter { $0.provision.id == name }
    guard same.isEmpty else {
      return "name the pack too: \(same.prefix(3).map { "`\($0.name)`" }.joined(separator: " or "))"
    }
    let near = nearest(to: name, among: all.map(\.provision.id))
    return all.first { $0.provision.id == near }.map { "did you mean `\($0.name)`?" }
  }

  mutating func choose(_ reading: String, of name: String, _ entry: Profile.Entry) {
    guard let place = all.firstIndex(where: { $0.name == name }) else {
      report(
        .unknown, entry, "there is no provision `\(name)`",
        suggestion: didYouMean(name, among: all.map(\.name))
      )
      return
    }
    let readings = all[place].versions.flatMap(\.readings)
    let earlier = result.readings.firstIndex { "\($0.pack)/\($0.provision)" == name }
    if reading == Tailoring.ownReading {
      guard let earlier else {
        report(.unused, entry, "`\(name)` is read so already: no earlier profile chose another reading")
        return
      }
      result.readings.remove(at: earlier)
      return
    }
    guard let known = readings.first(where: { $0.id == reading }) else {
      let ids = readings.map(\.id)
      report(
        .unknown, entry,
        ids.isEmpty ? "`\(name)` has no other reading" : "`\(name)` has no reading `\(reading)`",
        suggestion: ids.isEmpty
          ? nil
          : didYouMean(reading, among: ids) ?? "it has \(ids.map { "`\($0)`" }.joined(separator: ", "))")
      return
    }
    if let earlier { result.readings.remove(at: earlier) }
    result.readings.append(
      .init(
        pack: all[place].pack.id, provision: all[place].provision.id, reading: reading, title: known.title,
        by: decision(entry)))
  }

  mutating func set(_ name: String, of id: String, to text: String, _ entry: Profile.Entry) {
    guard let pack = rulebook.packs.first(where: { $0.pack.id == id })?.pack else {
      report(
        .unknown, entry, "there is no pack `\(id)`",
        suggestion: didYouMean(id, among: rulebook.packs.map(\.pack.id)))
      return
    }
    guard let parameter = pack.parameters.first(where: { $0.name == name }) else {
      report(
        .unknown, entry, "`\(id)` has no parameter `\(name)`",
        suggestion: didYouMean(name, among: pack.parameters.map(\.name)))
      return
    }
    guard parameter.isTailorable else {
      let tailorable = pack.parameters.filter(\.isTailorable).map(\.name)
      report(
        .fixed, entry,
        pack.kind == .law
          ? "`\(name)` is a value of the law, which a profile cannot change"
          : "`\(name)` of `\(id)` is not tailorable",
        suggestion: tailorable.isEmpty
          ? nil : "tailorable are \(tailorable.map { "`\($0)`" }.joined(separator: ", "))")
      return
    }
    var reader = PackReader(
      file: entry.location.file, vocabulary: rulebook.vocabulary, catalogue: rulebook.catalogue)
    let value = reader.value(text, parameter.type, entry.location.line)
    mistakes += reader.mistakes
    result.settings.removeAll { $0.pack == id && $0.parameter == name }
    result.settings.append(
      .init(pack: id, parameter: name, text: text, value: value, by: decision(entry)))
  }

  /// The whole, in the order of the packs; what was decided about a provision that is left out can have no effect.
  mutating func finished(_ stack: [Profile]) -> Tailoring {
    var earlier: Set<String> = []
    for profile in stack {
      earlier.insert(profile.id)
      for entry in profile.entries { checkEffect(entry, after: earlier) }
    }
    result.profiles = stack.map {
      Tailoring.Source(
        id: $0.id, title: $0.title, summary: $0.summary, file: $0.file, sha256: $0.sha256,
        bases: $0.bases.map(\.id))
    }
    result.leftOut = leftOut.compactMap(\.self)
    for (place, left) in result.leftOut.enumerated() {
      result.places["\(left.pack)/\(left.provision)"] = place
    }
    if !result.weights.isEmpty {
      for place in all {
        let harms = place.provision.harms.isEmpty ? [.compliance] : place.provision.harms.map(\.category)
        let factors = harms.map { result.factor(of: place.provision, in: place.pack, harm: $0) }
        if let most = factors.max(by: <), most != .one { result.emphasized[place.name] = most }
      }
    }
    let order = Harm.Category.allCases
    result.appetite.limits.sort {
      (order.firstIndex(of: $0.harm) ?? 0) < (order.firstIndex(of: $1.harm) ?? 0)
    }
    if !all.isEmpty, result.leftOut.count == all.count, let last = result.leftOut.last, mistakes.isEmpty {
      report(.nothingLeft, last.by.location, "the profiles leave no provision to judge")
    }
    return result
  }

  /// An entry about one provision contradicts one before it that leaves it out. A later one just counts before it.
  private mutating func checkEffect(_ entry: Profile.Entry, after earlier: Set<String>) {
    let name: String? =
      switch entry.instruction {
      case .select(let selector): selector.single
      case .weight(let weight): weight.selector.single
      case .reading(let provision, _): provision
      default: nil
      }
    guard let name, let place = all.firstIndex(where: { $0.name == name }), let left = leftOut[place],
      left.by.location != entry.location, earlier.contains(left.by.profile)
    else { return }
    let way = left.way == .dropped ? "dropped" : "not selected"
    report(
      .conflict, entry,
      "`\(name)` is \(way) by `\(left.by.profile)`, \(left.by.location.file), line "
        + "\(left.by.location.line): this entry and that one cannot both hold",
      suggestion: left.way == .dropped ? "<keep> it in a later profile, or leave this out" : nil)
  }
}

extension Tailoring {
  /// What profiles call the reading that a pack has without them.
  static let ownReading = "default"
}
