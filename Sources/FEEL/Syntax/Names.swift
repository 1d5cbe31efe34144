/// The names in scope that contain more than letters and digits: `date and time`, and in DMN files `Profit
/// and loss`.
/// The lexer asks for the longest one at a place.
struct Names: Sendable {
  private var words: [[UInt8]] = []
  private let hasBuiltin: Bool

  /// Built-in functions and properties are names of their own everywhere.
  init(_ names: some Sequence<String> = [], hasBuiltin: Bool = true) {
    self.hasBuiltin = hasBuiltin
    add(names)
  }

  var count: Int { words.count }

  mutating func add(_ names: some Sequence<String>) {
    for name in names where !Names.isPlain(name) { words.append(Array(name.utf8)) }
  }

  mutating func remove(downTo count: Int) { words.removeLast(words.count - count) }

  /// The longest name at `start`, with the end of it. One space in a name stands for any white space in the
  /// text.
  func longest(at start: Int, in text: [UInt8]) -> (name: String, end: Int)? {
    var best: (name: [UInt8], end: Int)?
    let known = hasBuiltin ? Names.builtin[Int(text[start])] : []
    if known.isEmpty, words.isEmpty { return nil }
    for name in known + words {
      guard let end = Names.match(name, at: start, in: text), end > best?.end ?? start else { continue }
      best = (name, end)
    }
    return best.map { (String(decoding: $0.name, as: UTF8.self), $0.end) }
  }

  private static func match(_ name: [UInt8], at start: Int, in text: [UInt8]) -> Int? {
    var place = start
    for byte in name {
      if byte == 0x20 {
        let before = place
        while place < text.count, isSpace(text[place]) { place += 1 }
        if place == before { return nil }
      } else {
        guard place < text.count, text[place] == byte else { return nil }
        place += 1
      }
    }
    guard let last = name.last else { return nil }
    if place < text.count, continuesName(last), continuesName(text[place]) { return nil }
    return place
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Bytes of letters, digits, `_` and of everything outside ASCII.
  static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  static func isPlain(_ name: String) -> Bool { name.utf8.allSatisfy(continuesName) }

  /// By their first byte, because they are looked for at every word.
  private static let builtin: [[[UInt8]]] = {
    var result = [[[UInt8]]](repeating: [], count: 256)
    for name in Builtin.table.map(\.name) + Property.allCases.map(\.rawValue) where !isPlain(name) {
      let bytes = Array(name.utf8)
      if !result[Int(bytes[0])].contains(bytes) { result[Int(bytes[0])].append(bytes) }
    }
    return result
  }()
}

extension String {
  /// Has it more than letters and digits, so that a reader must know it to see where it ends.
  package var isCompoundName: Bool { !Names.isPlain(self) }
}
