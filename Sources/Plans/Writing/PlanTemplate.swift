package import Facts

/// A plan to start from: valid as it stands, with the facts that settle most findings as comments.
/// A line of plan starts with `# `, a remark with `## `; taking every `# ` away leaves a valid plan too.
package func planTemplate(_ vocabulary: Vocabulary) -> String {
  var lines = [
    "## A plan: what the organization intends. Take the `# ` away from a line and fill in what you know.",
    "## What is not stated is unknown, never \"no\". An empty list, [], says: none.",
    "pratique: 1", "# name: Entry into Germany", "",
  ]
  for part in parts {
    guard let kind = vocabulary.kind(named: part.kind) else { continue }
    let declared = vocabulary.kinds[kind]
    lines.append("## \(declared.title).")
    lines.append("# \(declared.collection ?? declared.name):")
    var isFirst = declared.collection != nil
    for (key, example) in part.facts {
      guard let line = line(key, example, declared, vocabulary) else { continue }
      if !line.ask.isEmpty { lines.append("##     \(line.ask)") }
      lines.append("# \(declared.collection == nil ? "  " : isFirst ? "  - " : "    ")\(line.text)")
      isFirst = false
    }
    lines.append("")
  }
  lines += [
    "## Collections to which nothing is to be added: what they do not list does not exist.",
    "# complete: [stores, recipients]", "",
  ]
  return lines.joined(separator: "\n")
}

/// A fact with an example; nil if the vocabulary does not have it.
private func line(
  _ key: String, _ example: String, _ kind: Vocabulary.Kind, _ vocabulary: Vocabulary
) -> (ask: String, text: String)? {
  guard let index = kind.fact(planKey: key) else { return nil }
  let fact = kind.facts[index]
  if case .record(let record) = fact.type {
    let stated = example.split(separator: ",").filter { part in
      let name = String(part.prefix { $0 != ":" }.filter { $0 != " " })
      return vocabulary.kinds[record].fact(planKey: name) != nil
    }
    return ("\(fact.ask).", "\(key): {\(stated.joined(separator: ",")) }")
  }
  let isKnown = words(example).allSatisfy { word in
    switch fact.type {
    case .enumeration(let index), .list(.enumeration(let index)):
      vocabulary.enumerations[index].isOpen || vocabulary.enumerations[index].index(of: word) != nil
    default: true
    }
  }
  return isKnown ? (fact.name == "id" ? "" : fact.ask, "\(key): \(example)") : nil
}

private func words(_ example: String) -> [String] {
  example.split { "[], ".contains($0) }.map(String.init)
}

private let parts: [(kind: String, facts: [(String, String)])] = [
  (
    "organization",
    [
      ("name", "Example Inc."), ("establishedIn", "[US]"), ("mainEstablishment", "US"),
      ("sectors", "[software]"),
      ("employees", "120"), ("publicBody", "false"),
    ]
  ),
  (
    "market",
    [
      ("country", "DE"), ("entry", "2027-02-15"), ("languages", "[de, en]"), ("localEntity", "false"),
      ("users", "40000"), ("consumers", "true"),
    ]
  ),
  (
    "activity",
    [
      ("id", "accounts"), ("purposes", "[serviceDelivery, accountManagement]"), ("roles", "[controller]"),
      ("data", "[identity, contact, account]"), ("offeredIn", "[DE]"), ("collectedIn", "[DE]"),
      ("subjects", " kinds: [user], count: 40000, children: false"), ("largeScale", "false"),
      ("legalBases", "[contract]"), ("stores", "[primary]"), ("remoteAccessFrom", "[US]"),
      ("recipients", "[mailer]"),
    ]
  ),
  ("store", [("id", "primary"), ("kind", "primary"), ("region", "aws/eu-central-1")]),
  (
    "recipient",
    [
      ("id", "mailer"), ("name", "Mailer Inc."), ("country", "US"), ("processesIn", "[US]"),
      ("role", "processor"),
      ("mechanisms", "[scc]"), ("contract", "true"),
    ]
  ),
  ("system", [("id", "assistant"), ("name", "Support assistant")]),
  ("control", [("id", "record-of-processing"), ("status", "inPlace")]),
]
