/// A function as a value: `function(x) …` with the values that were in scope where it was written.
package struct Function: Sendable, Hashable {
  let parameters: [String]
  let body: Checked
  let frame: [Value]
}
