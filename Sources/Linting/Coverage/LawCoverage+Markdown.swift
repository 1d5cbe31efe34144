extension LawCoverage {
  /// `12 articles: 7 encoded, 5 out of scope, 0 open`.
  package var counts: String {
    let (encoded, open) = (accounts.count(where: \.isEncoded), accounts.count(where: \.isOpen))
    let parts = accounts.filter(\.isEncoded)
    let rest = parts.flatMap(\.rest)
    let units = parts.map(\.units).reduce(0, +)
    // Points of paragraphs with reasons of their own are no paragraphs.
    let (given, left) = (
      rest.count { $0.reason != nil && !$0.part.contains("(") }, rest.count { $0.reason == nil }
    )
    return
      "\(accounts.count) articles: \(encoded) encoded, \(accounts.count - encoded - open) out of scope, \(open) open."
      + " Of the \(units) paragraphs of the encoded ones \(units - given - left) are cited, \(given) left out with a reason,"
      + " \(left) without."
  }

  /// The table of articles, then what encodes each.
  package var markdown: String {
    var lines = [
      "# \(plain(outline.law)): article by article", "", plain(outline.title), "",
      "Written by `pratique law coverage`; the headings and reasons stand in `\(outline.file)`.", "",
      counts, "", "| Article | Heading | Account |", "| --- | --- | --- |",
    ]
    lines += accounts.map { "| \(plain($0.article)) | \(plain($0.heading ?? "")) | \(summary($0)) |" }
    for account in accounts where account.isEncoded {
      let heading = account.heading.map { ", \(plain($0))" } ?? ""
      lines += ["", "## \(Outline.word(account.article))\(heading)", ""]
      for use in account.uses {
        let kind =
          [.exception, .reading, .clock].contains(use.role) ? "\(use.role.rawValue) of" : use.role.rawValue
        lines.append("- \(kind) `\(use.pack)/\(use.name)`: \(use.places)")
      }
      lines += rest(account)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ account: Account) -> String {
    if let reason = account.reason, !account.isEncoded { return "out of scope: \(plain(reason))" }
    guard account.isEncoded else { return "**open**" }
    return Citing.Role.allCases.compactMap { role -> String? in
      let count = account.uses.count { $0.role == role }
      return count == 0 ? nil : "\(count) \(role.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// What of an encoded article nothing cites: with its reason, or all that have none in one line.
  private func rest(_ account: Account) -> [String] {
    var lines: [String] = []
    for (index, rest) in account.rest.enumerated() {
      guard let reason = rest.reason else { continue }
      // Neighbours with the same reason are told together.
      if index > 0, account.rest[index - 1].reason == reason { continue }
      let same = account.rest[index...].prefix { $0.reason == reason }
      lines.append(
        "- not encoded: \(same.map { Use.bracketed($0.part) }.joined(separator: ", ")): \(plain(reason))")
    }
    let open = account.rest.filter { $0.reason == nil }.map { Use.bracketed($0.part) }
    if !open.isEmpty { lines.append("- not cited: \(open.joined(separator: ", "))") }
    return lines
  }

  /// What is written by people, as text of a cell.
  private func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case _ where character.isWhitespace: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

extension LawCoverage.Use {
  fileprivate var places: String {
    let listed = parts.map(Self.bracketed).joined(separator: ", ")
    if parts.isEmpty { return "the article" }
    return isWhole ? "the article, \(listed)" : listed
  }
}
