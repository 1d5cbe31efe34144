/// A cell of RFC 4180, and one that no spreadsheet takes for a formula.
package func csvCell(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let isFormula = scalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
  var cell = isFormula ? "'" : ""
  for scalar in scalars { cell += scalar == "\"" ? "\"\"" : String(scalar) }
  let needsQuotes = scalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
  return needsQuotes ? "\"\(cell)\"" : cell
}
