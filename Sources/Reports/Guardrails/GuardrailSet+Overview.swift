import Diagnostics
import Engine
import FEEL
import Rules

extension GuardrailSet {
  /// The page beside the policies: which provision asks for which line, what is not enforced, and how they are put to work.
  func overview(_ files: [String]) -> String {
    var lines = [
      "# Residency guardrails for \(cloud.title): \(escaped(about))", "",
      "Law as of \(asOf), plan \(code(planFile)). \(Self.caution)", "",
      "## Which provision asks for which line",
    ]
    let rows = enforced.flatMap { zone in
      zone.sources.map { source in
        let place = cloud.place(zone)
        return [
          code(place.file), escaped(place.place), zone.tags.map(code).joined(separator: ", "),
          zone.regions.map(code).joined(separator: ", "), code(source.provision),
          escaped(source.finding.citationText), escaped(source.placesText(zone.uses)), code(source.place),
        ]
      }
    }
    lines +=
      rows.isEmpty
      ? ["", "No policy was written."]
      : table(["File", "Line", "Tags", "Regions", "Provision", "Citation", "It asks for", "Plan"], rows)
    lines += table(
      ["Tag", "Data", "Activity", "Countries"],
      enforced.map { zone in
        [
          zone.tags.map(code).joined(separator: ", "),
          escaped(zone.activity.categories?.map(\.title).joined(separator: ", ") ?? "not stated"),
          escaped(zone.activity.subject.title), countriesText(zone.countries),
        ]
      })
    lines += section("Refused: nothing was written", refusals)
    lines += section("Must exist", each(\.needs) { "\($0.text), by \($0.source.text)" })
    lines += section("To move", each { misplaced(in: $0) })
    lines += section("Not enforced", each(\.open) { "\($0.text), by \($0.source.text)" } + elsewhere)
    if !enforced.isEmpty {
      lines += ["", "## How to apply", ""] + cloud.steps.enumerated().map { "\($0 + 1). \($1)" }
      lines.append(
        "\(cloud.steps.count + 1). In Kubernetes: `kubectl apply -f kubernetes.yaml`, and label the pods."
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a region cannot see to.
  private var elsewhere: [String] {
    each { activity in
      activity.limits.filter { !$0.use.isInCloud }.map { limit in
        "\(limit.use.title) in \(countriesText(limit.countries)) alone: see to it by identity and network, by "
          + limit.sources.map(\.text).joined(separator: "; ")
      }
    }
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["", "## \(title)", ""] + items.map { "- \(escaped($0))" }
  }

  private func each<Part>(_ parts: KeyPath<Guardrails.Activity, [Part]>, _ text: (Part) -> String) -> [String]
  {
    each { $0[keyPath: parts].map(text) }
  }

  private func each(_ texts: (Guardrails.Activity) -> [String]) -> [String] {
    (guardrails.activities + (guardrails.organization.map { [$0] } ?? [])).flatMap { activity in
      texts(activity).map { "\(activity.subject.title): \($0)" }
    }
  }
}
