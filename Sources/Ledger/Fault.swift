/// One thing that is wrong with a ledger.
package struct Fault: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case entry(Int)
    case content(String)
    case ledger
  }

  package let place: Place
  package let code: Code
  /// Lower case, no full stop.
  package let message: String

  /// A stable name that tools filter on.
  package enum Code: String, Sendable, CaseIterable {
    case schema
    case storage
    case number
    case text
    case kind
    case time
    case contents
    case body
    case previous
    case hash
    case missingContent = "missing-content"
    case alteredContent = "altered-content"
    case strayContent = "stray-content"
    case head
  }

  init(_ place: Place, _ code: Code, _ message: String) {
    self.place = place
    self.code = code
    self.message = message
  }

  /// `entry 3: its hash is not that of its text (hash)`.
  package var text: String {
    let name =
      switch place {
      case .entry(let number): "entry \(number)"
      case .content(let hash): "content \(hash)"
      case .ledger: "ledger"
      }
    return "\(name): \(message) (\(code.rawValue))"
  }
}
