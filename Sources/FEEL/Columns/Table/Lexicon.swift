/// The strings that programs compare facts with. Their numbers are small and the same in every table, so that a set of
/// them is a set of bits.
package struct Lexicon: Sendable {
  package private(set) var texts: [String] = []
  private var numbers: [[UInt8]: Int32] = [:]

  package init() {}

  /// The number of a string, which it gets now if it has none yet.
  package mutating func number(of text: String) -> Int32 {
    let key = Array(text.utf8)
    if let number = numbers[key] { return number }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[key] = number
    return number
  }

  package func find(_ text: String) -> Int32? { numbers[Array(text.utf8)] }
}
