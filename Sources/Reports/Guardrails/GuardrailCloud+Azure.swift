import Engine
import FEEL
import JSON

extension GuardrailCloud {
  /// A policy definition for each zone, with the parameters of its assignment.
  static let azure = GuardrailCloud(
    prefix: "azure", title: "Azure", disks: "disk.csi.azure.com",
    steps: [
      "Create each `policy-*.json` in a management group: `az rest --method put --url "
        + "https://management.azure.com/providers/Microsoft.Management/managementGroups/GROUP/providers/Microsoft.Authorization/policyDefinitions/NAME?api-version=2023-04-01 --body @…`.",
      "Assign it with the `parameters-*.json` beside it: `az policy assignment create --policy NAME --params …`.",
      "Tag what holds or computes the data. A resource without the tag is not restricted.",
    ],
    write: { set in
      let files = set.enforced.flatMap { zone in
        [
          File(name: "policy-\(zone.name).json", text: definition(zone, set).text() + "\n"),
          File(
            name: "parameters-\(zone.name).json",
            text: JSONValue.object([("listOfAllowedLocations", .object([("value", locations(zone))]))]).text()
              + "\n"),
        ]
      }
      return (files, [])
    },
    place: { ("policy-\($0.name).json", "`listOfAllowedLocations`") })

  private static func locations(_ zone: ResidencyZone) -> JSONValue {
    .array(zone.regions.map(JSONValue.string))
  }

  private static func definition(_ zone: ResidencyZone, _ set: GuardrailSet) -> JSONValue {
    let tags = JSONValue.array(zone.tags.map(JSONValue.string))
    return .object([
      (
        "properties",
        .object([
          ("displayName", .string("Residency of \(zone.name)")), ("policyType", .string("Custom")),
          ("mode", .string("Indexed")),
          (
            "description",
            .string(
              "What is tagged \(GuardrailSet.tag) with one of \(zone.tags.count) values lies in the regions that the law leaves, as of \(set.asOf)."
            )
          ),
          ("metadata", metadata(zone)),
          (
            "parameters",
            .object([
              (
                "listOfAllowedLocations",
                .object([
                  ("type", .string("Array")),
                  (
                    "metadata",
                    .object([
                      ("displayName", .string("Allowed locations")),
                      ("description", .string("Where the law lets the data lie.")),
                      ("strongType", .string("location")),
                    ])
                  ),
                  ("defaultValue", locations(zone)),
                ])
              )
            ])
          ),
          (
            "policyRule",
            .object([
              (
                "if",
                .object([
                  (
                    "allOf",
                    .array([
                      .object([("field", .string("tags['\(GuardrailSet.tag)']")), ("in", tags)]),
                      .object([
                        ("field", .string("location")),
                        ("notIn", .string("[parameters('listOfAllowedLocations')]")),
                      ]),
                      // Services without a region.
                      .object([("field", .string("location")), ("notEquals", .string("global"))]),
                    ])
                  )
                ])
              ), ("then", .object([("effect", .string("deny"))])),
            ])
          ),
        ])
      )
    ])
  }

  /// The provisions, as far as they fit: Azure takes 1,024 characters. The overview has them all.
  private static func metadata(_ zone: ResidencyZone) -> JSONValue {
    var made = JSONValue.object([("category", .string("Residency"))])
    var shown: [JSONValue] = []
    for source in zone.sources {
      shown.append(.string(source.text))
      let next = JSONValue.object([
        ("category", .string("Residency")), ("provisions", .array(shown)),
        ("more", .literal(String(zone.sources.count - shown.count))), ("see", .string("README.md")),
      ])
      guard next.text().utf8.count <= 900 else { break }
      made = next
    }
    return made
  }
}
