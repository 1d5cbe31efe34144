/// What `replace` puts in the place of a match: text with `$0` to `$9…`, `\$` and `\\`.
struct Replacement {
  enum Part {
    case text([UInt8])
    case group(Int)
  }

  private(set) var parts: [Part] = []

  /// `groups`: how many groups the pattern captures.
  init(_ text: String, groups: Int) throws(PatternError) {
    var literal: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard place < bytes.count, [UInt8(ascii: "\\"), UInt8(ascii: "$")].contains(bytes[place]) else {
          throw .invalid("in a replacement `\\` stands before `\\` or `$`")
        }
        literal.append(bytes[place])
        place += 1
      case UInt8(ascii: "$"):
        guard place < bytes.count, let digit = Replacement.digit(bytes[place]) else {
          throw .invalid("in a replacement `$` stands before the number of a group")
        }
        place += 1
        var number = digit
        // A further digit belongs to the number only if there is such a group.
        while place < bytes.count, let next = Replacement.digit(bytes[place]),
          number * 10 + next <= max(groups, 9)
        {
          number = number * 10 + next
          place += 1
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = []
        if number <= groups { parts.append(.group(number)) }
      default: literal.append(byte)
      }
    }
    if !literal.isEmpty { parts.append(.text(literal)) }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil
  }
}
