/// What a file of a bundle is, by where it lies.
package enum BundlePart: String, Sendable, CaseIterable {
  case guide, plan, waiver, profile, base, pack, result, evidence

  package static let guidePath = "README.md"

  /// nil: nothing of a bundle lies there.
  package init?(path: String) {
    if path == Self.guidePath {
      self = .guide
      return
    }
    guard let part = Self.allCases.first(where: { $0.folder.map(path.hasPrefix) ?? false }) else {
      return nil
    }
    self = part
  }

  /// With its slash; nil for the guide.
  package var folder: String? {
    switch self {
    case .guide: nil
    case .plan: "plan/"
    case .waiver: "waivers/"
    case .profile: "profiles/"
    case .base: "packs/rules/"
    case .pack: "packs/jurisdictions/"
    case .result: "results/"
    case .evidence: "evidence/"
    }
  }

  /// In the manifest.
  package var title: String {
    switch self {
    case .guide: "how to check this bundle alone"
    case .plan: "the plan that was judged"
    case .waiver: "gaps that were accepted"
    case .profile: "a profile that tailors the packs"
    case .base: "what all packs rest on"
    case .pack: "a pack: the law as rules"
    case .result: "what was found"
    case .evidence: "evidence that the plan names"
    }
  }
}
