/// No number that is read is further from 0.
let largestNumber = 1e15

/// A decimal number as people and programs write it in CSV, and nothing else that Swift would take: no hexadecimal, no `nan`.
package func number(_ text: String) -> Double? {
  guard let value = numeral(text), abs(value) <= largestNumber else { return nil }
  return value
}

/// Why a text is no number that is read; it stands in a sentence.
func numberComplaint(_ text: String) -> String {
  numeral(text) == nil
    ? "`\(text)` is no number" : "`\(text)` is beyond 1e15, the largest number that is read"
}

/// What is written as a number, however large.
func numeral(_ text: String) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 40,
    text.utf8.allSatisfy({
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    })
  else { return nil }
  return Double(text)
}
