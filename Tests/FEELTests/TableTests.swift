import Diagnostics
import FEEL
import Foundation
import Testing

struct TableTests {
  @Test func `every built-in function has a case`() throws {
    let cases = try (Case.all(in: "packs") + Case.all(in: "standard")).map(\.expression).joined(
      separator: "\n")
    for row in Builtin.table {
      #expect(cases.contains(row.name + "("), "\(row.name)")
    }
  }

  @Test func `optional parameters come last, and only the last one repeats`() {
    for row in Builtin.table {
      let optional = row.parameters.map(\.isOptional)
      #expect(optional == optional.sorted { !$0 && $1 }, "\(row.name)")
      #expect(row.parameters.dropLast().allSatisfy { !$0.isRepeated }, "\(row.name)")
    }
  }

  /// Cells of decision tables: `cell | input`, `=> answer`.
  @Test(arguments: try Case.all(in: "cells"))
  func `cells`(_ each: Case) throws {
    let parts = each.expression.components(separatedBy: " | ")
    let environment = World.environment(isStrict: false)
    var world = World()
    let input = try CheckedExpression(Source(name: "input", text: parts[1]), in: environment, expecting: nil)
    let value = input.evaluate(World.frame, &world)
    let tests = try CheckedTests(Source(name: "cell", text: parts[0]), of: .any, in: environment)
    let outcome = tests.outcome(value, World.frame, &world)
    #expect(.value(World.text(outcome.value)) == each.expectation, "\(each.expression)")
  }
}
