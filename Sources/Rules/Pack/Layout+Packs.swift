package import XML

extension Layout {
  /// Of packs and of the vocabulary: the elements whose text is FEEL.
  package static let packs = Layout(code: [
    "applies", "condition", "define", "derived", "except", "input", "permit", "scope",
  ])
}
