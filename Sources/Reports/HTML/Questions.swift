import Engine
import Rules

extension Page {
  /// Answers to the first settle most; the rest stands in the result.
  private static let questionLimit = 60

  /// What the plan does not say, as questions with lines to paste.
  var questions: String {
    let all = report.assessment.questions
    return questionsTemplate([
      "isEmpty": .flag(all.isEmpty), "count": .text(count(report.unknownFactCount, "fact is", "facts are")),
      "number": .text(String(all.count)),
      "more": .text(
        all.count > Self.questionLimit ? "\(all.count - Self.questionLimit) more: pratique questions" : nil),
      "questions": .list(
        all.prefix(Self.questionLimit).map { question in
          [
            "ask": .text(oneLine(question.ask)), "help": .text(question.help.map(oneLine)),
            "fact": .text(question.fact),
            "severity": .text("\(question.severity.sign) \(question.severity.rawValue)"),
            "values": .text(
              question.values.isEmpty ? nil : question.values.map(oneLine).joined(separator: ", ")),
            "paste": .text(question.paste), "settles": .text(count(question.findings.count, "finding")),
            "findings": .list(question.findings.prefix(3).map(reference)),
            "others": .text(question.findings.count > 3 ? "and \(question.findings.count - 3) more" : nil),
          ]
        }),
    ])
  }
}

private let questionsTemplate = Template(
  #"""
  <section id="unknown" aria-labelledby="unknown-h">
  <h2 id="unknown-h">Unknown</h2>
  {{#isEmpty}}<p>No open question would change a verdict.</p>{{/isEmpty}}
  {{^isEmpty}}
  <p>{{count}} not stated. Unknown is not "no": it is counted as a gap in the lower figure of every range.
  The questions that settle most come first; paste the lines into the plan and complete them.</p>
  <details class="clump" open>
  <summary><h3>Questions ({{number}})</h3></summary>
  <ol class="questions">
  {{#questions}}<li><p><strong>{{ask}}</strong></p>
  {{#help}}<p>{{.}}</p>{{/help}}
  <p class="muted">Helps settle {{settles}}, highest
  severity {{severity}}: {{#findings}}{{item}} {{/findings}}{{#others}}{{.}}{{/others}}</p>
  {{#values}}<p class="muted">One of: {{.}}</p>{{/values}}
  <pre><code>{{paste}}</code></pre></li>
  {{/questions}}</ol>
  {{#more}}<p class="more">{{.}}</p>{{/more}}
  </details>
  {{/isEmpty}}
  </section>

  """#)
