/// A function as a value: `function(x) …` with the values that were in scope where it was written.
package struct Function: Sendable, Hashable {
  let parameters: [String]
  let body: Checked
  let frame: [Value]
}

extension Function {
  /// The arguments in the order of the parameters; nil if a name is not that of one, or stands twice.
  func ordered(_ arguments: [Value], by names: [String]) -> [Value]? {
    if names.isEmpty { return arguments }
    var result: [Value] = []
    for parameter in parameters {
      guard let place = names.firstIndex(of: parameter) else { return nil }
      result.append(arguments[place])
    }
    return result
  }
}
