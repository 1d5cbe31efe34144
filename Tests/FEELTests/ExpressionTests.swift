import Diagnostics
import FEEL
import Testing

struct ExpressionTests {
  @Test(arguments: try Case.all(in: "packs"))
  func `packs`(_ each: Case) throws { check(each, isStrict: true) }

  @Test(arguments: try Case.all(in: "standard"))
  func `the standard`(_ each: Case) throws { check(each, isStrict: false) }

  private func check(_ each: Case, isStrict: Bool) {
    let source = Source(name: each.file, text: each.expression)
    do throws(Mistakes) {
      let checked = try CheckedExpression(source, in: World.environment(isStrict: isStrict), expecting: nil)
      var world = World()
      let outcome = checked.outcome(World.frame, &world)
      let errors = Set(outcome.errors.map(\.code.rawValue)).sorted()
      let text = ([World.text(outcome.value)] + errors).joined(separator: " ! ")
      #expect(.value(text) == each.expectation, "\(each.title)\n\(each.expression)")
    } catch {
      let first = error.all[0]
      guard case .refusal(let code, let offset, let suggestion) = each.expectation else {
        Issue.record("\(each.title)\n\(first.text)")
        return
      }
      let place = source.position(of: offset)
      #expect(first.code.rawValue == code, "\(first.text)")
      #expect(Position(line: first.location.line, column: first.location.column) == place, "\(first.text)")
      #expect(first.suggestion == suggestion, "\(first.text)")
    }
  }
}
