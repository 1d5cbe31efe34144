/// Text for the content of elements and for quoted attributes, in HTML and in XML. Controls, marks that reorder text and the two
/// noncharacters that XML forbids are left out.
func markupText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case "\u{FFFE}", "\u{FFFF}": break
    default: if !isBreakOrControl(scalar) { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}
