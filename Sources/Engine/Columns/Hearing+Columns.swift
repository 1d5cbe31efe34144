import FEEL

extension Hearing: ColumnHost {
  mutating func turn(to subject: Entity) { self.subject = subject }
}
