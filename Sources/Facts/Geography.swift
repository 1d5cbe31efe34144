import Archive
package import FEEL

/// Countries, cloud regions and dated groups of countries.
package struct Geography: Sendable {
  package struct Country: Sendable {
    package var code: String
    package var name: String
  }
  package struct Region: Sendable {
    package var id: String
    /// nil: the provider does not say.
    package var country: String?
  }
  package struct Member: Sendable {
    package var country: String
    package var from: CalendarDate?
    /// Last day of membership.
    package var until: CalendarDate?
  }
  package struct Group: Sendable {
    package var id: String
    package var name: String
    /// Its members count as one origin or destination of transfers.
    package var isArea: Bool
    package var members: [Member]
  }
  package let countries: [Country]
  package let regions: [Region]
  package let groups: [Group]
  private let regionIndexes: Late<[String: Int]>

  init(countries: [Country], regions: [Region], groups: [Group]) {
    self.countries = countries
    self.regions = regions
    self.groups = groups
    regionIndexes = Late {
      Dictionary(regions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Whether the country belongs to the group on that day; nil if there is no such group.
  package func isMember(_ country: String, of group: String, on day: CalendarDate) -> Bool? {
    guard let group = groups.first(where: { $0.id == group }) else { return nil }
    return group.members.contains { member in
      member.country == country && member.from.map { $0 <= day } ?? true
        && member.until.map { day <= $0 } ?? true
    }
  }

  /// nil if the provider does not say, or if the region is not known.
  package func country(ofRegion region: String) -> String? {
    regionIndexes.value[region].flatMap { regions[$0].country }
  }

  package func name(ofCountry code: String) -> String? { countries.first { $0.code == code }?.name }
}
