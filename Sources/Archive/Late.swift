public import Synchronization

/// A value that is made when it is first asked for; whoever comes second gets the same. A class, so that all copies share it.
public final class Late<Value: Sendable>: Sendable {
  /// Says that `made` is there, and will not change again.
  @usableFromInline let isMade: Atomic<Bool>
  @usableFromInline nonisolated(unsafe) var made: Value?
  private let make: Mutex<(@Sendable () -> Value)?>

  public init(_ make: @escaping @Sendable () -> Value) {
    isMade = Atomic(false)
    self.make = Mutex(make)
  }

  /// For a value that is there already.
  public init(made value: Value) {
    isMade = Atomic(true)
    unsafe made = value
    make = Mutex(nil)
  }

  @inlinable
  public var value: Value {
    if isMade.load(ordering: .acquiring), let made = unsafe made { return made }
    return first()
  }

  @usableFromInline
  func first() -> Value {
    make.withLock { make in
      if let made = unsafe made { return made }
      guard let body = make else { preconditionFailure("a late value has a maker until it is made") }
      let value = body()
      unsafe made = value
      make = nil
      isMade.store(true, ordering: .releasing)
      return value
    }
  }
}
