import Rules

extension Worksheet {
  /// The worksheet as a page to fill in: what is answered stands below as YAML, to be saved for `pratique answer`. `digest`: SHA-256.
  package func html(version: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8]) -> String {
    let main = worksheetTemplate([
      "title": .text(title),
      "lead": .text(lead),
      "summary": .text(summary), "how": .text(pageHowTo), "supposed": .text(supposedText),
      "duration": .text(duration), "invited": .texts(invited), "brought": lines(brought),
      "agenda": .list(
        parts.enumerated().map { index, part in
          [
            "time": .text(part.time), "name": .text(part.title), "aim": .text(part.aim),
            "anchor": .text("part-\(index + 1)"),
          ]
        }), "parts": .list(parts.enumerated().map { $1.fields($0 + 1) }),
      "asks": .flag(questionCount > 0),
    ])
    let links = parts.enumerated().map { (id: "part-\($0 + 1)", name: $1.title) }
    var frame = Frame(version: version, digest: digest, script: Worksheet.script)
    frame.skip = "Skip to the worksheet"
    return frame.page(
      title: "\(title): \(about)", brand: "Workshop",
      links: [(id: "agenda", name: "Agenda")] + links + [(id: "sign-off", name: "Sign-off")], main: main)
  }

  private var pageHowTo: String {
    guard questionCount > 0 else { return howTo }
    return
      "The plan leaves \(count(questionCount, "fact")) open that this workshop asks for. Fill in what you learn, leave open what nobody knows, and save the answers at the end; nothing leaves this page by itself. Answers may raise further questions: make the worksheet again."
  }

  /// Writes what is filled in as YAML; the page is whole without it.
  static let script = #"""
    (() => {
    "use strict";
    const out = document.getElementById("answers");
    if (!out) return;
    const save = document.getElementById("save");
    const fields = [...document.querySelectorAll("[data-fact]")];
    const write = () => {
      const lines = [];
      for (const field of fields) {
        let value = field.value.trim();
        if (!value) continue;
        if (field.dataset.list && !value.startsWith("[")) value = "[" + value + "]";
        // Signs that YAML folds or refuses, and halves of signs, are written by their numbers or left out.
        const text = () => JSON.stringify(value.toWellFormed ? value.toWellFormed() : value).replace(
          /[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
        lines.push(field.dataset.fact + ": " + (field.dataset.text ? text() : value));
      }
      out.value = lines.length ? lines.join("\n") + "\n" : "";
      save.href = "data:text/yaml;charset=utf-8," + encodeURIComponent(out.value);
      save.hidden = lines.length === 0;
    };
    for (const field of fields) field.addEventListener("input", write);
    write();
    })();
    """#
}

/// Texts in which "`" stands around what is typed.
private func lines(_ texts: [String]) -> Fields.Field {
  .list(
    texts.map { text in
      ["spans": .list(spans(text).map { ["text": .text($0.text), "typed": .flag($0.isCode)] })]
    })
}

extension Worksheet.Part {
  fileprivate func fields(_ number: Int) -> Fields {
    [
      "anchor": .text("part-\(number)"), "name": .text("\(number). \(title)"), "time": .text(time),
      "aim": .text(aim), "steps": lines(steps), "decisions": lines(decisions),
      "hasStands": .flag(!stands.isEmpty), "hasKnown": .flag(!known.isEmpty),
      "hasQuestions": .flag(!questions.isEmpty), "hasTasks": .flag(!tasks.isEmpty),
      "hasFigures": .flag(!figures.isEmpty), "hasMetrics": .flag(!metrics.isEmpty),
      "metrics": .texts(metrics),
      "stands": .list(
        stands.map { ["verdict": .text($0.verdict), "what": .text($0.title), "id": .text($0.id)] }),
      "known": .list(
        known.map { ["fact": .text($0.fact), "value": .text($0.value), "place": .text($0.place)] }),
      "questions": .list(questions.enumerated().map { $1.fields("q-\(number)-\($0 + 1)") }),
      "tasks": .list(
        tasks.map {
          [
            "task": .text($0.title), "owner": .text($0.owner), "start": .text($0.start),
            "finish": .text($0.finish),
          ]
        }),
      "figures": .list(
        figures.map {
          [
            "figure": .text($0.title), "target": .text($0.target), "basis": .text($0.basis),
            "now": .text($0.now),
          ]
        }), "guides": .list(guides.map { ["market": .text($0.market), "lines": .texts($0.lines)] }),
      "sheets": .list(
        sheets.map { sheet in
          let row: Fields = ["cells": .list(sheet.columns.map { ["column": .text($0)] })]
          return [
            "caption": .text(sheet.title), "columns": .texts(sheet.columns),
            "rows": .list(Array(repeating: row, count: sheet.rows)),
          ]
        }),
    ]
  }
}

extension Worksheet.Question {
  fileprivate func fields(_ id: String) -> Fields {
    [
      "field": .text(id), "key": .text(key), "ask": .text(ask), "help": .text(help),
      "hint": .text(answers.isEmpty ? nil : answers), "text": .flag(isText), "list": .flag(isList),
      "chosen": .flag(!choices.isEmpty), "choices": .texts(choices),
    ]
  }
}

private let worksheetTemplate = Template(
  #"""
  <section id="summary" class="sheet" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{title}}</h1>
  <p class="lead">{{lead}}</p>
  <p>{{summary}}</p>
  <p>{{how}}</p>
  {{#supposed}}<p class="muted">{{.}}</p>
  {{/supposed}}
  </section>
  <section id="agenda" aria-labelledby="agenda-h">
  <h2 id="agenda-h">Agenda ({{duration}})</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Agenda">
  <table>
  <thead><tr><th scope="col">Time</th><th scope="col">Part</th><th scope="col">Known at the end</th></tr></thead>
  <tbody>
  {{#agenda}}<tr><td class="date">{{time}}</td><th scope="row"><a href="#{{anchor}}">{{name}}</a></th><td>{{aim}}</td></tr>
  {{/agenda}}
  </tbody></table></div>
  <h3>Invite</h3>
  <ul>{{#invited}}<li>{{.}}</li>{{/invited}}</ul>
  <h3>Bring</h3>
  <ul>{{#brought}}<li>{{#spans}}{{#typed}}<code>{{text}}</code>{{/typed}}{{^typed}}{{text}}{{/typed}}{{/spans}}</li>{{/brought}}</ul>
  </section>
  {{#parts}}
  <section id="{{anchor}}" aria-labelledby="{{anchor}}-h">
  <h2 id="{{anchor}}-h">{{name}} <span class="muted">{{time}}</span></h2>
  <p class="lead">{{aim}}</p>
  {{#hasStands}}
  <div class="scroll" role="group" tabindex="0" aria-label="Where the plan stands">
  <table><caption>Where the plan stands</caption>
  <thead><tr><th scope="col">Verdict</th><th scope="col">What</th><th scope="col">Finding</th></tr></thead>
  <tbody>{{#stands}}<tr><td>{{verdict}}</td><th scope="row">{{what}}</th><td><code>{{id}}</code></td></tr>
  {{/stands}}</tbody></table></div>
  {{/hasStands}}
  <h3>How</h3>
  <ol>{{#steps}}<li>{{#spans}}{{#typed}}<code>{{text}}</code>{{/typed}}{{^typed}}{{text}}{{/typed}}{{/spans}}</li>{{/steps}}</ol>
  {{#guides}}
  <h3>Guide: {{market}}</h3>
  <ul>{{#lines}}<li>{{.}}</li>{{/lines}}</ul>
  {{/guides}}
  {{#hasMetrics}}
  <h3>Compared with home</h3>
  <ul>{{#metrics}}<li>{{.}}</li>{{/metrics}}</ul>
  {{/hasMetrics}}
  {{#hasKnown}}
  <div class="scroll" role="group" tabindex="0" aria-label="Known">
  <table><caption>Known</caption>
  <thead><tr><th scope="col">Fact</th><th scope="col">Value</th><th scope="col">Where</th></tr></thead>
  <tbody>{{#known}}<tr><th scope="row"><code>{{fact}}</code></th><td>{{value}}</td><td class="muted">{{place}}</td></tr>
  {{/known}}</tbody></table></div>
  {{/hasKnown}}
  {{#hasQuestions}}
  <h3>To answer</h3>
  {{#questions}}
  <p><label for="{{field}}">{{ask}}</label>{{#help}} <span class="muted">{{.}}</span>{{/help}}<br>
  {{#chosen}}<select id="{{field}}" data-fact="{{key}}"><option value="">not known</option>{{#choices}}<option>{{.}}</option>{{/choices}}</select>{{/chosen}}
  {{^chosen}}<input id="{{field}}" data-fact="{{key}}"{{#text}} data-text="yes"{{/text}}{{#list}} data-list="yes"{{/list}}{{#hint}} placeholder="{{.}}"{{/hint}} size="40" autocomplete="off">{{/chosen}}
  <span class="muted"><code>{{key}}</code></span></p>
  {{/questions}}
  {{/hasQuestions}}
  {{#sheets}}
  <div class="scroll" role="group" tabindex="0" aria-label="{{caption}}">
  <table><caption>Sheet: {{caption}}</caption>
  <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
  <tbody>{{#rows}}<tr>{{#cells}}<td>&#160;</td>{{/cells}}</tr>
  {{/rows}}</tbody></table></div>
  {{/sheets}}
  {{#hasTasks}}
  <div class="scroll" role="group" tabindex="0" aria-label="What comes next">
  <table><caption>What comes next</caption>
  <thead><tr><th scope="col">Task</th><th scope="col">Who</th><th scope="col">Start</th><th scope="col">Finish</th></tr></thead>
  <tbody>{{#tasks}}<tr><th scope="row">{{task}}</th><td>{{owner}}</td><td class="date">{{start}}</td><td class="date">{{finish}}</td></tr>
  {{/tasks}}</tbody></table></div>
  {{/hasTasks}}
  {{#hasFigures}}
  <div class="scroll" role="group" tabindex="0" aria-label="How success shows">
  <table><caption>How success shows</caption>
  <thead><tr><th scope="col">Figure</th><th scope="col">Target</th><th scope="col">Basis</th><th scope="col">Now</th></tr></thead>
  <tbody>{{#figures}}<tr><th scope="row">{{figure}}</th><td>{{target}}</td><td>{{basis}}</td><td>{{now}}</td></tr>
  {{/figures}}</tbody></table></div>
  {{/hasFigures}}
  <h3>Decide</h3>
  <ul>{{#decisions}}<li>{{#spans}}{{#typed}}<code>{{text}}</code>{{/typed}}{{^typed}}{{text}}{{/typed}}{{/spans}}</li>{{/decisions}}</ul>
  </section>
  {{/parts}}
  <section id="sign-off" aria-labelledby="sign-off-h">
  <h2 id="sign-off-h">Sign-off</h2>
  {{#asks}}
  <p><label for="answers">Answers so far</label></p>
  <p><textarea id="answers" rows="12" cols="80" readonly></textarea></p>
  <p><a id="save" download="answers.yaml" hidden>Save answers.yaml</a> for <code>pratique answer</code>.</p>
  {{/asks}}
  <table>
  <thead><tr><th scope="col">Part</th><th scope="col">Owner</th><th scope="col">Date</th><th scope="col">Learned</th></tr></thead>
  <tbody>{{#agenda}}<tr><th scope="row">{{name}}</th><td>&#160;</td><td>&#160;</td><td>&#160;</td></tr>
  {{/agenda}}</tbody></table>
  </section>
  """#)
