/// Where the law wants data to lie, to be processed or to be reached from: a requirement as a rule and places, of which the
/// condition that is judged is made. What it is about (which data, whose, from when) is said by its provision.
package struct Residency: Sendable, Hashable {
  /// What must be in the places.
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    /// A store there holds the data; others may lie anywhere.
    case copy
    /// A primary store lies there.
    case primaryStore
    /// The data are recorded there first.
    case firstStore
    /// A store there holds the data, and none lies elsewhere.
    case exclusiveStore
    /// No store lies elsewhere; there may be none.
    case noStoreElsewhere
    /// The data are computed on there alone.
    case localProcessing
    /// Processors work there alone.
    case localProcessors
    /// Recipients are established, and process, there alone.
    case localRecipients
    /// The data are reached from there alone.
    case localAccess

    /// One place elsewhere breaks it; otherwise one place there is enough.
    package var forbidsElsewhere: Bool {
      switch self {
      case .copy, .primaryStore, .firstStore: false
      case .exclusiveStore, .noStoreElsewhere, .localProcessing, .localProcessors, .localRecipients,
        .localAccess:
        true
      }
    }

    /// The fact of an activity whose members it looks at.
    package var fact: String {
      switch self {
      case .copy, .primaryStore, .firstStore, .exclusiveStore, .noStoreElsewhere: "stores"
      case .localProcessing: "processedIn"
      case .localProcessors, .localRecipients: "recipients"
      case .localAccess: "remoteAccessFrom"
      }
    }

    /// What one of them is called in conditions.
    package var member: String {
      switch self {
      case .copy, .primaryStore, .firstStore, .exclusiveStore, .noStoreElsewhere: "store"
      case .localProcessing, .localAccess: "place"
      case .localProcessors, .localRecipients: "recipient"
      }
    }
  }

  /// What the law allows elsewhere nevertheless.
  package struct Permit: Sendable, Hashable {
    package var title: String
    /// In FEEL, about `store`, `place` or `recipient` and what conditions of the provision can name.
    package var condition: String
    /// Somebody must have approved it: then it says nothing of a single store or place.
    package var needsApproval: Bool
    package var citations: [Citation]
  }

  package var rule: Rule
  package var title: String
  package var countries: [String]
  /// Groups of countries (EEA) whose members are places too.
  package var groups: [String]
  /// Kinds of stores that it is about; empty: all of them.
  package var stores: [String]
  /// What such a store must be besides, in FEEL about `store`.
  package var with: String?
  /// A category of data: then an organization needs one activity with such data whose stores satisfy it.
  package var data: String?
  package var permits: [Permit]
  /// It stands in an `<any>`: another way may be enough.
  package var isAlternative: Bool
  /// Its place among the conditions of the requirement, in order.
  package var condition: Int
  package var line: Int
}

extension Residency {
  /// The condition in FEEL; `path` leads from the subject to what is looked at: `activity.stores`.
  func expression(over path: String) -> String {
    let held = { (parts: [String?]) in
      "some store in \(path) satisfies \(Residency.all([isThere("store.country")] + parts))"
    }
    switch rule {
    case .copy, .primaryStore:
      guard let data else { return held([isOfKind, with]) }
      return "some activity in activities satisfies list contains(activity.data, \"\(data)\") and "
        + "(\(held([isOfKind, with])))"
    case .firstStore:
      let alone = "(every other in \(path) satisfies \(isThere("other.country")))"
      return held([with, "(store.firstRecording or \(alone))"])
    case .exclusiveStore:
      return approved("(\(held([isOfKind, with]))) and (\(nothingElsewhere(path)))")
    case .noStoreElsewhere: return approved(nothingElsewhere(path))
    case .localProcessing, .localAccess: return approved(every(path, [isThere("place")]))
    case .localProcessors:
      return approved(every(path, ["recipient.role != \"processor\"", "(\(worksThere))"]))
    case .localRecipients:
      return approved(every(path, ["(\(isThere("recipient.country")) and (\(worksThere)))"]))
    }
  }

  private var worksThere: String { "every place in recipient.processesIn satisfies \(isThere("place"))" }

  private func nothingElsewhere(_ path: String) -> String {
    every(path, [isOfKind.map { "not(\($0))" }, isThere("store.country")])
  }

  /// Each member satisfies one of the parts or is permitted.
  private func every(_ path: String, _ parts: [String?]) -> String {
    let permitted = permits.filter { !$0.needsApproval }.map { "(\($0.condition))" }
    return "every \(rule.member) in \(path) satisfies \(Residency.any(parts + permitted))"
  }

  /// Unless somebody has approved otherwise.
  private func approved(_ condition: String) -> String {
    let approvals = permits.filter(\.needsApproval).map { "(\($0.condition))" }
    return approvals.isEmpty ? condition : Residency.any(["(\(condition))"] + approvals)
  }

  private var isOfKind: String? {
    let kinds = rule == .primaryStore ? ["primary"] : stores
    return kinds.isEmpty ? nil : Residency.oneOf("store.kind", kinds)
  }

  private func isThere(_ country: String) -> String {
    let parts =
      groups.map { "memberOf(\(country), \"\($0)\")" }
      + (countries.isEmpty ? [] : [Residency.oneOf(country, countries)])
    return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " or ")))"
  }

  private static func oneOf(_ name: String, _ values: [String]) -> String {
    values.count == 1
      ? "\(name) = \"\(values[0])\""
      : "\(name) in (\(values.map { "\"\($0)\"" }.joined(separator: ", ")))"
  }

  private static func all(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " and ")
  }

  private static func any(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " or ")
  }
}
