/// A function as a value: what `function(x) …` makes.
package struct Function: Sendable, Hashable {}
