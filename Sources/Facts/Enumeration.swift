import Archive

extension Vocabulary {
  /// A set of words that a fact can have, some wider than others.
  package struct Enumeration: Sendable {
    package struct Value: Sendable {
      package var id: String
      package var title: String?
      /// Index of the wider value.
      package var broader: Int?
    }
    package var name: String
    package var title: String
    package let values: [Value]
    package var isOpen: Bool
    private let indexes: Late<[String: Int]>

    init(name: String, title: String, values: [Value], isOpen: Bool = false) {
      self.name = name
      self.title = title
      self.values = values
      self.isOpen = isOpen
      indexes = Late {
        Dictionary(values.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      }
    }

    package func index(of id: String) -> Int? { indexes.value[id] }

    /// Is the value the other one, or a narrower one.
    package func isSame(_ value: Int, orNarrowerThan wider: Int) -> Bool {
      var current: Int? = value
      while let index = current {
        if index == wider { return true }
        current = values[index].broader
      }
      return false
    }

    /// The same by id; a value that an open enumeration does not list is only the same as itself.
    package func isSame(_ value: String, orNarrowerThan wider: String) -> Bool {
      guard value != wider, let value = index(of: value), let wider = index(of: wider) else {
        return value == wider
      }
      return isSame(value, orNarrowerThan: wider)
    }
  }
}
