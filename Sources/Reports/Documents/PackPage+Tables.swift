import DMN
import Diagnostics
import FEEL
import Rules

extension PackPage {
  /// Decision tables row by row; other decisions stay as written.
  var tables: Markup {
    if compiled.tables.isEmpty { return "" }
    let parts = compiled.tables.flatMap { file in
      file.model.nodes.map { node -> Markup in
        guard case .decision(let boxed?) = node.kind else { return "" }
        return """
          <div class="part" id="t-\(anchor(node.name))"><h3>\(node.name)</h3>
          \(decision(boxed, node.name))
          <p class="muted"><code>\(node.location.file):\(String(node.location.line))</code>, SHA-256
          <code>\(file.sha256)</code></p></div>

          """
      }
    }
    return "<section id=\"tables\"><h2>Decision tables</h2>\n\(parts.joined())</section>"
  }

  private func decision(_ boxed: Boxed, _ name: String) -> Markup {
    switch boxed.form {
    case .table(let table): rows(table, name)
    case .literal(let source): "<pre>\(written(source))</pre>"
    default: "<p>A decision in boxes: see the file.</p>"
    }
  }

  private func rows(_ table: DecisionTable, _ name: String) -> Markup {
    let inputs = table.inputs.map { $0.label ?? written($0.expression) }
    let outputs = table.outputs.map { "⇒ \($0.name.map { capitalized(spaced($0)) } ?? name)" }
    let rows = table.rules.enumerated().map { index, rule -> [Markup] in
      ["\(String(index + 1))"] + rule.inputs.map(cell) + rule.outputs.map { "<b>\(cell($0))</b>" }
        + rule.annotations.map { "\($0)" }
    }
    return """
      <p>\(policy(table.hitPolicy))</p>
      \(tabled(name, ["Row"] + inputs + outputs + table.annotations, rows))
      """
  }

  private func cell(_ source: Source) -> Markup {
    let text = written(source)
    switch text {
    case "-": return "<span class=\"muted\">any</span>"
    case "true": return "yes"
    case "false": return "no"
    default:
      let inner = text.dropFirst().dropLast()
      let isPlain = text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1
      return isPlain && !inner.contains("\"") && !inner.contains("\\")
        ? "\(spaced(String(inner)))" : "<code>\(text)</code>"
    }
  }

  private func written(_ source: Source) -> String {
    Rules.words(String(decoding: source.bytes, as: UTF8.self))
  }

  private func policy(_ policy: HitPolicy) -> String {
    switch policy {
    case .unique: "Exactly one row fits, and it decides."
    case .any: "Several rows may fit; they say the same."
    case .priority: "Of the rows that fit, the one whose result comes first in the list of results decides."
    case .first: "The first row that fits decides."
    case .ruleOrder, .outputOrder, .collect(nil): "The results of all rows that fit are collected."
    case .collect(let aggregation?):
      "The results of all rows that fit are put together (\(aggregation.rawValue.lowercased()))."
    }
  }
}
