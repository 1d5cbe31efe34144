/// A tree of elements that becomes XML 1.0: text is escaped in one place, and what XML cannot hold is left out.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)]
  var children: [XMLElement]
  var text: String

  init(
    _ name: String, _ attributes: [(String, String)] = [], text: String = "", _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    self.children = children
    self.text = text
  }

  /// A document, indented by two spaces a level; an element with text has no children.
  var document: String {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &result, indent: "")
    return result
  }

  private func write(to result: inout String, indent: String) {
    result += "\(indent)<\(name)"
    for attribute in attributes { result += " \(attribute.name)=\"\(markupText(oneLine(attribute.value)))\"" }
    if children.isEmpty {
      result += text.isEmpty ? "/>\n" : ">\(markupText(text))</\(name)>\n"
      return
    }
    result += ">\n"
    for child in children { child.write(to: &result, indent: indent + "  ") }
    result += "\(indent)</\(name)>\n"
  }
}
