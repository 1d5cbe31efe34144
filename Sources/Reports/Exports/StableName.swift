import Engine
import Rules

/// OSCAL forbids an empty text and blanks around one.
func line(_ text: String) -> String {
  let line = oneLine(text)
  return line.isEmpty ? "none" : line
}

extension Report {
  /// A UUID of version 5's form, made from SHA-256: the same for the same name.
  func uuid(_ name: String) -> String {
    var bytes = Array(digest(Array("urn:pratique:\(name)".utf8)).prefix(16))
    guard bytes.count == 16 else { return "00000000-0000-5000-8000-000000000000" }
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += hexadecimal([byte])
    }
    return text
  }

  /// SHA-256 of a name, in hexadecimal.
  func fingerprint(_ name: String) -> String { hexadecimal(digest(Array(name.utf8))) }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  var text = ""
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return text
}

/// `eu.gdpr_art-27` for a provision: XML and OSCAL take neither `/` nor `@` in the name of a thing. Ids of packs and provisions hold
/// letters, digits, `.` and `-`, so that no two share a token; whatever else a pack may bring is written by its number.
func token(_ pack: String, _ provision: String) -> String { plainToken(pack) + "_" + plainToken(provision) }

/// A name of which every scalar but ASCII letters, digits, `.` and `-` is written by its number between underscores.
func plainToken(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-": result.unicodeScalars.append(scalar)
    default: result += "_\(String(scalar.value, radix: 16))_"
    }
  }
  return result
}

/// A path as a relative reference (RFC 3986), or a `file:` address where it begins at the root.
func reference(toFile path: String) -> String {
  var result = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default: result += "%" + hexadecimal([byte]).uppercased()
    }
  }
  return result
}
