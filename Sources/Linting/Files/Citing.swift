import Diagnostics
package import Rules

/// A citation with what cites it.
package struct Citing: Sendable {
  package enum Role: String, Sendable, CaseIterable {
    case obligation, prohibition, permission, exception, reading, clock, definition, scope, parameter,
      sanction
  }
  package let role: Role
  /// Of the provision, conclusion, parameter or sanction; the kind of a scope.
  package let name: String
  package let citation: Citation
  package let line: Int

  /// As findings of the lint name it.
  var subject: String {
    switch role {
    case .obligation, .prohibition, .permission, .exception, .reading, .clock: name
    case .definition: "define \(name)"
    case .scope, .parameter, .sanction: "\(role.rawValue) \(name)"
    }
  }
}

extension Pack {
  /// Everything that it cites, conclusions first, then provision by provision.
  package var citings: [Citing] { declaredCitings + provisions.flatMap(\.citings) }

  /// What it cites outside its provisions.
  var declaredCitings: [Citing] {
    var result: [Citing] = []
    func add(_ role: Citing.Role, _ name: String, _ citations: [Citation], _ line: Int) {
      result += citations.map { Citing(role: role, name: name, citation: $0, line: line) }
    }
    for definition in definitions {
      let name = "\(definition.per.map { "\($0)." } ?? "")\(definition.name)"
      add(.definition, name, definition.citations, definition.location.line)
    }
    for scope in scopes { add(.scope, scope.per, scope.citations, scope.expression.firstLine) }
    for sanction in sanctions {
      add(.sanction, sanction.id, sanction.citations + sanction.sizes.compactMap(\.citation), 1)
    }
    for parameter in parameters {
      for entry in parameter.entries {
        add(.parameter, parameter.name, citations(in: entry.cite ?? ""), entry.line)
      }
    }
    return result
  }

  /// `gdpr 45(9); gdpr 46(1)`; what names no source is left to loading.
  private func citations(in text: String) -> [Citation] {
    text.split(separator: ";").compactMap { part in
      let words = part.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let source = sources.first(where: { $0.id == words[0] }) else { return nil }
      let article = words[1].prefix { $0 != "(" }
      // "(1)(f)" is kept as "1(f)", as everywhere.
      var place = words[1].dropFirst(article.count).dropFirst()
      if let close = place.firstIndex(of: ")") { place.remove(at: close) }
      return Citation(
        law: source.law, article: article.split(separator: " ").joined(separator: " "),
        paragraph: place.isEmpty ? nil : String(place))
    }
  }
}

extension Provision {
  /// What it cites, itself and in its exceptions, readings and clocks.
  package var citings: [Citing] {
    var result: [Citing] = []
    func add(_ role: Citing.Role, _ citations: [Citation], _ line: Int) {
      result += citations.map { Citing(role: role, name: id, citation: $0, line: line) }
    }
    let role: Citing.Role =
      switch modality {
      case .obligation: .obligation
      case .prohibition: .prohibition
      case .permission: .permission
      }
    add(role, citations, location.line)
    add(role, quotes.compactMap(\.citation), location.line)
    for exception in exceptions { add(.exception, exception.citations, exception.expression.firstLine) }
    for condition in requirement?.conditions ?? [] {
      add(role, condition.citations, condition.source.firstLine)
    }
    for reading in readings {
      add(.reading, reading.citations, location.line)
      for condition in reading.requirement?.conditions ?? [] {
        add(.reading, condition.citations, condition.source.firstLine)
      }
    }
    // A clock without a citation has that of its provision.
    for clock in clocks where clock.citations != citations { add(.clock, clock.citations, location.line) }
    return result
  }
}
