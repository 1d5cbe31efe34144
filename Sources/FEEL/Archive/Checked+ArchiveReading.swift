package import Archive

extension Checked {
  package init(from archive: inout ArchiveReader) {
    self = archive.nested(otherwise: .constant(.null)) { archive in
      Checked.read(&archive) ?? .constant(.null)
    }
  }

  private static func read(_ archive: inout ArchiveReader) -> Checked? {
    guard let tag = archive.tag(Tag.self) else { return nil }
    switch tag {
    case .constant: return .constant(Value(from: &archive))
    case .slot: return .slot(Int(from: &archive))
    case .fact: return .fact(Checked(from: &archive), Int(from: &archive), Extent(from: &archive))
    case .path: return .path(Checked(from: &archive), String(from: &archive), Extent(from: &archive))
    case .entry:
      return .entry(
        slot: Int(from: &archive), String(from: &archive), otherwise: Checked(from: &archive))
    case .list: return .list([Checked](from: &archive))
    case .context: return .context([Entry](from: &archive))
    case .range:
      return .range(
        lower: Checked?(from: &archive), lowerClosed: Bool(from: &archive),
        upper: Checked?(from: &archive), upperClosed: Bool(from: &archive))
    case .pointRange: return .pointRange(isExcluded: Bool(from: &archive), Checked(from: &archive))
    case .negated: return .negated(Checked(from: &archive), Extent(from: &archive))
    case .and: return .and(Checked(from: &archive), Checked(from: &archive))
    case .or: return .or(Checked(from: &archive), Checked(from: &archive))
    case .compare:
      return .compare(
        Operator(from: &archive), Checked(from: &archive), Checked(from: &archive), Extent(from: &archive))
    case .compareCount:
      return .compareCount(
        Operator(from: &archive), of: Checked(from: &archive), with: Checked(from: &archive),
        Extent(from: &archive))
    case .arithmetic:
      return .arithmetic(
        Operator(from: &archive), Checked(from: &archive), Checked(from: &archive), Extent(from: &archive))
    case .between:
      return .between(
        Checked(from: &archive), Checked(from: &archive), Checked(from: &archive), Extent(from: &archive))
    case .membership:
      return .membership(Checked(from: &archive), [Test](from: &archive), Extent(from: &archive))
    case .instance: return .instance(Checked(from: &archive), Type(from: &archive))
    case .conditional:
      return .conditional(Checked(from: &archive), Checked(from: &archive), Checked(from: &archive))
    case .loop:
      return .loop(
        [Iterator](from: &archive), Checked(from: &archive), keepsPartial: Bool(from: &archive))
    case .quantified:
      return .quantified(
        Expression.Quantifier(from: &archive), [Iterator](from: &archive), Checked(from: &archive))
    case .filter:
      return .filter(
        Checked(from: &archive), Checked(from: &archive), Selection(from: &archive), Extent(from: &archive))
    case .builtin:
      return .builtin(Int(from: &archive), [Checked](from: &archive), Extent(from: &archive))
    case .host: return .host(Int(from: &archive), [Checked](from: &archive))
    case .invoke:
      return .invoke(
        Checked(from: &archive), [Checked](from: &archive), names: [String](from: &archive),
        Extent(from: &archive))
    case .function:
      return .function(
        [Function.Parameter](from: &archive), Type(from: &archive), Checked(from: &archive))
    }
  }

  enum Tag: UInt8 {
    case constant, slot, fact, path, entry, list, context, range, pointRange, negated, and, or, compare
    case compareCount, arithmetic, between, membership, instance, conditional, loop, quantified, filter,
      builtin
    case host, invoke, function
  }
}
