import Diagnostics
import FEEL
import Facts
import XML

extension PackReader {
  /// A remedy of a rule that is judged per this kind.
  mutating func remedy(_ element: Element, per: String) -> Remedy {
    let edits = element.children.filter { ["set", "add", "remove"].contains($0.name) }
    if edits.count > 50 {
      report(
        .limit, edits[50].line,
        "a remedy has at most 50 of <set>, <add> and <remove>, this one \(edits.count)")
    }
    if !edits.isEmpty, element["change"] == nil, element.first("control") == nil {
      report(
        .missing, element.line,
        "the remedy `\(element["title"] ?? "")` sets facts but says nothing of what is done",
        suggestion: "say in `change` what is changed, or name the control that brings it about")
    }
    return Remedy(
      title: element["title"] ?? "", controls: element.all("control").compactMap { control($0) },
      change: element["change"], days: element["days"].flatMap { Int($0) },
      effort: element["effort"].flatMap { Double($0) }, cost: element["cost"].flatMap { Double($0) },
      edits: edits.prefix(50).compactMap { edit($0, per: per) },
      when: element["when"].map { Source(name: file, text: $0, firstLine: element.line) },
      surrenders: ["true", "1"].contains(element["surrenders"]), line: element.line)
  }

  private mutating func edit(_ element: Element, per: String) -> Remedy.Edit? {
    guard let operation = Remedy.Edit.Operation(rawValue: element.name), let fact = element["fact"],
      let kind = vocabulary.kind(named: per), let text = element[operation == .set ? "to" : "value"]
    else { return nil }
    do throws(FactProblem) {
      let path = try FactPath(fact, per: kind, in: vocabulary)
      if operation == .set, let named = parameters.first(where: { $0.name == text }) {
        return edit(fact, path.type, to: named, element)
      }
      return value(text, of: path.type, element, operation).map { Remedy.Edit(operation, fact, $0) }
    } catch {
      var (message, suggestion) = (error.message, error.suggestion)
      if let name = fact.split(separator: ".").last.map(String.init), concluded.contains(name) {
        message += "; `\(name)` is a conclusion of this pack"
        suggestion = "set the facts that it is drawn from"
      }
      report(.remedy, element.line, message, suggestion: suggestion)
      return nil
    }
  }

  /// The fact takes the value of a parameter: that of its last entry, or the one that a profile sets.
  private mutating func edit(
    _ fact: String, _ type: Vocabulary.FactType, to parameter: Parameter, _ element: Element
  ) -> Remedy.Edit? {
    guard !parameter.isTable, parameter.type == vocabulary.type(of: type), let last = parameter.entries.last
    else {
      report(
        .remedy, element.line, "\(fact): the parameter `\(parameter.name)` has values of another type",
        suggestion: "name one of the type of the fact, or write the value")
      return nil
    }
    return Remedy.Edit(.set, fact, last.value, parameter: parameter.name)
  }

  private mutating func value(
    _ text: String, of type: Vocabulary.FactType, _ element: Element, _ operation: Remedy.Edit.Operation
  ) -> Value? {
    do throws(FactProblem) {
      let literal = FactLiteral(in: vocabulary)
      if let row = type.rowKind {
        throw FactProblem(
          message: "a whole `\(vocabulary.kinds[row].name)` cannot be set",
          suggestion: "go on to one of its facts with a dot")
      }
      guard operation != .set else { return try literal.value(text, of: type) }
      guard case .list(let member) = type else {
        throw FactProblem(
          message: "`\(element["fact"] ?? "")` is no list",
          suggestion: "use <set fact=\"…\" to=\"…\"/>")
      }
      // A single value stands for a list of one.
      let isList = text.drop { $0.isWhitespace }.hasPrefix("[")
      if isList { return try literal.value(text, of: type) }
      return .list(List([try literal.value(text, of: member)]))
    } catch {
      report(
        .remedy, element.line, "\(element["fact"] ?? ""): \(error.message)", suggestion: error.suggestion)
      return nil
    }
  }

  /// The clocks of a provision with these citations.
  mutating func clocks(of provision: Element, _ citations: [Citation]) -> [Clock] {
    let elements = provision.all("clock")
    if elements.count > 20 {
      report(.limit, elements[20].line, "a provision has at most 20 clocks, this one \(elements.count)")
    }
    return elements.prefix(20).compactMap { element in
      guard let unit = element["unit"].flatMap(Clock.Unit.init) else { return nil }
      guard let within = element["within"].flatMap({ Int($0) }), (1...100_000).contains(within) else {
        report(.value, element.line, "`within` is a whole number from 1 to 100000")
        return nil
      }
      let own = self.citations(of: element)
      return Clock(
        event: element["event"] ?? "", within: within, unit: unit, to: element["to"],
        citations: own.isEmpty ? citations : own)
    }
  }
}

extension Diagnostic.Code {
  static let remedy = Self(rawValue: "pack.remedy")
}

extension Vocabulary.FactType {
  /// The kind of the row that it is; nil for values and lists.
  fileprivate var rowKind: Int? {
    if case .list = self { nil } else { entityKind }
  }
}
