import FEEL
import Facts
import Rules

/// Answers over columns as a witness: they are there already, for all subjects.
struct Columns: Witness {
  let answers: Answers
  let register: ControlRegister
  /// The rows asked about: 64 of a kind, from `64 * word` on.
  var kind = 0
  var word = 0

  init(_ answers: Answers, _ register: ControlRegister) {
    self.answers = answers
    self.register = register
  }

  mutating func ask(
    _ condition: CompiledCondition, as role: Role, for subjects: UInt64, _ broken: inout UInt64
  ) -> Truths {
    let bits = answers.words(of: condition.place, word: word, lanes: subjects)
    broken |= bits.errors & subjects
    // Null without a mistake: there is no such thing (a lane to a place of one's own has no recipient).
    return Truths(mayHold: bits.holds, mayFail: bits.fails | ~bits.holds)
  }

  mutating func ask(control id: String, as part: Reason.Part, for subjects: UInt64) -> Truths {
    let place = register.rulebook.catalogue.place(of: id)
    if let truth = register.isInPlaceForAll(place) { return Truths(truth) }
    var truths = Truths.no
    var rest = subjects
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest - 1
      truths.set(lane, register.isInPlace(place, for: Entity(kind: kind, row: 64 * word + lane)))
    }
    return truths
  }

  // Asking again costs next to nothing, and nobody asks for reasons.
  func recall(permission id: String) -> Truths? { nil }
  mutating func remember(permission id: String, _ truths: Truths) {}
  mutating func enter() {}
  mutating func leave(
    _ permission: CompiledProvision, as part: Reason.Part, _ outlook: Outlook, _ truths: Truths
  ) {}
}

/// Judges from columns under the law of the day that they were made for, else by the reference.
struct ColumnCourt: Court {
  private var judge: Judge<Columns>
  private var plain: PlainCourt

  init(_ columns: Columns, _ day: CalendarDate, otherwise plain: PlainCourt) {
    judge = Judge(columns, pack: plain.pack, day: day)
    self.plain = plain
  }

  mutating func outlook(
    of provision: CompiledProvision, reading: CompiledReading?, on day: CalendarDate, for subjects: UInt64,
    from first: Int
  ) -> Outlook {
    guard day == judge.day else {
      return plain.outlook(of: provision, reading: reading, on: day, for: subjects, from: first)
    }
    judge.witness.kind = provision.kind
    judge.witness.word = first / 64
    return judge.outlook(of: provision, reading: reading, for: subjects)
  }
}
