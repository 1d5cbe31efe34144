package import FEEL

extension Checklist {
  /// What a schedule is made for besides the gaps: by when, with which people, after what is done.
  package struct Terms: Sendable {
    /// The last day of the window; nil: so many days as the estimates say.
    package var by: CalendarDate?
    /// Roles whose people the plan states; of other roles hands are no limit.
    package var team: [TeamRole] = []
    /// What is done; nil: nothing yet, and no baseline.
    package var progress: ProgressReport?
    /// Evidence of controls in place that ends.
    package var evidence: [EvidenceEnd] = []
    package init() {}
  }

  /// How many people of a role work on the entry at the same time, and where.
  package struct TeamRole: Sendable, Hashable {
    /// As the catalogue names the owners of controls.
    package var name: String
    /// At least one thousandth.
    package var thousandths: Int
    /// nil: the home country.
    package var country: String?
    package init(name: String, thousandths: Int, country: String? = nil) {
      self.name = name
      self.thousandths = thousandths
      self.country = country
    }
  }

  /// The last day on which all evidence of a control still counts.
  package struct EvidenceEnd: Sendable, Hashable {
    package var control: String
    package var until: CalendarDate
    package init(control: String, until: CalendarDate) {
      self.control = control
      self.until = until
    }
  }

  /// What has been done since work began.
  package struct ProgressReport: Sendable, Hashable {
    package var start: CalendarDate
    package var tasks: [Item]
    package init(start: CalendarDate, tasks: [Item]) {
      self.start = start
      self.tasks = tasks
    }

    package struct Item: Sendable, Hashable {
      package var id: String
      package var started: CalendarDate?
      package var done: CalendarDate?
      /// Working days of own work still to do; nil: as many as at the beginning.
      package var remaining: Int?
      package init(
        id: String, started: CalendarDate? = nil, done: CalendarDate? = nil, remaining: Int? = nil
      ) {
        self.id = id
        self.started = started
        self.done = done
        self.remaining = remaining
      }
    }
  }
}
