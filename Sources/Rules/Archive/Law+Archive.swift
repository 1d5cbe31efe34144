package import Archive
import FEEL

extension Confidence: ArchivableCase {}
extension Pack.Kind: ArchivableCase {}
extension Provision.Modality: ArchivableCase {}
extension Residency.Rule: ArchivableCase {}
extension Provision.Amended.Way: ArchivableCase {}
extension Harm.Category: ArchivableCase {}
extension Harm.Likelihood: ArchivableCase {}
extension Harm.Impact: ArchivableCase {}
extension Sanction.Rule: ArchivableCase {}
extension Sanction.Size: ArchivableCase {}
extension Severity: ArchivableCase {}

extension LegalSource: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(law)
    archive.write(title)
    archive.write(href)
    archive.write(textRead)
    archive.write(period)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), law: String(from: &archive), title: String(from: &archive),
      href: String?(from: &archive), textRead: Bool(from: &archive), period: Period(from: &archive))
  }
}

extension Review: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(on)
    archive.write(confidence)
    archive.write(note)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      on: String(from: &archive), confidence: Confidence(from: &archive), note: String(from: &archive))
  }
}

extension Period: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(from)
    archive.write(until)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(from: CalendarDate?(from: &archive), until: CalendarDate?(from: &archive))
  }
}

extension Citation: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(law)
    archive.write(article)
    archive.write(paragraph)
    archive.write(href)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      law: String(from: &archive), article: String(from: &archive), paragraph: String?(from: &archive),
      href: String?(from: &archive))
  }
}

extension Sanction: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(citations)
    archive.write(fixed)
    archive.write(currency)
    archive.write(percent)
    archive.write(of)
    archive.write(floor)
    archive.write(cap)
    archive.write(rule)
    archive.write(sizes)
    archive.write(consequences)
    archive.write(confidence)
    archive.write(period)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), citations: [Citation](from: &archive), fixed: Decimal?(from: &archive),
      currency: String?(from: &archive), percent: Decimal?(from: &archive), of: String?(from: &archive),
      floor: Decimal?(from: &archive), cap: Decimal?(from: &archive), rule: Rule(from: &archive),
      sizes: [SizeRule](from: &archive), consequences: [String](from: &archive),
      confidence: Confidence(from: &archive), period: Period(from: &archive))
  }
}

extension Sanction.SizeRule: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(of)
    archive.write(rule)
    archive.write(citation)
    archive.write(period)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      of: Sanction.Size(from: &archive), rule: Sanction.Rule(from: &archive),
      citation: Citation?(from: &archive), period: Period(from: &archive))
  }
}
