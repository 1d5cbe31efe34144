/// A decimal number as people and programs write it in CSV, and nothing else that Swift would take: no hexadecimal, no `nan`.
package func number(_ text: String) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 40,
    text.utf8.allSatisfy({
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }), let value = Double(text), value.isFinite, abs(value) <= 1e15
  else { return nil }
  return value
}
