package import FEEL
import Synchronization

/// What conditions came to while cases ran, by the number of the place. A class, because conditions are values and this is not.
package final class Observer: Sendable, Hashable {
  /// The answers met at one place.
  package struct Answers: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let yes = Answers(rawValue: 1)
    package static let no = Answers(rawValue: 2)
    package static let unknown = Answers(rawValue: 4)
  }

  private let state: Mutex<[Answers]>

  package init(places: Int) { state = Mutex([Answers](repeating: [], count: places)) }

  /// All that was met, by place.
  package var answers: [Answers] { state.withLock { $0 } }

  package func forget() {
    state.withLock { state in for place in state.indices { state[place] = [] } }
  }

  /// Null counts as no, as in a condition.
  package func note(_ place: Value, _ value: Value) {
    guard case .number(let number) = place, let index = number.int else { return }
    let answer: Answers =
      switch value {
      case .boolean(true): .yes
      case .unknown: .unknown
      default: .no
      }
    state.withLock { state in
      if state.indices.contains(index) { state[index].formUnion(answer) }
    }
  }

  /// How a condition calls it. The name cannot be written in a pack.
  package static let signature = Environment.HostFunction(
    name: "#observe", parameters: [.number, .boolean], result: .boolean)

  package static func == (a: Observer, b: Observer) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
