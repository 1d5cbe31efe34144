package import Archive

/// A checked tree as a pack can have it. What only DMN files have (tables, declared types, shared functions, mistakes that wait
/// to be reached) is not kept: those files are compiled when one of their decisions is first made.
extension Checked: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .constant(let value): archive.write(Tag.constant, value)
    case .slot(let slot): archive.write(Tag.slot, slot)
    case .fact(let row, let fact, let extent): archive.write(Tag.fact, row, fact, extent)
    case .path(let value, let name, let extent): archive.write(Tag.path, value, name, extent)
    case .entry(let slot, let name, let otherwise): archive.write(Tag.entry, slot, name, otherwise)
    case .list(let items): archive.write(Tag.list, items)
    case .context(let entries): archive.write(Tag.context, entries)
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      archive.write(Tag.range, lower, lowerClosed, upper, upperClosed)
    case .pointRange(let isExcluded, let point): archive.write(Tag.pointRange, isExcluded, point)
    case .negated(let value, let extent): archive.write(Tag.negated, value, extent)
    case .and(let a, let b): archive.write(Tag.and, a, b)
    case .or(let a, let b): archive.write(Tag.or, a, b)
    case .compare(let sign, let a, let b, let extent): archive.write(Tag.compare, sign, a, b, extent)
    case .compareCount(let sign, let list, let number, let extent):
      archive.write(Tag.compareCount, sign, list, number, extent)
    case .arithmetic(let sign, let a, let b, let extent): archive.write(Tag.arithmetic, sign, a, b, extent)
    case .between(let value, let lower, let upper, let extent):
      archive.write(Tag.between, value, lower, upper, extent)
    case .membership(let value, let tests, let extent): archive.write(Tag.membership, value, tests, extent)
    case .instance(let value, let type): archive.write(Tag.instance, value, type)
    case .conditional(let test, let a, let b): archive.write(Tag.conditional, test, a, b)
    case .loop(let iterators, let body, let keepsPartial):
      archive.write(Tag.loop, iterators, body, keepsPartial)
    case .quantified(let quantifier, let iterators, let body):
      archive.write(Tag.quantified, quantifier, iterators, body)
    case .filter(let list, let test, let selection, let extent):
      archive.write(Tag.filter, list, test, selection, extent)
    case .builtin(let index, let arguments, let extent):
      archive.write(Tag.builtin, index, arguments, extent)
    case .host(let index, let arguments): archive.write(Tag.host, index, arguments)
    case .invoke(let function, let arguments, let names, let extent):
      archive.write(Tag.invoke, function, arguments, names, extent)
    case .function(let parameters, let result, let body):
      archive.write(Tag.function, parameters, result, body)
    case .failed, .definition, .typed, .table, .admitted:
      archive.write(Tag.constant, Value.null)
      archive.refuse()
    }
  }
}
