/// The characters that one place of a pattern takes, as XML Schema describes them: ranges and categories, all
/// but those, less another set.
struct CharacterSet {
  enum Item {
    case range(UInt32, UInt32)
    /// A general category such as `Lu`.
    case category(String, isNegated: Bool)
  }

  var items: [Item]
  var isNegated = false
  var subtracted: [CharacterSet] = []

  /// In PCRE2's words: a subtraction is a look ahead that refuses.
  var translation: String {
    let base = "[" + (isNegated ? "^" : "") + items.map(\.translation).joined() + "]"
    guard let subtracted = subtracted.first else { return base }
    return "(?:(?!" + subtracted.translation + ")" + base + ")"
  }

  /// A single character.
  static func one(_ scalar: Unicode.Scalar) -> CharacterSet {
    CharacterSet(items: [.range(scalar.value, scalar.value)])
  }

  /// `\s`, `\d`, `\w`, `\i`, `\c`, or what they leave when in upper case; nil for another letter.
  static func escape(_ letter: Unicode.Scalar) -> CharacterSet? {
    switch letter {
    case "s": CharacterSet(items: ranges(space))
    case "S": CharacterSet(items: ranges(complement(of: space)))
    case "d": CharacterSet(items: [.category("Nd", isNegated: false)])
    case "D": CharacterSet(items: [.category("Nd", isNegated: true)])
    // All but punctuation, separators and others.
    case "w": CharacterSet(items: ["L", "M", "N", "S"].map { .category($0, isNegated: false) })
    case "W": CharacterSet(items: ["P", "Z", "C"].map { .category($0, isNegated: false) })
    case "i": CharacterSet(items: ranges(nameStart))
    case "I": CharacterSet(items: ranges(complement(of: nameStart)))
    case "c": CharacterSet(items: ranges(name))
    case "C": CharacterSet(items: ranges(complement(of: name)))
    default: nil
    }
  }

  /// `\p{…}` and `\P{…}`; nil for a name that is neither a category nor a block.
  static func property(_ name: Substring, isNegated: Bool) -> CharacterSet? {
    if name.utf8.starts(with: "Is".utf8) {
      guard let block = Blocks.range(named: name.dropFirst(2)) else { return nil }
      let range = [(block.lowerBound, block.upperBound)]
      return CharacterSet(items: ranges(isNegated ? complement(of: range) : range))
    }
    let name = String(name)
    return categories.contains(name)
      ? CharacterSet(items: [.category(name, isNegated: isNegated)]) : nil
  }

  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps",
    "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static let space: [(UInt32, UInt32)] = [(0x9, 0xA), (0xD, 0xD), (0x20, 0x20)]

  /// The characters that start a name of XML 1.0, fifth edition, in order.
  private static let nameStart: [(UInt32, UInt32)] = [
    (0x3A, 0x3A), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF),
    (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF),
    (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
  ]

  private static let name: [(UInt32, UInt32)] =
    (nameStart + [(0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)])
    .sorted { $0.0 < $1.0 }

  private static func ranges(_ ranges: [(UInt32, UInt32)]) -> [Item] { ranges.map { .range($0.0, $0.1) } }

  /// No range starts or ends at half a surrogate pair, which is no character.
  private static func valid(_ first: UInt32, _ last: UInt32) -> [(UInt32, UInt32)] {
    let halves: ClosedRange<UInt32> = 0xD800...0xDFFF
    let start = halves.contains(first) ? halves.upperBound + 1 : first
    let end = halves.contains(last) ? halves.lowerBound - 1 : last
    return start <= end ? [(start, end)] : []
  }

  private static func complement(of ranges: [(UInt32, UInt32)]) -> [(UInt32, UInt32)] {
    var result: [(UInt32, UInt32)] = []
    var next: UInt32 = 0
    for (first, last) in ranges {
      if first > next { result += valid(next, first - 1) }
      next = last + 1
    }
    return result + valid(next, 0x10FFFF)
  }
}

extension CharacterSet.Item {
  fileprivate var translation: String {
    switch self {
    case .range(let first, let last):
      first == last ? code(first) : code(first) + "-" + code(last)
    case .category(let name, let isNegated): (isNegated ? "\\P{" : "\\p{") + name + "}"
    }
  }

  private func code(_ value: UInt32) -> String { "\\x{" + String(value, radix: 16) + "}" }
}
