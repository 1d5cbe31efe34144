/// What the objects of a JSON document are to a table, key by key.
package struct JSONShape: Sendable {
  package enum Meaning: Sendable, Hashable {
    /// A fact of the row; `isRead` false: looked at, but not kept.
    case fact(Int, isRead: Bool)
    /// A row of its own, of this kind, to which the fact refers.
    case record(fact: Int, kind: Int)
    /// Rows of this kind, listed in the fact.
    case rows(fact: Int, kind: Int)
    /// All rows of a kind.
    case collection(Int)
  }

  package struct Key: Sendable {
    package var name: String
    package var meaning: Meaning
    package init(_ name: String, _ meaning: Meaning) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// At most 64; documents with more keys are left to the reader for everything.
  package var keys: [Key]
  package init(_ keys: [Key]) { self.keys = keys }
}

/// A key as the reader compares it: the first sixteen bytes as two words, the rest among the reader's own bytes.
struct JSONKey: BitwiseCopyable {
  enum Value: UInt8, BitwiseCopyable { case text, number, boolean, date, texts, record, rows, collection }

  let first: UInt64
  let firstMask: UInt64
  let second: UInt64
  let secondMask: UInt64
  let count: Int
  /// Where the bytes from the seventeenth on lie.
  let rest: Int
  let value: Value
  /// Column of the fact; -1 for one that is not kept.
  let column: Int
  /// Kind of the rows.
  let kind: Int
  /// Where the strings that may stand here are marked; -1: any.
  let allowed: Int

  static func words(of bytes: [UInt8]) -> [(word: UInt64, mask: UInt64)] {
    [0, 8].map { start in
      var (word, mask): (UInt64, UInt64) = (0, 0)
      for (place, byte) in bytes.dropFirst(start).prefix(8).enumerated() {
        word |= UInt64(byte) << UInt64(8 * place)
        mask |= 0xFF << UInt64(8 * place)
      }
      return (word, mask)
    }
  }
}

/// The keys of all kinds, laid out for reading.
@safe
struct JSONKeys: ~Copyable {
  private(set) var keys = Pool<JSONKey>()
  /// By kind, and one more at the end.
  private(set) var starts = Pool<Int>()
  private(set) var rests = Pool<UInt8>()
  /// For each closed enumeration that a key takes, one mark for each string of the lexicon.
  private(set) var allowed = Pool<UInt8>()
  let constantCount: Int

  /// Nil: some fact is of a type that it does not read, or an object has more than 64 keys.
  init?(_ shapes: [JSONShape], _ environment: Environment, _ lexicon: Lexicon) {
    constantCount = lexicon.texts.count
    var firstColumns = [0]
    for kind in environment.kinds {
      firstColumns.append(firstColumns[firstColumns.count - 1] + kind.facts.count + 1)
    }
    var marks: [Int: Int] = [:]
    for (kind, shape) in shapes.enumerated() {
      guard shape.keys.count <= 64 else { return nil }
      starts.append(keys.count)
      for key in shape.keys {
        func column(_ fact: Int) -> Int { firstColumns[kind] + 1 + fact }
        switch key.meaning {
        case .fact(let fact, let isRead):
          let type = environment.kinds[kind].facts[fact].type
          guard let value = JSONKey.Value(type) else { return nil }
          var allowed = -1
          if let index = type.closedEnumeration(environment) {
            allowed = marks[index] ?? mark(environment.enumerations[index], lexicon)
            marks[index] = allowed
          }
          // Words of a closed enumeration are looked up even where nobody asks for them.
          append(key.name, value, isRead || allowed >= 0 ? column(fact) : -1, -1, allowed)
        case .record(let fact, let kind): append(key.name, .record, column(fact), kind, -1)
        case .rows(let fact, let kind): append(key.name, .rows, column(fact), kind, -1)
        case .collection(let kind): append(key.name, .collection, -1, kind, -1)
        }
      }
    }
    starts.append(keys.count)
  }

  private mutating func append(
    _ name: String, _ value: JSONKey.Value, _ column: Int, _ kind: Int, _ allowed: Int
  ) {
    let bytes = Array(name.utf8)
    let words = JSONKey.words(of: bytes)
    keys.append(
      JSONKey(
        first: words[0].word, firstMask: words[0].mask, second: words[1].word, secondMask: words[1].mask,
        count: bytes.count, rest: rests.count, value: value, column: column, kind: kind, allowed: allowed))
    for byte in bytes.dropFirst(16) { rests.append(byte) }
  }

  private mutating func mark(_ enumeration: Environment.Enumeration, _ lexicon: Lexicon) -> Int {
    let start = allowed.count
    for _ in lexicon.texts { allowed.append(0) }
    for value in enumeration.values {
      if let number = lexicon.find(value) { allowed[start + Int(number)] = 1 }
    }
    return start
  }
}

extension JSONKey.Value {
  fileprivate init?(_ type: Type) {
    switch type {
    case .string, .enumeration: self = .text
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .list(.string), .list(.enumeration): self = .texts
    default: return nil
    }
  }
}

extension Type {
  fileprivate func closedEnumeration(_ environment: Environment) -> Int? {
    switch self {
    case .list(let item): item.closedEnumeration(environment)
    case .enumeration(let index): environment.enumerations[index].isOpen ? nil : index
    default: nil
    }
  }
}
