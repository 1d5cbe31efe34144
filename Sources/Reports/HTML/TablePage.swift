/// A verdict with tables under headings, as a page or as Markdown. All texts are made by the caller.
package struct TablePage: Sendable {
  package struct Table: Sendable {
    package var title: String
    package var lead: [String]
    /// The names of the columns first.
    package var rows: [[String]]
    package init(title: String, lead: [String], rows: [[String]]) {
      (self.title, self.lead, self.rows) = (title, lead, rows)
    }
  }

  package var brand: String
  package var title: String
  package var verdict: String
  /// Whether there is a clear answer.
  package var isSettled: Bool
  package var lead: String
  package var notes: [String]
  package var tables: [Table]

  package init(
    brand: String, title: String, verdict: String, isSettled: Bool, lead: String, notes: [String],
    tables: [Table]
  ) {
    (self.brand, self.title, self.verdict, self.isSettled) = (brand, title, verdict, isSettled)
    (self.lead, self.notes, self.tables) = (lead, notes, tables)
  }

  /// In the frame of the reports. `digest`: SHA-256.
  package func html(version: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8]) -> String {
    let main = tableTemplate([
      "class": .text(isSettled ? "go" : "cannotTell"), "title": .text(title), "verdict": .text(verdict),
      "lead": .text(lead), "notes": .texts(notes.map(capitalized)),
      "tables": .list(
        tables.enumerated().map { place, table in
          [
            "id": .text("table-\(place + 1)"), "name": .text(table.title), "sentences": .texts(table.lead),
            "hasRows": .flag(!table.rows.isEmpty), "columns": .texts(table.rows.first ?? []),
            "rows": .list(
              table.rows.dropFirst().map {
                ["head": .text($0.first), "cells": .texts(Array($0.dropFirst()))]
              }),
          ]
        }),
    ])
    var frame = Frame(version: version, digest: digest)
    frame.skip = "Skip to the answer"
    frame.footer = "The same definition, figures and date give the same page."
    return frame.page(
      title: "\(title): \(verdict)", brand: brand,
      links: tables.enumerated().map { ("table-\($0 + 1)", $1.title) }, main: main)
  }

  package var markdown: String {
    var lines = ["# \(escaped(title)): \(escaped(verdict))", "", "\(escaped(lead))."]
    if !notes.isEmpty { lines += [""] + notes.map { "- \(escaped(capitalized($0)))." } }
    for each in tables {
      lines += ["", "## \(escaped(each.title))", ""] + each.lead.map { "- \(escaped($0))." }
      lines += table((each.rows.first ?? []).map(escaped), each.rows.dropFirst().map { $0.map(escaped) })
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

private let tableTemplate = Template(
  #"""
  <section id="summary" class="sheet {{class}}" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{title}}: <span class="verdict">{{verdict}}</span></h1>
  <p class="lead">{{lead}}.</p>
  {{#notes}}<p class="muted">{{.}}.</p>
  {{/notes}}
  </section>
  {{#tables}}<section id="{{id}}" aria-labelledby="{{id}}-title">
  <h2 id="{{id}}-title">{{name}}</h2>
  {{#sentences}}<p>{{.}}.</p>
  {{/sentences}}
  {{#hasRows}}<div class="scroll" role="group" tabindex="0" aria-label="{{name}}">
  <table aria-labelledby="{{id}}-title">
  <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/rows}}
  </tbody></table></div>
  {{/hasRows}}
  </section>
  {{/tables}}
  """#)
