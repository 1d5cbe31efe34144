package import Facts
import JSON

/// JSON Schema (2020-12) of plans, for editors to complete and check; the same bytes for the same vocabulary.
package func planSchema(_ vocabulary: Vocabulary) -> String {
  SchemaWriter(vocabulary: vocabulary).document().text() + "\n"
}

private struct SchemaWriter {
  let vocabulary: Vocabulary

  func document() -> JSONValue {
    var properties: [(String, JSONValue)] = [
      ("pratique", described("Format", "Version of the format of plans.", [("const", .literal("1"))])),
      ("name", described("Name", "What this plan is called in reports.", [("type", .string("string"))])),
    ]
    for kind in vocabulary.kinds where kind.isSingleton {
      properties.append((kind.name, described(kind.title, kind.title, [reference("kind.\(kind.name)")])))
    }
    let stated = vocabulary.kinds.filter { $0.collection != nil && !$0.isDerived }
    for kind in stated {
      let rows: [(String, JSONValue)] = [
        ("type", .string("array")), ("items", .object([reference("kind.\(kind.name)")])),
      ]
      properties.append(
        (
          kind.collection ?? kind.name,
          described(title(kind.collection ?? kind.name), "\(kind.title), one per entry.", rows)
        ))
    }
    let collections = JSONValue.array(stated.compactMap(\.collection).map(JSONValue.string))
    properties.append(
      (
        "complete",
        described(
          "Complete", "Collections to which nothing is to be added: what they do not list does not exist.",
          [
            ("type", .string("array")), ("items", .object([("enum", collections)])),
            ("uniqueItems", .literal("true")),
          ])
      ))
    properties.append(
      (
        "profiles",
        described(
          "Profiles",
          "Ids of the profiles of the library that tailor the packs for this plan; a later one counts before an earlier one.",
          [("type", .string("array")), ("items", .object([("type", .string("string"))]))])
      ))
    properties.append(
      (
        "scenarios",
        described(
          "Scenarios", "Named changes to this plan, assessed beside it.",
          [("type", .string("object")), ("additionalProperties", .object([reference("plan")]))])
      ))
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:pratique:plan:1")),
      ("title", .string("Plan")),
      (
        "description",
        .string(
          "What an organization intends: who it is, which markets, what it processes, where and with whom.")
      ),
      ("$ref", .string("#/$defs/plan")),
      (
        "$defs",
        .object(
          [("plan", object(properties))] + vocabulary.kinds.filter { !$0.isDerived }.map(kind)
            + vocabulary.enumerations.map(enumeration) + types.map(fact) + [origin])
      ),
    ])
  }

  private func kind(_ kind: Vocabulary.Kind) -> (String, JSONValue) {
    let facts = kind.facts.filter { $0.derivation == nil }
    let key = kind.key.flatMap { kind.fact(named: $0) }
    let properties = facts.map { fact -> (String, JSONValue) in
      let isKey = fact.name == kind.key
      let description = [fact.ask, fact.unit.map { "In \($0)." }, fact.help].compactMap { $0 }.joined(
        separator: " ")
      let type = isKey ? plain(fact.type) : [reference("fact.\(name(fact.type))")]
      return (fact.planKey, described(title(fact.planKey), description, type))
    }
    let required = key.map { [("required", JSONValue.array([.string(kind.facts[$0].planKey)]))] } ?? []
    return ("kind.\(kind.name)", object(properties, required))
  }

  private func enumeration(_ enumeration: Vocabulary.Enumeration) -> (String, JSONValue) {
    let ids = JSONValue.array(enumeration.values.map { .string($0.id) })
    var members: [(String, JSONValue)] = [("title", .string(enumeration.title))]
    if enumeration.name == "language" {
      members.append(("type", .string("string")))
      members.append(("pattern", .string("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")))
    } else if enumeration.isOpen {
      members.append(("type", .string("string")))
    } else if enumeration.values.contains(where: { $0.title != nil }) && enumeration.values.count <= 60 {
      members.append(
        (
          "oneOf",
          .array(
            enumeration.values.map { value in
              .object([("const", .string(value.id))] + (value.title.map { [("title", .string($0))] } ?? []))
            })
        ))
    } else {
      members.append(("enum", ids))
    }
    return ("enumeration.\(enumeration.name)", .object(members))
  }

  /// A fact: its value, null, or the value with its origin.
  private func fact(_ type: Vocabulary.FactType) -> (String, JSONValue) {
    var forms = [JSONValue.object(plain(type)), .object([("type", .string("null"))])]
    var annotated: [(String, JSONValue)] = [("value", .object(plain(type)))]
    if case .list = type {
      annotated.append(("values", .object(plain(type))))
      annotated.append(
        (
          "complete",
          described(
            "Complete", "false: there may be more than the values listed.", [("type", .string("boolean"))])
        ))
    }
    if case .record = type { return ("fact.\(name(type))", .object([("anyOf", .array(forms))])) }
    annotated += originMembers.map { ($0, .object([("$ref", .string("#/$defs/origin/properties/\($0)"))])) }
    let required: [(String, JSONValue)] =
      if case .list = type {
        [("oneOf", .array(["value", "values"].map { .object([("required", .array([.string($0)]))]) }))]
      } else {
        [("required", .array([.string("value")]))]
      }
    forms.append(object(annotated, required))
    return ("fact.\(name(type))", .object([("anyOf", .array(forms))]))
  }

  private let originMembers = ["source", "from", "until", "note"]

  private var origin: (String, JSONValue) {
    let date = [
      ("type", JSONValue.string("string")), ("pattern", JSONValue.string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
    ]
    return (
      "origin",
      .object([
        (
          "properties",
          .object([
            (
              "source",
              described(
                "Source", "Where the figure comes from. A target is a wish and leaves the fact unknown.",
                [("enum", .array(origins.map(JSONValue.string)))])
            ),
            ("from", described("From", "First day for which it holds.", date)),
            ("until", described("Until", "Last day for which it holds.", date)),
            ("note", described("Note", "A remark for readers.", [("type", .string("string"))])),
          ])
        )
      ])
    )
  }

  private func plain(_ type: Vocabulary.FactType) -> [(String, JSONValue)] {
    switch type {
    case .boolean: [("type", .string("boolean"))]
    case .number: [("type", .string("number"))]
    case .string: [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .date: [("type", .string("string")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .money:
      [
        ("type", .string("object")),
        (
          "properties",
          .object([
            ("amount", described("Amount", "How much.", [("type", .string("number"))])),
            (
              "currency",
              described(
                "Currency", "ISO 4217.", [("type", .string("string")), ("pattern", .string("^[A-Z]{3}$"))])
            ),
          ])
        ),
        ("required", .array([.string("amount"), .string("currency")])),
        ("additionalProperties", .literal("false")),
      ]
    case .enumeration(let index): [reference("enumeration.\(vocabulary.enumerations[index].name)")]
    case .reference: [("type", .string("string"))]
    case .record(let kind): [reference("kind.\(vocabulary.kinds[kind].name)")]
    case .list(let member): [("type", .string("array")), ("items", .object(plain(member)))]
    }
  }

  /// Every type that a fact of a plan has, once, in the order met.
  private var types: [Vocabulary.FactType] {
    var seen: Set<Vocabulary.FactType> = []
    return vocabulary.kinds.filter { !$0.isDerived }.flatMap(\.facts).filter { $0.derivation == nil }.map(
      \.type
    )
    .filter { seen.insert($0).inserted }
  }

  private func name(_ type: Vocabulary.FactType) -> String {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .money: "money"
    case .enumeration(let index): "enumeration.\(vocabulary.enumerations[index].name)"
    case .reference(let kind): "reference.\(vocabulary.kinds[kind].name)"
    case .record(let kind): "record.\(vocabulary.kinds[kind].name)"
    case .list(let member): "list.\(name(member))"
    }
  }

  private func object(_ properties: [(String, JSONValue)], _ more: [(String, JSONValue)] = []) -> JSONValue {
    .object(
      [("type", .string("object")), ("properties", .object(properties))] + more
        + [("additionalProperties", .literal("false"))])
  }

  private func described(_ title: String, _ description: String, _ more: [(String, JSONValue)]) -> JSONValue {
    .object([("title", .string(title)), ("description", .string(description))] + more)
  }

  private func reference(_ name: String) -> (String, JSONValue) { ("$ref", .string("#/$defs/\(name)")) }

  /// `offeredIn` -> `Offered in`.
  private func title(_ key: String) -> String {
    var result = ""
    for character in key {
      if character.isUppercase { result += " " + character.lowercased() } else { result.append(character) }
    }
    return result.prefix(1).uppercased() + result.dropFirst()
  }
}
