/// What a report needs to draw its map: the outlines, and where the plan has its establishments, stores and recipients.
package struct MapBase: Sendable {
  /// A store or a recipient in a country.
  package struct Site: Sendable {
    package var name: String
    package var country: String
    package init(name: String, country: String) {
      self.name = name
      self.country = country
    }
  }
  package var atlas: Atlas
  /// Countries of the organization's establishments, the main one first.
  package var homes: [String]
  package var stores: [Site]
  package var recipients: [Site]

  package init(atlas: Atlas, homes: [String], stores: [Site], recipients: [Site]) {
    self.atlas = atlas
    self.homes = homes
    self.stores = stores
    self.recipients = recipients
  }
}
