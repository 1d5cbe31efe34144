import Diagnostics
import FEEL
import Facts
import Rules

extension PackPage {
  var parameters: Markup {
    if pack.parameters.isEmpty { return "" }
    return """
      <section id="parameters"><h2>Values of the law</h2>
      \(pack.parameters.map(parameter).joined())</section>
      """
  }

  private func parameter(_ parameter: Parameter) -> Markup {
    let columns: [Type.Member] =
      if case .list(.context(let members)) = parameter.type, parameter.isTable { members } else { [] }
    let rows = parameter.entries.map { entry -> [Markup] in
      values(of: entry, parameter, columns)
        + ["\(words(entry.period))", cited(entry.cite), "\(entry.note ?? "")"]
    }
    let header = columns.isEmpty ? ["Value"] : columns.map { capitalized(spaced($0.name)) }
    return """
      <div class="part" id="v-\(anchor(parameter.name))">
      \(tabled(parameter.title ?? parameter.name, header + ["In force", "Law", "Note"], rows))
      <p class="muted"><code>\(parameter.name)</code>, <code>\(pack.file):\(String(parameter.line))</code></p>
      \(used(.parameter(parameter.name)))</div>

      """
  }

  private func values(of entry: Parameter.Entry, _ parameter: Parameter, _ columns: [Type.Member])
    -> [Markup]
  {
    guard case .context(let context) = entry.value, !columns.isEmpty else {
      return ["<b>\(glossary.words(entry.value, parameter.type, unit: parameter.unit))</b>"]
    }
    return columns.map { column in
      let value = context.entries.first { $0.name == column.name }?.value ?? .null
      return "\(glossary.words(value, column.type))"
    }
  }

  var scopes: Markup {
    if pack.scopes.isEmpty { return "" }
    let parts = pack.scopes.map { scope -> Markup in
      let law = cited(scope.citations)
      return """
        <div class="part" id="scope-\(anchor(scope.per))"><h3>Each \(spaced(scope.per))</h3>
        <div class="words">\(html(words(scope.expression, per: scope.per)))</div>
        <p class="muted">\(law)</p>
        \(feel([("scope", scope.expression)]))</div>

        """
    }
    return """
      <section id="scopes"><h2>Scope</h2>
      <p>Nothing in this pack is judged of what does not fulfil these conditions.</p>
      \(parts.joined())</section>
      """
  }

  var definitions: Markup {
    if pack.definitions.isEmpty { return "" }
    return """
      <section id="definitions"><h2>Conclusions</h2>
      <p>Conclusions that the provisions draw from the facts of a plan, in the order in which they build on each other.</p>
      \(pack.definitions.map(definition).joined())</section>
      """
  }

  private func definition(_ definition: Definition) -> Markup {
    let reference = Reference.definition(kind: definition.per, name: definition.name)
    let about = definition.per.map { "each \(spaced($0))" } ?? "the plan as a whole"
    let law = cited(definition.citations)
    return """
      <div class="part" id="\(address(of: reference) ?? "")">
      <h3>\(definition.words ?? definition.name) <span class="muted">(\(about))</span></h3>
      <div class="words">\(body(of: definition))</div>
      <p class="muted">\(law)</p>
      \(used(reference))
      \(feel([(definition.name, definition.expressions)].flatMap { name, all in all.map { (name, $0) } }))</div>

      """
  }

  private func body(of definition: Definition) -> Markup {
    switch definition.body {
    case .expression(let source, let name):
      let type = Type(named: name, in: glossary.vocabulary) ?? .any
      let saying = Speaker.words(source, per: definition.per, expecting: type, glossary)
      return (type == .boolean ? "<i>holds if</i> " : "<i>is</i> ") + html(saying)
    case .decision(let call):
      let inputs = call.inputs.map { input -> Markup in
        "<b>\(input.name)</b>: \(html(words(input.expression, per: definition.per)))"
      }
      return """
        Is what the decision table <a href="#t-\(anchor(call.decision))">\(call.decision)</a> gives for: \(inputs.listed)
        """
    }
  }

  /// Conditions as written, folded.
  func feel(_ sources: [(label: String, source: Source)]) -> Markup {
    if sources.isEmpty { return "" }
    let blocks = sources.map { label, source -> Markup in
      let text = String(decoding: source.bytes, as: UTF8.self)
      return """
        <p>\(label), <code>\(source.name):\(String(source.firstLine))</code></p><pre>\(Rules.words(text))</pre>
        """
    }
    return "<details class=\"feel\"><summary>As written (FEEL)</summary>\(blocks.joined())</details>"
  }
}
