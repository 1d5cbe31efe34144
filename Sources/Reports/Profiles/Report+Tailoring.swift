import Engine
import FEEL
import Rules

extension Report {
  /// Law that profiles leave out, where a gap is possible: no market is clean because of it.
  var openTailoredOut: [Finding] {
    assessment.tailoredOut.filter { finding in
      finding.modality != .permission && !finding.outcomes.isDisjoint(with: [.gap, .error])
        && assessment.tailoring?.leftOut(finding.provision, of: finding.pack)?.isLaw == true
    }
  }

  /// A limit of the risk appetite against the score of its category.
  enum LimitState: String { case kept, possiblyExceeded, exceeded }

  func state(of limit: Tailoring.Appetite.Limit) -> LimitState {
    risk.total.categories.first { $0.category == limit.harm }.map { state(of: limit, $0) } ?? .kept
  }

  func state(of limit: Tailoring.Appetite.Limit, _ category: Risk.Category) -> LimitState {
    guard let level = Risk.Level(rawValue: limit.level.rawValue) else { return .kept }
    if category.low.rank > level.rank { return .exceeded }
    return category.high.rank > level.rank ? .possiblyExceeded : .kept
  }

  func levels(of harm: Harm.Category) -> String {
    risk.total.categories.first { $0.category == harm }?.levels ?? Risk.Level.low.rawValue
  }

  /// What came of a provision that is left out: `gap`, `met, unknown`; nothing where it has no subject.
  func outcome(of left: Tailoring.LeftOut) -> String {
    let verdicts = assessment.tailoredOut.filter { $0.pack == left.pack && $0.provision == left.provision }
      .map(\.verdict)
    let words = Verdict.byAttention.filter(verdicts.contains).map(\.word)
    return words.isEmpty ? "not judged" : words.joined(separator: ", ")
  }

  /// What may be a gap first, then what was dropped.
  func leftOutByAttention(_ tailoring: Tailoring) -> [Tailoring.LeftOut] {
    let open = Set(openTailoredOut.map { "\($0.pack)/\($0.provision)" })
    func rank(_ left: Tailoring.LeftOut) -> Int {
      (open.contains("\(left.pack)/\(left.provision)") ? 0 : 2) + (left.way == .dropped ? 0 : 1)
    }
    return tailoring.leftOut.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }

  /// `3 provisions tailored out, 2 of them law, which stays in the scores; 1 possible gap among them`
  var tailoredOutText: String? {
    guard let all = assessment.tailoring?.leftOut, !all.isEmpty else { return nil }
    let law = all.count { $0.isLaw }
    var text = "\(count(all.count, "provision"))\(law == all.count ? " of law" : "") tailored out"
    if law == all.count {
      text += ", but not out of the scores"
    } else if law > 0 {
      text += ", \(law) of them law, which stays in the scores"
    }
    let open = openTailoredOut.count
    return open == 0 ? text : "\(text); \(count(open, "possible gap")) among them"
  }

  /// `Healthcare (healthcare), Acme (acme)`
  var profilesText: String? {
    assessment.tailoring.map { tailoring in
      tailoring.profiles.map { oneLine("\($0.title) (\($0.id))") }.joined(separator: ", ")
    }
  }

  /// Which profiles there were and how much they leave out, for the head of a list.
  var profileHeads: [String] {
    [profilesText, tailoredOutText].compactMap { $0.map { "Profiles: \($0)" } }
      + appetiteTexts.map { "Appetite: \($0)" }
  }

  /// The limits that are, or may be, exceeded.
  var appetiteTexts: [String] {
    (assessment.tailoring?.appetite.limits ?? []).compactMap { limit in
      let state = state(of: limit)
      guard state != .kept else { return nil }
      return "\(limit.harm.rawValue) risk is \(levels(of: limit.harm)), "
        + (state == .exceeded ? "above" : "perhaps above") + " the limit \(limit.level.rawValue)"
    }
  }
}

extension Tailoring.LeftOut {
  /// `eu.gdpr/art-27 Designate a representative, dropped by acme: reason`
  func text(_ outcome: String? = nil) -> String {
    let words = way == .dropped ? "dropped by" : "not selected by"
    let judged = outcome.map { " (would be: \($0))" } ?? ""
    return oneLine("\(pack)/\(provision) \(title), \(words) \(by.profile)\(judged): \(by.reason)")
  }
}
