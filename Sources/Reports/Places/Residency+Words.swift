import Diagnostics
import Engine
import Rules

extension ResidencyState {
  /// `every store is in India: no; store singapore in SG (aws/ap-southeast-1) breaks it, plan.yaml:43`
  var text: String {
    var parts = ["\(residency.title) (\(residency.placesText)): \(holds.word)"]
    parts += breaking.map { "\($0.text) \(residency.rule.forbidsElsewhere ? "breaks it" : "is not it")" }
    parts += holds == .yes ? [] : members.filter { $0.holds == .unknown }.map { "\($0.text): not known" }
    parts += residency.permits.map {
      "\($0.needsApproval ? "allowed elsewhere after approval" : "allowed elsewhere"): \($0.title)"
    }
    return parts.joined(separator: "; ")
  }
}

extension ResidencyState.Member {
  /// `store singapore in SG (aws/ap-southeast-1)`
  var text: String {
    let name =
      switch kind {
      case .store: "store \(oneLine(id))"
      case .recipient: "recipient \(oneLine(id))"
      case .processing: "processing"
      case .access: "access"
      }
    return name + " in \(country ?? "a country not known")" + (region.map { " (\($0))" } ?? "")
  }
}

extension Residency {
  /// `no store outside IN`
  var placesText: String {
    let places = (groups + countries).joined(separator: ", ")
    let kinds = stores.isEmpty ? "" : "\(stores.joined(separator: " or ")) "
    return switch rule {
    case .copy: "a \(kinds)store in \(places)"
    case .primaryStore: "a primary store in \(places)"
    case .firstStore: "first recorded in \(places)"
    case .exclusiveStore: "a \(kinds)store in \(places), none elsewhere"
    case .noStoreElsewhere: "no \(kinds)store outside \(places)"
    case .localProcessing: "no processing outside \(places)"
    case .localProcessors: "no processor outside \(places)"
    case .localRecipients: "no recipient outside \(places)"
    case .localAccess: "no access from outside \(places)"
    }
  }
}

extension Finding {
  /// What of the plan breaks its rules of place, each once: `store singapore in SG (aws/ap-southeast-1)`.
  var misplaced: [String] {
    var result: [String] = []
    for state in residencies where state.residency.rule.forbidsElsewhere {
      for text in state.breaking.map(\.text) where !result.contains(text) { result.append(text) }
    }
    return result
  }
}
