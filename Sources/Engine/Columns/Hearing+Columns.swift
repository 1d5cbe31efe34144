import FEEL

extension Hearing: ColumnHost {
  mutating func turn(to subject: Entity) { self.subject = subject }
  mutating func learn(_ facts: KnownFacts) { known = facts }
}
