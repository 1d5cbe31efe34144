// The notation of RFC 5545: how text is escaped, and lines folded.

/// TEXT of RFC 5545 3.3.11.
func calendarText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case ";": result += "\\;"
    case ",": result += "\\,"
    case "\n", "\u{2028}", "\u{2029}": result += "\\n"
    default: if !isBreakOrControl(scalar) { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}

/// Lines of at most 75 octets (RFC 5545 3.1); a character is never torn.
func folded(_ line: String) -> String {
  var result = ""
  var octets = 0
  for scalar in line.unicodeScalars {
    let size = UTF8.width(scalar)
    if octets + size > 75 {
      result += "\r\n "
      octets = 1
    }
    result.unicodeScalars.append(scalar)
    octets += size
  }
  return result
}
