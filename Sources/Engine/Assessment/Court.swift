import FEEL
import Facts
import Plans
import Rules

/// Judges the provisions of one pack for 64 subjects at a time, under the law of any day.
protocol Court {
  /// `subjects` are bits for the rows of a kind from `first` on; `reading` nil is the provision itself.
  mutating func outlook(
    of provision: CompiledProvision, reading: CompiledReading?, on day: CalendarDate, for subjects: UInt64,
    from first: Int
  ) -> Outlook
}

/// The reference: it asks the plan about one subject after the other.
struct PlainCourt: Court {
  let scenes: Scenes
  let pack: CompiledPack
  /// One judge per day of law: today, and the first day of each provision to come.
  private var judges: [(day: CalendarDate, judge: Judge<Testimony>)] = []

  init(_ scenes: Scenes, _ pack: CompiledPack) {
    self.scenes = scenes
    self.pack = pack
  }

  mutating func outlook(
    of provision: CompiledProvision, reading: CompiledReading?, on day: CalendarDate, for subjects: UInt64,
    from first: Int
  ) -> Outlook {
    let place = place(of: day)
    var outlook = Outlook()
    var rest = subjects
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest - 1
      judges[place].judge.witness.turn(to: Entity(kind: provision.kind, row: first + lane))
      outlook.set(lane, to: judges[place].judge.outlook(of: provision, reading: reading, for: 1))
    }
    return outlook
  }

  private mutating func place(of day: CalendarDate) -> Int {
    if let place = judges.firstIndex(where: { $0.day == day }) { return place }
    judges.append((day, Judge(Hearing(scenes.scene(on: day), pack), detail: .none)))
    return judges.count - 1
  }
}
