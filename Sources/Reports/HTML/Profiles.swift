import Engine
import Rules

extension Page {
  /// The profiles, what they decided and what they leave out; nothing without a profile.
  var profiles: String {
    guard let tailoring = report.assessment.tailoring else { return "" }
    return profilesTemplate([
      "profiles": .list(
        tailoring.profiles.map {
          [
            "id": .text($0.id), "title": .text(oneLine($0.title)), "summary": .text(oneLine($0.summary)),
            "file": .text(oneLine($0.file)), "hash": .text($0.sha256),
          ]
        }), "limits": .texts(report.appetiteTexts),
      "sections": .list(
        sections(of: tailoring).dropLast().filter { !$0.entries.isEmpty }.map {
          ["title": .text($0.title), "entries": .texts($0.entries)]
        }), "leftOutText": .text(report.tailoredOutText), "hasLeftOut": .flag(!tailoring.leftOut.isEmpty),
      "leftOut": .list(
        tailoring.leftOut.map {
          [
            "id": .text("\($0.pack)/\($0.provision)"), "title": .text(oneLine($0.title)),
            "isLaw": .text($0.isLaw ? "yes" : "no"),
            "way": .text($0.way == .dropped ? "dropped" : "not selected"), "profile": .text($0.by.profile),
            "reason": .text(oneLine($0.by.reason)), "outcome": .text(report.outcome(of: $0)),
          ]
        }),
    ])
  }
}

private let profilesTemplate = Template(
  #"""
  <section id="profiles" aria-labelledby="profiles-h">
  <h2 id="profiles-h">Profiles</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Profiles">
  <table>
  <caption>Profiles that tailored the packs; a later one counts before an earlier one</caption>
  <thead><tr><th scope="col">Profile</th><th scope="col">Title</th><th scope="col">Summary</th>
  <th scope="col">File</th><th scope="col">SHA-256</th></tr></thead>
  <tbody>
  {{#profiles}}<tr><th scope="row">{{id}}</th><td>{{title}}</td><td>{{summary}}</td><td>{{file}}</td>
  <td class="hash"><code>{{hash}}</code></td></tr>
  {{/profiles}}</tbody>
  </table>
  </div>
  {{#limits}}<p><strong>Appetite:</strong> {{.}}</p>
  {{/limits}}
  {{#sections}}<h3>{{title}}</h3>
  <ul>
  {{#entries}}<li>{{.}}</li>
  {{/entries}}</ul>
  {{/sections}}
  {{#hasLeftOut}}
  <h3>Tailored out</h3>
  <p>{{leftOutText}}.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Tailored out">
  <table>
  <caption>Provisions that the profiles leave out</caption>
  <thead><tr><th scope="col">Provision</th><th scope="col">Title</th><th scope="col">Law</th>
  <th scope="col">Way</th><th scope="col">Profile</th><th scope="col">Reason</th>
  <th scope="col">Would be</th></tr></thead>
  <tbody>
  {{#leftOut}}<tr><th scope="row">{{id}}</th><td>{{title}}</td><td>{{isLaw}}</td><td>{{way}}</td>
  <td>{{profile}}</td><td>{{reason}}</td><td>{{outcome}}</td></tr>
  {{/leftOut}}</tbody>
  </table>
  </div>
  {{/hasLeftOut}}
  </section>

  """#)
