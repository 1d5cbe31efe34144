package import Diagnostics

extension Node {
  /// The standards that the plan says its organization follows, as written.
  package var frameworks: [String] {
    let stated = self["organization"]?["frameworks"]
    return (stated?["values"] ?? stated?["value"] ?? stated)?.items?.compactMap(\.text) ?? []
  }

  /// The plan of an organization that follows these standards too.
  package func following(_ added: [String]) -> Node {
    guard !added.isEmpty else { return self }
    let names = (frameworks + added).map { Node.scalar(Scalar($0, isText: true, at: location)) }
    let fact = Node.map([Entry("frameworks", at: location, .list(names, location))], location)
    return merged(with: .map([Entry("organization", at: location, fact)], location))
  }
}
