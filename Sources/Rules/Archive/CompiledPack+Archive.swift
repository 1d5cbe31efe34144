import Archive
import DMN
import FEEL

extension CompiledPack {
  func write(to archive: inout ArchiveWriter) {
    archive.write(pack.id)
    archive.write(pack.file)
    archive.file = pack.file
    archive.write(sha256)
    archive.write(UInt(tables.count))
    for table in tables {
      archive.write(table.name)
      archive.write(table.file)
      archive.write(table.sha256)
    }
    writeLaw(to: &archive)
    archive.write(UInt(earlier.count))
    for each in earlier {
      archive.write(each.until)
      archive.writePart { each.law.writeLaw(to: &$0) }
    }
  }

  /// What amendments can change.
  private func writeLaw(to archive: inout ArchiveWriter) {
    archive.write(pack.sanctions)
    archive.write(UInt(planDefinitions.count))
    for definition in planDefinitions { write(definition, to: &archive) }
    archive.write(UInt(definitions.count))
    for definitions in definitions {
      archive.write(UInt(definitions.count))
      for definition in definitions { write(definition, to: &archive) }
    }
    archive.write(UInt(conditions.count))
    for condition in conditions {
      archive.write(condition.kind)
      archive.write(condition.expression)
    }
    archive.write(scopes.map { $0?.place })
    archive.write(UInt(provisions.count))
    for provision in provisions { provision.write(to: &archive) }
    archive.write(growing)
    pack.writeHead(to: &archive)
  }

  private func write(_ definition: CompiledDefinition, to archive: inout ArchiveWriter) {
    switch definition {
    case .expression(let expression):
      archive.write(true)
      archive.write(expression)
    case .decision(let decision):
      archive.write(false)
      archive.write(tables.firstIndex { $0.file == decision.file } ?? -1)
      archive.write(decision.element)
      archive.write(UInt(decision.inputs.count))
      for input in decision.inputs {
        archive.write(input.element)
        archive.write(input.expression)
      }
    }
  }

  /// `bytes`: of a file beside the pack.
  init(from archive: inout ArchiveReader, bytes: (String) -> [UInt8]) {
    let id = String(from: &archive)
    archive.file = String(from: &archive)
    let sha256 = String(from: &archive)
    let tables = archive.list { archive in
      let (name, file) = (String(from: &archive), String(from: &archive))
      return TableFile(known: bytes(file), name: name, file: file, sha256: String(from: &archive))
    }
    self.init(from: &archive, id: id, sha256: sha256, tables)
    earlier = archive.list { archive in
      let until = CalendarDate(from: &archive)
      let part = archive.part()
      return EarlierLaw(
        until: until,
        Late {
          var part = part
          return CompiledPack(from: &part, id: id, sha256: sha256, tables)
        })
    }
    let states = earlier
    pack = pack.with(earlier: Late { states.map(\.law.pack) })
  }

  private init(from archive: inout ArchiveReader, id: String, sha256: String, _ tables: [TableFile]) {
    let sanctions = [Sanction](from: &archive)
    let decisions = tables.map { file in
      Late { Decisions([file.model] + tables.filter { $0.name != file.name }.map(\.model)) }
    }
    let planDefinitions = archive.list { CompiledDefinition(from: &$0, tables, decisions) }
    let definitions = archive.list { archive in
      archive.list { CompiledDefinition(from: &$0, tables, decisions) }
    }
    var place = -1
    let conditions = archive.list { archive in
      place += 1
      let kind = Int(from: &archive)
      return CompiledCondition(expression: CheckedExpression(from: &archive), kind: kind, place: place)
    }
    let scopes = archive.list { $0.condition(among: conditions) }
    let provisions = archive.list {
      CompiledProvision(from: &$0, of: id, tiers: sanctions, among: conditions)
    }
    let growing = [Int](from: &archive)
    let pack = Pack(
      from: &archive, id: id, sanctions: sanctions, provisions: Late { provisions.map(\.provision) })
    self.init(
      pack: pack, sha256: sha256, tables: tables,
      tableRemarks: [], planDefinitions: planDefinitions, definitions: definitions, conditions: conditions,
      scopes: scopes, provisions: provisions, growing: growing)
  }
}

extension CompiledDefinition {
  fileprivate init(
    from archive: inout ArchiveReader, _ tables: [TableFile], _ decisions: [Late<Decisions>]
  ) {
    if Bool(from: &archive) {
      self = .expression(CheckedExpression(from: &archive))
      return
    }
    let file = Int(from: &archive)
    let element = Int(from: &archive)
    let inputs = archive.list { archive in
      (element: Int(from: &archive), expression: CheckedExpression(from: &archive))
    }
    guard tables.indices.contains(file) else {
      archive.fail()
      self = .decision(
        CompiledDecision(written: Late { Decisions([]) }, element: element, inputs: inputs, file: ""))
      return
    }
    self = .decision(
      CompiledDecision(
        written: decisions[file], element: element, inputs: inputs, file: tables[file].file))
  }
}

extension ArchiveReader {
  /// A condition by its place.
  mutating func condition(among conditions: [CompiledCondition]) -> CompiledCondition? {
    guard let place = Int?(from: &self) else { return nil }
    if conditions.indices.contains(place) { return conditions[place] }
    fail()
    return nil
  }
}
