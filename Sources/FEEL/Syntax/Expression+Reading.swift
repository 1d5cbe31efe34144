package import Diagnostics

extension Expression {
  /// The tree of an expression of a pack, as written; nil if it does not read (which loading reports).
  package init?(ofPack source: Source) {
    do throws(Mistake) {
      var parser = Parser(source, names: Names(), isStrict: true)
      self = try parser.complete()
    } catch {
      return nil
    }
  }

  /// The operands of a row of the same connective: a, b, c of `a and b and c`.
  package func row(of sign: Operator) -> [Expression] {
    var operands: [Expression] = []
    var current = self
    while case .binary(sign, let left, let right) = current.form {
      operands.append(right)
      current = left
    }
    return [current] + operands.reversed()
  }

  /// The parts of an expression, one level down.
  package var inner: [Expression] { form.children }
}
