package import Archive
import Diagnostics
import FEEL
import Facts

extension Rulebook {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(vocabulary)
    archive.write(catalogue)
    archive.write(geography)
    archive.write(derivations)
    archive.write(UInt(packs.count))
    for pack in packs { archive.writePart { pack.write(to: &$0) } }
  }

  /// Conditions, texts and decision tables are read when they are first asked for, so only bytes that are known to come from
  /// `write` may be given. `file`: the bytes of a table beside a pack.
  package init(from archive: inout ArchiveReader, file: (String) -> [UInt8]) {
    let vocabulary = Vocabulary(from: &archive)
    let catalogue = Catalogue(from: &archive)
    let geography = Geography(from: &archive)
    let derivations = [[CheckedExpression?]](from: &archive)
    let packs = archive.list { archive in
      var part = archive.part()
      let pack = CompiledPack(from: &part, bytes: file)
      if !part.isFinished { archive.fail() }
      return pack
    }
    self.init(
      vocabulary: vocabulary, catalogue: catalogue, geography: geography,
      functions: HostFunction.table(for: vocabulary).map(\.function), derivations: derivations, packs: packs)
  }
}
