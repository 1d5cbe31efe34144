package import Diagnostics
import Engine
package import Facts

/// The outlines of the world on a grid of whole numbers, north at 0 (`rules/world.csv`, docs/map.md).
package struct Atlas: Sendable {
  struct Point: Sendable, Hashable {
    var x: Int
    var y: Int
  }

  struct Place: Sendable {
    /// ISO 3166-1 alpha-2; empty: land without a code of its own.
    var code: String
    var name: String
    /// Where a sign for it stands; nil where there is no code.
    var mark: Point?
    /// Closed lines; none: too small to be drawn at this scale.
    var rings: [[Point]]
  }

  /// Of the grid; that of `scripts/world.py`.
  static let width = 4000
  static let height = 1749
  let places: [Place]

  func place(_ code: String) -> Place? { places.first { $0.code == code && !code.isEmpty } }
}

extension Atlas {
  private static let mostPoints = 60_000

  /// Reads the table. A place is in the geography or has no code; every point lies on the grid.
  package init(_ source: Source, geography: Geography) throws(Mistakes) {
    let table = try Table(source, columns: ["place", "x", "y", "outline"])
    let names = Dictionary(geography.countries.map { ($0.code, $0.name) }, uniquingKeysWith: { a, _ in a })
    var mistakes: [Diagnostic] = []
    var places: [Place] = []
    var known: Set<String> = []
    var room = Atlas.mostPoints
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      func report(_ message: String, _ suggestion: String? = nil) {
        mistakes.append(Diagnostic(.map, at: row.location, message, suggestion: suggestion))
      }
      let code = text("place")
      if !known.insert(code).inserted { report("`\(code)` has two rows") }
      if !code.isEmpty, names[code] == nil {
        report("`\(code)` is no country", didYouMean(code, among: geography.countries.map(\.code)))
      }
      var mark: Point?
      if !code.isEmpty {
        mark = Point(x: Int(text("x")) ?? -1, y: Int(text("y")) ?? -1)
        if mark?.isOnGrid != true { report("a country is marked at a point of the grid, x and y") }
      }
      guard let rings = Atlas.rings(text("outline"), atMost: room) else {
        report("an outline is lines like `M10 20l3-4-5 6z` that stay on the grid")
        continue
      }
      room -= rings.map(\.count).reduce(0, +)
      places.append(Place(code: code, name: names[code] ?? code, mark: mark, rings: rings))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.places = places
  }

  /// `M10 20l3-4-5 6zM…`: the first point, then steps; nil if it is not so.
  private static func rings(_ text: String, atMost most: Int) -> [[Point]]? {
    var left = most
    var rings: [[Point]] = []
    guard !text.isEmpty else { return [] }
    guard text.hasPrefix("M"), text.hasSuffix("z") else { return nil }
    for part in text.dropLast().split(separator: "z", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "l", omittingEmptySubsequences: false)
      guard part.hasPrefix("M"), halves.count == 2, let first = numbers(halves[0].dropFirst()),
        first.count == 2, let steps = numbers(halves[1]), steps.count.isMultiple(of: 2)
      else { return nil }
      var point = Point(x: first[0], y: first[1])
      var ring = [point]
      for index in stride(from: 0, to: steps.count, by: 2) {
        point.x += steps[index]
        point.y += steps[index + 1]
        guard point.isOnGrid else { return nil }
        ring.append(point)
      }
      left -= ring.count
      guard left >= 0, ring.count > 2, ring[0].isOnGrid else { return nil }
      rings.append(ring)
    }
    return rings
  }

  /// `3-4-5 6`: numbers of at most four digits, a space before each but the first and those below 0.
  private static func numbers(_ text: Substring) -> [Int]? {
    var numbers: [Int] = []
    var value = 0
    var digits = 0
    var isNegative = false
    func end() { numbers.append(isNegative ? -value : value) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        guard digits <= 4 else { return nil }
      case UInt8(ascii: " "), UInt8(ascii: "-"):
        if digits > 0 {
          end()
        } else if !numbers.isEmpty || isNegative {
          return nil
        }
        (value, digits, isNegative) = (0, 0, byte == UInt8(ascii: "-"))
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    end()
    return numbers
  }
}

extension Atlas.Point {
  fileprivate var isOnGrid: Bool { (0...Atlas.width).contains(x) && (0...Atlas.height).contains(y) }
}

extension Diagnostic.Code { fileprivate static let map = Self(rawValue: "map.outline") }
