package import Diagnostics
package import XML

extension Catalogue {
  /// Reads `<controls>` of several files as one catalogue.
  package init(reading files: [(Element, String)]) throws(Mistakes) {
    var reader = CatalogueReader()
    for (element, file) in files {
      for control in element.all("control") { reader.add(control, file) }
    }
    reader.checkPrerequisites()
    reader.checkWindows()
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
    self.init(controls: reader.controls)
  }
}

struct CatalogueReader {
  private(set) var controls: [Catalogue.Control] = []
  var mistakes: [Diagnostic] = []
  private(set) var indexes: [String: Int] = [:]
  /// Windows with the place of their control: whether they can be kept shows when all controls are read.
  var windowPlaces: [(control: Int, after: String, location: Location)] = []

  mutating func add(_ element: Element, _ file: String) {
    let location = element.location(in: file)
    let id = element["id"] ?? ""
    if id.isEmpty { mistakes.append(Diagnostic(.missing, at: location, "<control> needs an `id`")) }
    if let first = indexes[id] {
      let other = controls[first].location
      mistakes.append(
        Diagnostic(
          .duplicate, at: location,
          "there are two controls `\(id)`; the first is in \(other.file), line \(other.line)"))
    } else {
      indexes[id] = controls.count
    }
    controls.append(
      Catalogue.Control(
        id: id, title: element["title"] ?? id, description: element.first("description")?.words ?? "",
        done: element.first("done")?.words, owner: element["owner"] ?? "", stream: element["stream"] ?? "",
        external: element["external"],
        requires: element.list("requires"),
        effort: estimate(element, "effort", file), lead: estimate(element, "lead", file),
        waits: waits(element, file), windows: windows(element, file),
        cost: estimate(element, "cost", file), currency: element.first("cost")?["currency"] ?? "EUR",
        evidence: element.first("evidence")?.words ?? "",
        freshDays: element.first("evidence")?["fresh"].flatMap { Int($0) },
        basis: element.first("basis")?.words ?? "",
        confidence: element.first("basis")?["confidence"] ?? "low",
        location: location))
  }

  private mutating func estimate(_ control: Element, _ name: String, _ file: String) -> Catalogue.ThreePoint {
    guard let element = control.first(name) else { return Catalogue.ThreePoint(min: 0, likely: 0, max: 0) }
    return estimate(element, file)
  }

  mutating func estimate(_ element: Element, _ file: String) -> Catalogue.ThreePoint {
    let numbers = ["min", "likely", "max"].map { element[$0].flatMap { Double($0) } }
    guard let min = numbers[0], let likely = numbers[1], let max = numbers[2], 0 <= min, min <= likely,
      likely <= max
    else {
      let message = "<\(element.name)> needs the numbers `min`, `likely` and `max`, in this order of size"
      mistakes.append(Diagnostic(.estimate, at: element.location(in: file), message))
      return Catalogue.ThreePoint(min: 0, likely: 0, max: 0)
    }
    return Catalogue.ThreePoint(min: min, likely: likely, max: max)
  }

  /// Every prerequisite exists, and none leads back to its own control.
  mutating func checkPrerequisites() {
    for control in controls {
      for id in control.requires where indexes[id] == nil {
        mistakes.append(
          Diagnostic(
            .prerequisite, at: control.location,
            "`\(control.id)` requires `\(id)`, which is not in the catalogue",
            suggestion: didYouMean(id, among: indexes.keys.sorted())))
      }
    }
    var state = [Progress](repeating: .new, count: controls.count)
    for index in controls.indices { visit(index, &state, []) }
  }

  private enum Progress { case new, open, done }

  private mutating func visit(_ index: Int, _ state: inout [Progress], _ path: [String]) {
    let id = controls[index].id
    switch state[index] {
    case .done: return
    case .open:
      let chain = (path.drop { $0 != id } + [id]).joined(separator: " → ")
      mistakes.append(
        Diagnostic(.circular, at: controls[index].location, "the control requires itself: \(chain)"))
    case .new:
      state[index] = .open
      for required in controls[index].requires.compactMap({ indexes[$0] }) {
        visit(required, &state, path + [id])
      }
      state[index] = .done
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let missing = Self(rawValue: "controls.missing")
  fileprivate static let duplicate = Self(rawValue: "controls.duplicate")
  fileprivate static let estimate = Self(rawValue: "controls.estimate")
  fileprivate static let prerequisite = Self(rawValue: "controls.unknown-prerequisite")
  fileprivate static let circular = Self(rawValue: "controls.circular")
}
