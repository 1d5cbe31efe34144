/// A type as a model declares it: its form, and the values that are allowed.
package struct Declaration: Sendable, Hashable {
  package indirect enum Form: Sendable, Hashable {
    case plain(Type)
    case list(Declaration)
    case context([Member])
  }

  package struct Member: Sendable, Hashable {
    let name: String
    let type: Declaration
    package init(_ name: String, _ type: Declaration) {
      self.name = name
      self.type = type
    }
  }

  package let form: Form
  /// How the author calls it.
  package let name: String
  /// Every one of these must pass.
  package let allowed: [Checked.Tests]
  /// Parts, this one included.
  package let weight: Int

  package init(_ form: Form, name: String, allowed: [Checked.Tests] = []) {
    self.form = form
    self.name = name
    self.allowed = allowed
    weight =
      switch form {
      case .plain: 1
      case .list(let item): 1 + item.weight
      case .context(let members): members.reduce(1) { $0 + $1.type.weight }
      }
  }

  package static let any = Declaration(.plain(.any), name: "Any")

  package var type: Type {
    switch form {
    case .plain(let type): type
    case .list(let item): .list(item.type)
    case .context(let members): .context(members.map { Type.Member($0.name, $0.type.type) })
    }
  }

  /// The type of an entry of a context.
  package func member(_ name: String) -> Declaration? {
    guard case .context(let members) = form else { return nil }
    return members.first { $0.name == name }?.type
  }

  /// The type of an item of a list.
  package var item: Declaration? { if case .list(let item) = form { item } else { nil } }

  /// The strings that are allowed, where they are listed.
  package var stringValues: [String]? {
    for tests in allowed where !tests.isNegated {
      let values = tests.tests.map { test -> String? in
        if case .member(.constant(.string(let text))) = test { text } else { nil }
      }
      let strings = values.compactMap(\.self)
      if strings.count == values.count { return strings }
    }
    return nil
  }

  /// Where a function is declared, its type or that of its result may be written: the latter.
  package var ofResult: Declaration {
    guard case .plain(.function(_, let result)) = form else { return self }
    return Declaration(.plain(result), name: name)
  }

  /// Asks it anything of a value.
  package var isAny: Bool { form == .plain(.any) && allowed.isEmpty }
}
