/// One line, without what would steer a terminal or reorder text: names come from files that anybody may have written.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: " "
        default: scalar
        }
      }))
}
