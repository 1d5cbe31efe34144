import Evidence
import FEEL
import Signing
import Testing
import Zip

/// A small bundle in memory, and keys to sign it with.
enum Sample {
  static let content: [String: String] = [
    "plan/plan.yaml": "pratique: 1\nname: Shop\n",
    "packs/rules/vocabulary.xml": "<vocabulary/>",
    "packs/jurisdictions/aa/one/pack.xml": "<pack id=\"aa.one\"/>",
    "packs/jurisdictions/aa/two/pack.xml": "<pack id=\"aa.two\"/>",
    "results/result.json": "{}\n",
    "evidence/audit report.txt": "All is well.",
  ]

  static let paths = content.keys.sorted() + ["README.md", "manifest.json", "SHA256SUMS", "bundle.dsse.json"]

  static var entries: [ZipFile.Entry] {
    content.map { ZipFile.Entry(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("a date") }
    return day
  }

  static func head(signedOn: String? = "2026-11-22", name: String? = "Shop") -> BundleHead {
    BundleHead(
      engine: "0.1.0", planPath: "plan/plan.yaml", planName: name, asOf: day("2026-11-21"),
      signedOn: signedOn.map(day), only: "aa", profiles: ["strict"])
  }

  static func bundle(
    _ key: PrivateKey? = key, signedOn: String? = "2026-11-22", name: String? = "Shop"
  ) throws -> Bundle {
    try Bundle(head(signedOn: key == nil ? nil : signedOn, name: name), content: entries, key: key)
  }

  static func trust(
    _ key: PublicKey = key.publicKey, bundles: [String] = ["*"], packs: [String] = [], from: String? = nil,
    until: String? = nil, revoked: String? = nil
  ) -> Trust {
    Trust(
      file: "trust.yaml",
      keys: [
        Trust.Key(
          name: "Auditor", key: key, packs: packs.map(Glob.init), bundles: bundles.map(Glob.init),
          from: from.map(day), until: until.map(day), revoked: revoked)
      ])
  }

  /// What is told; empty if all is right.
  static func faults(_ files: [ZipFile.Entry], _ trust: Trust? = trust()) -> [String] {
    BundleCheck(files, trust: trust).faults.map { "\($0.code.rawValue): \($0.message)" }
  }

  /// RFC 8032, section 7.1, TEST 1 and TEST 2.
  static let key = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  static let stranger = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")

  private static func key(_ seed: String) -> PrivateKey {
    let digits = Array(seed)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    guard let key = PrivateKey(seed: bytes) else { preconditionFailure("a seed has 32 bytes") }
    return key
  }
}

extension [ZipFile.Entry] {
  subscript(path: String) -> [UInt8]? {
    get { first { $0.path == path }?.bytes }
    set {
      removeAll { $0.path == path }
      if let newValue { append(ZipFile.Entry(path: path, bytes: newValue)) }
    }
  }
}
