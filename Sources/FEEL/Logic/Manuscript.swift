package import Diagnostics

/// The FEEL texts of a set of models, joined: one tree can be made of many of them, and every extent still leads
/// back to its file and line.
package struct Manuscript: Sendable {
  private var bytes: [UInt8] = []
  private var parts: [Part] = []
  /// Of the last text: the cells of a table have the same names.
  private var scope = (names: [String](), made: Names())

  private struct Part: Sendable {
    let start: Int
    let file: String
    let firstLine: Int
    /// For a place without a text.
    var column: Int?
  }

  package init() {}

  /// The tree of a text. A mistake becomes a part of the tree.
  package mutating func expression(_ source: Source, names: [String]) -> Expression {
    let extent = add(source)
    var parser = Parser(bytes, from: extent.lowerBound, names: made(names), isStrict: false)
    do throws(Mistake) {
      return try parser.complete()
    } catch {
      return Expression(.failed(error), at: extent)
    }
  }

  /// The tests of a cell.
  package mutating func tests(_ source: Source, names: [String]) -> UnaryTests {
    let extent = add(source)
    var parser = Parser(bytes, from: extent.lowerBound, names: made(names), isStrict: false)
    do throws(Mistake) {
      return try parser.unaryTests()
    } catch {
      return .some([.value(Expression(.failed(error), at: extent))])
    }
  }

  private mutating func made(_ names: [String]) -> Names {
    if scope.names != names { scope = (names, Names(names)) }
    return scope.made
  }

  /// Null with a reason, for what is in the model but cannot be carried out.
  package mutating func refusal(_ code: Diagnostic.Code, at location: Location, _ message: String)
    -> Expression
  {
    let extent = place(location)
    return Expression(.failed(Mistake(code, at: extent, message)), at: extent)
  }

  /// An extent that leads to a place without a text.
  package mutating func place(_ location: Location) -> Extent {
    let extent = add(Source(name: location.file, bytes: [], firstLine: location.line))
    parts[parts.count - 1].column = location.column
    return extent
  }

  private mutating func add(_ source: Source) -> Extent {
    let start = bytes.count
    parts.append(Part(start: start, file: source.name, firstLine: source.firstLine))
    bytes += source.bytes
    let end = bytes.count
    // So that a text of no length has a place too.
    bytes.append(0x0A)
    return start..<end
  }

  package func location(of extent: Extent) -> Location {
    diagnostic(Mistake(.limit, at: extent, "")).location
  }

  /// The text of an extent, on one line.
  func text(of extent: Extent) -> String {
    let text = String(decoding: bytes[extent.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func diagnostic(_ mistake: Mistake) -> Diagnostic {
    guard !parts.isEmpty else { return mistake.diagnostic(in: Source(name: "", bytes: [])) }
    let offset = min(mistake.extent.lowerBound, bytes.count)
    let index = max(0, (parts.partitioningIndex { $0.start > offset }) - 1)
    let part = parts[index]
    if let column = part.column {
      return Diagnostic(
        mistake.code, at: Location(file: part.file, line: part.firstLine, column: column), mistake.message,
        suggestion: mistake.suggestion)
    }
    let end = index + 1 < parts.count ? parts[index + 1].start : bytes.count
    let source = Source(
      name: part.file, bytes: Array(bytes[part.start..<max(part.start, end - 1)]), firstLine: part.firstLine)
    let upper = max(offset, min(mistake.extent.upperBound, end - 1))
    return Diagnostic(
      mistake.code, in: source, offset - part.start..<upper - part.start, mistake.message,
      suggestion: mistake.suggestion)
  }
}

extension Array {
  /// The first index whose element, like all after it, satisfies the condition.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
