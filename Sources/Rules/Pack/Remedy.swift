package import Diagnostics
package import FEEL

/// A way to close a gap: controls to put in place, or a change to the plan.
package struct Remedy: Sendable, Hashable {
  package var title: String
  package var controls: [String]
  package var change: String?
  package var days: Int?
  /// Person days of the change, besides its controls.
  package var effort: Double?
  /// Cost of the change in EUR, besides its controls.
  package var cost: Double?
  /// The change as facts of the plan; none: it is stated in words alone.
  package var edits: [Edit]
  /// It is offered only where this condition holds; none: for every gap.
  package var when: Source?
  /// It closes the gap by giving up a part of the business: a market, a product, an activity or a group of customers.
  package var surrenders: Bool
  /// Where the pack states it; 0: it does not.
  package var line: Int

  package init(
    title: String, controls: [String], change: String? = nil, days: Int? = nil, effort: Double? = nil,
    cost: Double? = nil, edits: [Edit] = [], when: Source? = nil, surrenders: Bool = false, line: Int = 0
  ) {
    self.title = title
    self.controls = controls
    self.change = change
    self.days = days
    self.effort = effort
    self.cost = cost
    self.edits = edits
    self.when = when
    self.surrenders = surrenders
    self.line = line
  }

  /// Its change is stated in words alone, so that no machine can carry it out.
  package var isInWords: Bool { change != nil && edits.isEmpty }

  /// One fact of the plan, after the change.
  package struct Edit: Sendable, Hashable {
    package enum Operation: String, Sendable, Hashable, CaseIterable { case set, add, remove }
    package var operation: Operation
    /// `activity.notice.plain`; see `FactPath`.
    package var fact: String
    /// Of `add` and `remove` a list.
    package var value: Value
    /// The parameter of the pack whose value it is, so that it moves with the law and with profiles; nil: the pack states the value itself.
    package var parameter: String?
    package init(_ operation: Operation, _ fact: String, _ value: Value, parameter: String? = nil) {
      self.operation = operation
      self.fact = fact
      self.value = value
      self.parameter = parameter
    }

    /// `activity.notice.plain := true`
    package var text: String {
      switch operation {
      case .set: "\(fact) := \(value)"
      case .add: "\(fact) with \(value)"
      case .remove: "\(fact) without \(value)"
      }
    }
  }
}

/// A clock that the law runs after entry: a breach must be notified within 72 hours.
package struct Clock: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable { case hours, days, workingDays, months }
  package var event: String
  package var within: Int
  package var unit: Unit
  /// Whom it is owed to.
  package var to: String?
  /// Of the provision, where it names none of its own.
  package var citations: [Citation]
  package init(event: String, within: Int, unit: Unit, to: String? = nil, citations: [Citation]) {
    self.event = event
    self.within = within
    self.unit = unit
    self.to = to
    self.citations = citations
  }
}
