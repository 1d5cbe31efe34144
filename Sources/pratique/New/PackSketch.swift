import FEEL

/// A small pack that is complete in form: what its author replaces is there once.
struct PackSketch {
  var id: String
  var title: String
  var jurisdiction: String
  /// A country of it: itself, or a member of the group.
  var country: String
  var law: String
  var link: String
  var topic: String
  var day: CalendarDate

  /// Paths in the folder with their texts. `schema`: where the pack's schema is, seen from the pack.
  func files(schema: String, folder: String) -> [(name: String, text: String)] {
    [
      ("pack.xml", pack(schema)), ("tables/duty.dmn", table), ("cases/register.yaml", cases),
      ("README.md", readme(folder)),
    ]
  }

  /// Short name of the law, one per law.
  private var short: String { id.split(separator: ".").joined(separator: "-").uppercased() }
  private func covers(_ variable: String) -> String {
    country != jurisdiction
      ? "memberOf(\(variable), \"\(jurisdiction)\")" : "\(variable) = \"\(jurisdiction)\""
  }
  private var elsewhere: String { jurisdiction == "US" ? "BR" : "US" }

  private func pack(_ schema: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-model href="\(schema)" type="application/xml" schematypens="http://www.w3.org/2001/XMLSchema"?>
    <pack xmlns="urn:pratique:pack:1" id="\(id)" edition="\(day)" jurisdiction="\(jurisdiction)" topic="\(topic)" title="\(escaped(title))">
      <summary>What the law is about, in one sentence.</summary>
      <source id="law" law="\(short)" title="\(escaped(law))"\(link.isEmpty ? "" : " href=\"\(escaped(link))\"") textRead="no"/>
      <review on="\(day)" confidence="low">Nothing has been read yet: set textRead and the confidence when it has.</review>
      <boundary>Say here what the pack leaves out.</boundary>

      <!-- Numbers of the law are dated: a change of the law is one new entry. -->
      <parameter name="registrationPersons" type="number" unit="persons" title="People from whom on an activity is registered">
        <entry value="1000" cite="law 2"/>
      </parameter>

      <!-- Conclusions that several provisions use; the second is drawn by a decision table. -->
      <define per="activity" name="covered" cite="law 1" title="the law applies to the activity">some c in activity.offeredIn satisfies \(covers("c"))</define>
      <decide per="activity" name="duty" cite="law 2" table="tables/duty.dmn" decision="Duty" title="what has to be done">
        <input name="special data">hasKind(activity.data, "special")</input>
        <input name="many people">activity.subjects.count >= registrationPersons</input>
      </decide>
      <scope per="activity" cite="law 1">activity.covered</scope>

      <sanction id="fine" cite="law 9" rule="none-set"/>

      <obligation id="register" per="activity" cite="law 2" actor="operator" title="Register the activity">
        <summary>Whoever handles special data, or data of many people, registers the activity.</summary>
        <applies>activity.duty = "register"</applies>
        <except cite="law 3" title="occasional">activity.occasional</except>
        <requires><control ref="record-of-processing"/></requires>
        <sanction ref="fine"/>
        <harm category="compliance" likelihood="possible" impact="moderate"/>
      </obligation>
    </pack>

    """
  }

  private var table: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="duty-model" name="Duty" namespace="urn:pratique:\(id):duty">
      <itemDefinition name="tDuty">
        <typeRef>string</typeRef>
        <allowedValues><text>"register","none"</text></allowedValues>
      </itemDefinition>
      <inputData id="special" name="special data">
        <variable name="special data" typeRef="boolean"/>
      </inputData>
      <inputData id="many" name="many people">
        <variable name="many people" typeRef="boolean"/>
      </inputData>
      <decision id="duty" name="Duty">
        <question>What has to be done?</question>
        <variable name="Duty" typeRef="tDuty"/>
        <informationRequirement id="needs-special"><requiredInput href="#special"/></informationRequirement>
        <informationRequirement id="needs-many"><requiredInput href="#many"/></informationRequirement>
        <decisionTable id="duty-table" hitPolicy="FIRST" outputLabel="Duty">
          <input id="column-special" label="Special data">
            <inputExpression typeRef="boolean"><text>special data</text></inputExpression>
          </input>
          <input id="column-many" label="Many people">
            <inputExpression typeRef="boolean"><text>many people</text></inputExpression>
          </input>
          <output id="column-duty" typeRef="tDuty"/>
          <annotation name="Citation"/>
          <rule id="row-special">
            <inputEntry id="special-1"><text>true</text></inputEntry>
            <inputEntry id="many-1"><text>-</text></inputEntry>
            <outputEntry id="duty-1"><text>"register"</text></outputEntry>
            <annotationEntry><text>Article 2(1)</text></annotationEntry>
          </rule>
          <rule id="row-many">
            <inputEntry id="special-2"><text>-</text></inputEntry>
            <inputEntry id="many-2"><text>true</text></inputEntry>
            <outputEntry id="duty-2"><text>"register"</text></outputEntry>
            <annotationEntry><text>Article 2(2)</text></annotationEntry>
          </rule>
          <rule id="row-none">
            <inputEntry id="special-3"><text>-</text></inputEntry>
            <inputEntry id="many-3"><text>-</text></inputEntry>
            <outputEntry id="duty-3"><text>"none"</text></outputEntry>
            <annotationEntry><text>Article 2</text></annotationEntry>
          </rule>
        </decisionTable>
      </decision>
    </definitions>

    """
  }

  private var cases: String {
    """
    # Written from the text of the law before its conditions.
    pack: \(id)
    asOf: \(day)
    base:
      activities:
        - { id: a, offeredIn: [\(country)], data: [identity], subjects: { count: 1000 }, occasional: false }
      complete: [activities]
      controls: [{ id: record-of-processing, status: absent }]
    cases:
      - name: many people, no register
        expect: { register: gap }
      - name: many people, registered
        plan: { controls: [{ id: record-of-processing, status: inPlace }] }
        expect: { register: satisfied }
      - name: one person too few
        plan: { activities: [{ id: a, subjects: { count: 999 } }] }
        expect: { register: notApplicable }
      - name: few people, but special data
        plan: { activities: [{ id: a, data: [health], subjects: { count: 5 } }] }
        expect: { register: gap }
      - name: occasional
        plan: { activities: [{ id: a, occasional: true }] }
        expect: { register: notApplicable }
      - name: offered here and elsewhere
        plan: { activities: [{ id: a, offeredIn: [\(country), \(elsewhere)] }] }
        expect: { register: gap }
      - name: offered elsewhere only
        plan: { activities: [{ id: a, offeredIn: [\(elsewhere)] }] }
        expect: { register: notApplicable }
      - name: nobody knows how many
        without: [activities.a.subjects.count]
        expect: { register: undetermined }

    """
  }

  private func readme(_ folder: String) -> String {
    """
    # \(title)

    A pack of rules for `pratique`: `pack.xml` (the rules), `tables/` (decision tables in DMN), `cases/` (plans with the verdicts expected).

    State: a sketch. Nothing in it has been held against the text of the law yet.

    ```sh
    pratique pack lint --packs \(folder)     # what is doubtful
    pratique pack test --packs \(folder)     # do the cases hold
    pratique pack prove --packs \(folder)    # would the cases find a mistake
    pratique pack fmt \(folder)              # canonical layout
    pratique assess plan.yaml --packs \(folder)
    ```

    """
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(scalar)
      }
    }.joined()
  }
}
