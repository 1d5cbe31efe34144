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
  package var countries: [Country]
  package var regions: [Region]
  package var groups: [Group]
}
