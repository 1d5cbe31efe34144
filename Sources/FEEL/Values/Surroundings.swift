/// What an evaluation knows besides the values in scope.
package struct Surroundings: Sendable {
  let isStrict: Bool
  let zones: Zones
  /// The instant that `now()` tells, a date and time; null if there is none. A value, because it is small: this
  /// is copied for every evaluation.
  let instant: Value

  init(isStrict: Bool, zones: Zones = .none, instant: DateTime? = nil) {
    self.isStrict = isStrict
    self.zones = zones
    self.instant = instant.map(Value.dateTime) ?? .null
  }

  /// Those of DMN files.
  package init(zones: Zones = .none, instant: DateTime? = nil) {
    self.init(isStrict: false, zones: zones, instant: instant)
  }

  init(_ environment: Environment) {
    self.init(isStrict: environment.isStrict, zones: environment.zones, instant: environment.instant)
  }
}

extension Environment {
  /// For DMN files.
  package init(in surroundings: Surroundings) {
    self.init(isStrict: false)
    zones = surroundings.zones
    if case .dateTime(let instant) = surroundings.instant { self.instant = instant }
  }
}
