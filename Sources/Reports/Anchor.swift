/// `eu.gdpr-art-27-organization` for `eu.gdpr/art-27@organization`: stable, and safe in an address.
func anchor(_ id: String) -> String {
  var result = ""
  for scalar in id.unicodeScalars {
    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    if isPlain || scalar == "." || scalar == "_" || scalar == "-" {
      result.unicodeScalars.append(scalar)
    } else if scalar.isASCII {
      result += "-"
    } else {
      result += "-\(String(scalar.value, radix: 16))"
    }
  }
  return result
}
