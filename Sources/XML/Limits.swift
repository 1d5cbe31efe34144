/// How large a document may be; `docs/security.md` lists them with their codes.
package struct Limits: Sendable {
  package var bytes = 16 << 20
  package var depth = 64
  package var nodes = 200_000
  /// Attributes and namespace declarations of one element.
  package var attributes = 64
  package var attributeLength = 64 << 10
  /// Bytes of one run of text, and of all text directly inside one element.
  package var textLength = 1 << 20
  /// Mistakes reported before reading stops.
  package var mistakes = 50

  package static let standard = Limits()
  package init() {}
}
