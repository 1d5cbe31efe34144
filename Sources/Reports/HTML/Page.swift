import Engine

/// The whole report as one page without external requests.
package func html(_ report: Report) -> String { "" }
