package import Archive
package import FEEL

/// The law of a pack as it was before a day of amendments.
package struct EarlierLaw: Sendable {
  /// The last day on which it was the law.
  package let until: CalendarDate
  /// From a compiled library it is read when it is first asked for.
  private let written: Late<CompiledPack>
  package var law: CompiledPack { written.value }

  package init(until: CalendarDate, _ written: Late<CompiledPack>) {
    self.until = until
    self.written = written
  }

  /// The same, changed when it is asked for.
  func with(_ change: @escaping @Sendable (inout CompiledPack) -> Void) -> EarlierLaw {
    let written = written
    return EarlierLaw(
      until: until,
      Late {
        var law = written.value
        change(&law)
        return law
      })
  }
}

extension CompiledPack {
  /// The law of the pack as it was enacted on a day, whenever what it says applies.
  package func enacted(on day: CalendarDate) -> CompiledPack {
    earlier.first { day <= $0.until }?.law ?? self
  }

  /// The law before each day of amendments, and after the last.
  package var states: [CompiledPack] { earlier.map(\.law) + [self] }
}

extension Rulebook {
  /// Every pack as it was enacted on a day: amendments of later days are not known to it.
  package func enacted(on day: CalendarDate) -> Rulebook {
    var result = self
    for place in packs.indices where packs[place].earlier.contains(where: { day <= $0.until }) {
      result.packs[place] = packs[place].enacted(on: day)
    }
    return result
  }
}
