package import Diagnostics

extension Diagnostic.Code {
  /// Not a DMN model, or of a version that is not read.
  package static let notModel = Self(rawValue: "dmn.not-a-model")
  package static let unknownElement = Self(rawValue: "dmn.unknown-element")
  package static let unknownAttribute = Self(rawValue: "dmn.unknown-attribute")
  /// Something that must be there is not.
  package static let missing = Self(rawValue: "dmn.missing")
  /// A word that stands for none of the choices.
  package static let choice = Self(rawValue: "dmn.choice")
  /// A reference to an element that no model has.
  package static let reference = Self(rawValue: "dmn.reference")
  package static let unknownType = Self(rawValue: "dmn.unknown-type")
  /// An element that rests on itself.
  package static let cycle = Self(rawValue: "dmn.cycle")
  /// Two elements of one name or id.
  package static let duplicate = Self(rawValue: "dmn.duplicate")
  /// Right in DMN, but not carried out here: Java, PMML.
  package static let notSupported = Self(rawValue: "dmn.not-supported")
}
