import Archive
import FEEL

extension CompiledProvision {
  func write(to archive: inout ArchiveWriter) {
    rule.write(to: &archive)
    archive.write(kind)
    archive.write(applies?.place)
    archive.write(exceptions.map { $0.place as Int? })
    requirement.write(to: &archive)
    archive.write(UInt(readings.count))
    for reading in readings {
      archive.write(reading.period)
      archive.write(reading.applies?.place)
      archive.write(reading.requirement != nil)
      reading.requirement?.write(to: &archive)
    }
    archive.writePart { part in
      part.write(UInt(offers.value.count))
      for offer in offers.value { part.write(offer) }
    }
  }

  convenience init(
    from archive: inout ArchiveReader, of pack: String, tiers: [Sanction],
    among conditions: [CompiledCondition]
  ) {
    let rule = Rule(from: &archive, of: pack, tiers: tiers)
    let kind = Int(from: &archive)
    let applies = archive.condition(among: conditions)
    let exceptions = archive.list { $0.condition(among: conditions) }
    let requirement = CompiledRequirement(from: &archive, among: conditions)
    var place = -1
    let readings = archive.list { archive in
      place += 1
      let index = place
      return CompiledReading(
        Late { rule.provision.reading(at: index) }, period: Period(from: &archive),
        applies: archive.condition(among: conditions),
        requirement: Bool(from: &archive) ? CompiledRequirement(from: &archive, among: conditions) : nil)
    }
    let part = archive.part()
    let offers = Late {
      var part = part
      return part.list { CheckedExpression?(from: &$0) }
    }
    self.init(
      rule, kind: kind, applies: applies, exceptions: exceptions.compactMap(\.self), requirement: requirement,
      readings: readings, offers: offers)
  }
}

extension Provision {
  fileprivate func reading(at index: Int) -> Reading {
    readings.indices.contains(index)
      ? readings[index]
      : Reading(id: "", title: "", citations: [], period: nil, applies: nil, requirement: nil)
  }
}

extension CompiledRequirement {
  private enum Tag: UInt8 { case condition, control, permission, all, any }

  fileprivate func write(to archive: inout ArchiveWriter) {
    switch self {
    case .condition(let condition, let title, let citations):
      archive.write(Tag.condition, condition.place as Int?, title, citations)
    case .control(let id): archive.write(Tag.control, id)
    case .permission(let id): archive.write(Tag.permission, id)
    case .all(let parts): write(Tag.all, parts, to: &archive)
    case .any(let parts): write(Tag.any, parts, to: &archive)
    }
  }

  private func write(_ tag: Tag, _ parts: [CompiledRequirement], to archive: inout ArchiveWriter) {
    archive.write(tag)
    archive.write(UInt(parts.count))
    for part in parts { part.write(to: &archive) }
  }

  fileprivate init(from archive: inout ArchiveReader, among conditions: [CompiledCondition]) {
    self = archive.nested(otherwise: .all([])) { archive in
      switch archive.tag(Tag.self) {
      case .condition:
        guard let condition = archive.condition(among: conditions) else {
          archive.fail()
          return .all([])
        }
        return .condition(
          condition, title: String(from: &archive), citations: [Citation](from: &archive))
      case .control: return .control(String(from: &archive))
      case .permission: return .permission(String(from: &archive))
      case .all, nil: return .all(archive.list { CompiledRequirement(from: &$0, among: conditions) })
      case .any: return .any(archive.list { CompiledRequirement(from: &$0, among: conditions) })
      }
    }
  }
}
