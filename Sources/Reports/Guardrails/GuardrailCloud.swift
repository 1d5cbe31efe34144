import Engine

/// A cloud that can be told in which regions data may lie: how it names regions, and how it is told. A new cloud is a value
/// of this type in a file of its own, and its name in `all`.
package struct GuardrailCloud: Sendable {
  package struct File: Sendable {
    package var name: String
    package var text: String
  }
  /// As given to `--cloud`; also the prefix of its regions in the geography.
  package var prefix: String
  package var title: String
  /// The driver of its disks in Kubernetes.
  var disks: String
  /// How its files are put to work, a step each.
  var steps: [String]
  /// Its policies; what cannot be written is a complaint.
  var write: @Sendable (GuardrailSet) -> (files: [File], complaints: [String])
  /// By what a line of a policy can be told in the overview: file and place in it.
  var place: @Sendable (ResidencyZone) -> (file: String, place: String)

  package static let all: [GuardrailCloud] = [.aws, .azure, .gcp]
}

extension GuardrailSet {
  /// Everything that goes into the folder, and what could not be written.
  package func files() -> (files: [GuardrailCloud.File], complaints: [String]) {
    let made = cloud.write(self)
    var files = enforced.isEmpty ? [] : made.files
    if !enforced.isEmpty { files.append(.init(name: "kubernetes.yaml", text: kubernetes)) }
    files.append(.init(name: "README.md", text: overview(files.map(\.name))))
    return (files, refusals + made.complaints)
  }
}
