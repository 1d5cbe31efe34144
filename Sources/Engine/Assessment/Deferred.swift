import Synchronization

/// A value that is worked out when it is first asked for, and then kept. A class, so that all copies of a result share it.
package final class Deferred<Value: Sendable>: Sendable {
  private let state: Mutex<State>

  private enum State {
    case open(@Sendable () -> Value)
    case made(Value)
  }

  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.open(make)) }
  package init(made value: Value) { state = Mutex(.made(value)) }

  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .open(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
