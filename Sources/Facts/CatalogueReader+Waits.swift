import Diagnostics
import XML

extension CatalogueReader {
  /// Everything in which somebody else has it; together it takes no longer than `lead`.
  mutating func waits(_ control: Element, _ file: String) -> [Catalogue.Wait] {
    let elements = limited(control.all("wait"), file)
    let waits = elements.compactMap { element -> Catalogue.Wait? in
      let days = estimate(element, file)
      guard let party = element["for"].flatMap(Catalogue.Wait.Party.init),
        let place = element["in"].flatMap(Catalogue.Wait.Place.init),
        let unit = element["unit"].flatMap(Catalogue.Unit.init)
      else { return nil }
      return Catalogue.Wait(
        party: party, place: place, unit: unit, days: days, title: element["title"] ?? "",
        cite: element["cite"], href: element["href"])
    }
    if let first = elements.first, let lead = control.first("lead") {
      for name in ["min", "likely", "max"] {
        guard let limit = lead[name].flatMap({ Double($0) }) else { continue }
        let sum = zip(elements, waits).reduce(0) { sum, wait in
          sum + (wait.0[name].flatMap { Double($0) } ?? 0) * (wait.1.unit == .working ? 1.4 : 1)
        }
        guard sum > limit + 1e-9 else { continue }
        let message =
          "the waits take \(Self.text(sum)) calendar days at `\(name)`, but `lead`, of which they are a part, has \(Self.text(limit))"
        mistakes.append(
          Diagnostic(
            .wait, at: first.location(in: file), message,
            suggestion: "raise `\(name)` of <lead>, which counts from start to usable, or shorten a wait"))
      }
    }
    return waits
  }

  mutating func windows(_ control: Element, _ file: String) -> [Catalogue.Window] {
    limited(control.all("window"), file).compactMap { element in
      guard let after = element["after"], let unit = element["unit"].flatMap(Catalogue.Unit.init) else {
        return nil
      }
      guard let within = element["within"].flatMap({ Int($0) }), (1...3_650).contains(within) else {
        mistakes.append(
          Diagnostic(
            .window, at: element.location(in: file), "`within` is a number of days from 1 to 3650"))
        return nil
      }
      windowPlaces.append((controls.count, after, element.location(in: file)))
      return Catalogue.Window(after: after, within: within, unit: unit, cite: element["cite"] ?? "")
    }
  }

  /// The days of a window count from a control that comes before its own.
  mutating func checkWindows() {
    for (place, after, location) in windowPlaces {
      guard indexes[after] != nil else {
        mistakes.append(
          Diagnostic(
            .window, at: location, "the window counts from `\(after)`, which is not in the catalogue",
            suggestion: didYouMean(after, among: indexes.keys.sorted())))
        continue
      }
      if !comesBefore(after, place) {
        mistakes.append(
          Diagnostic(
            .window, at: location,
            "the window of `\(controls[place].id)` counts from `\(after)`, which does not come before it",
            suggestion: "add `\(after)` to `requires`"))
      }
    }
  }

  private func comesBefore(_ id: String, _ place: Int) -> Bool {
    var open = controls[place].requires
    var seen: Set<String> = []
    while let next = open.popLast() {
      if next == id { return true }
      guard seen.insert(next).inserted, let index = indexes[next] else { continue }
      open += controls[index].requires
    }
    return false
  }

  private mutating func limited(_ elements: [Element], _ file: String) -> [Element] {
    guard elements.count > 20 else { return elements }
    let message = "a control has at most 20 <\(elements[20].name)>, this one \(elements.count)"
    mistakes.append(Diagnostic(.limit, at: elements[20].location(in: file), message))
    return Array(elements.prefix(20))
  }

  /// Without the decimal places that say nothing.
  private static func text(_ number: Double) -> String {
    let tenths = (number * 10).rounded()
    guard tenths.magnitude < 1e15 else { return "\(number)" }
    let (whole, rest) = Int(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
  }
}

extension Diagnostic.Code {
  fileprivate static let wait = Self(rawValue: "controls.wait")
  fileprivate static let window = Self(rawValue: "controls.window")
  fileprivate static let limit = Self(rawValue: "controls.limit")
}
