/// The files of the library that this version was released with, as `make record` found them sound: they follow their
/// schema and every condition in them has its names and types right. The list is part of the binary, so that no file that
/// comes with a pack can speak for it; what is not listed, or differs by a byte, is checked again.
enum CheckedFiles {
  static func contains(_ path: String, _ sha256: String) -> Bool {
    digests.contains { $0.path == path && $0.sha256 == sha256 }
  }

  static var count: Int { digests.count }

  // Written by scripts/record.
  private static let digests: [(path: String, sha256: String)] = [
    (
      "jurisdictions/cn/data-localization/pack.xml",
      "b6eec697a016d6cd82a3f475b7d656264227bcfa66cdae348193b1ecbf530afa"
    ),
    (
      "jurisdictions/cn/data-localization/tables/export-route.dmn",
      "4497f3da305e412b7ad4dcbde5dc0f5b4480c18c05a267e4505bf267e5d0ea8e"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "c061d0a7dd166a4f398334fdecf087301cf8761b21cbaec4ae6497dfac4240fa"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "7e646903a46af7b76daacae2464b625e2f4eba56f5f036b3579489eaad424437"),
    ("jurisdictions/eu/gdpr/pack.xml", "84eea18478a3a12bfb86ca8f178bf3aad4ffcae1e4ce63bd0d3fa51f44051d16"),
    ("jurisdictions/fr/lil/pack.xml", "8ca4f221f4d3d0dc2bfec4e43ec0b23fe39c676719a3f7aaca97caedfd0d72bf"),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "f0e2b04fc6f0aac2b9b0f058d2d5eb039d6ff11ec531488aecf3da8e3334bd12"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "3aa186611cdef666c7812ae51daa35a7875ed4cabb5e04c8a78a54ca388cafbb"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "3ab2d13631a41f66d17b4a5733fed3c897477334876164a7a7b75ba1460c544b"
    ),
    (
      "jurisdictions/ru/data-localization/pack.xml",
      "3bb4b8c6f5bef41c0fa28187d6f859553220de1b68153e30468e493b8cbfe326"
    ),
    (
      "jurisdictions/sa/data-localization/pack.xml",
      "bcc00400bdbb4f2c64d621b0ae99e3bf14babc683c25d14550e0340cda866035"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "f862fc7e99f870d81e52d971b3fc0dae2710336bdde26179782f4419b392e094"
    ),
    (
      "rules/controls/artificial-intelligence.xml",
      "fd8adcedbc283b32eaa33dcbf5ce90c63011dc3dda534d7fb55ac807702f87db"
    ),
    ("rules/controls/consumer.xml", "4dfbfab70461c1f6bd415aba95bc6291f49b625c2a265b3f92bf3029833cc1c3"),
    ("rules/controls/governance.xml", "8fcd0cad2beb708b523efcc414699214f8dc38a5b8ba4d1809ea6f9c6e846524"),
    ("rules/controls/incidents.xml", "a8036d3edd6e22889195636bc005a2631b57831d84e7028d72c1281fa31c3c68"),
    ("rules/controls/localization.xml", "be4ef672264bbb88fb623ab30aeb48e9e615b182aaac8b064079f7bb44d569dd"),
    ("rules/controls/market-entry.xml", "3409bd283c011dadd5839d003c9a82ed314551215936eda63dfab4150fd47ea9"),
    ("rules/controls/operations.xml", "3945b7cf7f85d9d77aedcd5e1320175a109156f896cdae5a0272582892aab8c0"),
    ("rules/controls/privacy.xml", "5f3c631d9e85627ba7cb621b47b57911a9f6fe0b2e46bb99ea0df365e1e1d597"),
    ("rules/controls/registrations.xml", "4324faa7fbab8e77e89b0d9154ac42d62873558d58989a39a543781a1ccadc6d"),
    ("rules/controls/security.xml", "115d13d51fc3079fae4b8ce506e3a4ea6e6833f847e5f524708247f296e4e267"),
    ("rules/controls/suppliers.xml", "a01569aa9a9663d7a457ffc0a35510cc60674c02d59b870578fbc393227b8254"),
    ("rules/controls/transfers.xml", "3c0643d82bc2b62fd87dddc6eefabaed3b728f6a20d331f65d9b8eeca5905a53"),
    ("rules/controls/workforce.xml", "0e4192da005bd50d5ff1fca0e56d797df428b495a727291df039db272beaf52f"),
    ("rules/geography.xml", "d803251399ce3a9d52632f95bc4dbbddeb5cf5a396c8ca55392c4e05ea9833dc"),
    ("rules/vocabulary.xml", "209253275cb205625455b9d1170a610e4d3c60e5f100cb1c36420f021acb4a8a"),
  ]
}
