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
      "jurisdictions/at/national/pack.xml", "2d15d4f40e5a95e5b296d7684e035c0f45b139cf3c7538035f53e23370d8b5c7"
    ),
    (
      "jurisdictions/be/national/pack.xml", "fe87b3afe8f7bea842835a23b79c67b622090adbae4a9e338282c3a57139367b"
    ),
    (
      "jurisdictions/ch/data-protection/pack.xml",
      "73d35a5c96e42dded1d0a16779f503661d2ea549ad162f9906afade205daf90b"
    ),
    (
      "jurisdictions/cn/data-localization/pack.xml",
      "9ee164bc99937491a37f3d3b05690c70beb09a8af1fef8c6c304a0dac9bccdc6"
    ),
    (
      "jurisdictions/cn/data-localization/tables/export-route.dmn",
      "4497f3da305e412b7ad4dcbde5dc0f5b4480c18c05a267e4505bf267e5d0ea8e"
    ),
    (
      "jurisdictions/de/national/pack.xml", "8933b0de064dd8e41860728e3d109536b651f13905fca82433cc92ca1c759f3c"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "bcd88100e8bd113a1a0fd26ec6b2b712cda851fb541d2432a085e9de845c8539"
    ),
    (
      "jurisdictions/es/national/pack.xml", "d574927a0633bfcf5b912a9ecb4badf6a1ffa211e9c4f8a0ce2149dd23998c6f"
    ),
    (
      "jurisdictions/eu/accessibility/pack.xml",
      "8bb8cd18c7975ab341d34fb3f40d7b8582839bbda9a48b04bf28bd01401de076"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "c734cbeba646d5679e8c7b88309cac52c0a2406713a8d11e6bb261dc8c7ce19b"),
    (
      "jurisdictions/eu/cyber-resilience/pack.xml",
      "a5da6a2b9b22b26775a00486e9853e9afb6f5b5e81ef8f75dbc8407fb3608274"
    ),
    (
      "jurisdictions/eu/data-act/pack.xml", "0f5df6fa281d09dfbc2d96ef2bbc2eeb4ca7dc6a97dc871094a02bc878942270"
    ),
    (
      "jurisdictions/eu/data-governance/pack.xml",
      "7a05bc12ad2c6180cd538c7b11e5014b189a812554a8f4ce29215eb0fe7f1599"
    ),
    (
      "jurisdictions/eu/digital-services/pack.xml",
      "9a93f613239bd868b135e9833ab7bfa007ce597f4d986d957335bfde18e635ec"
    ),
    ("jurisdictions/eu/dora/pack.xml", "217b8172006fd91af4a62e44c357857903ada2d7b701b7a9c2c91bb445d4f840"),
    (
      "jurisdictions/eu/eprivacy/pack.xml", "8d39130e6a06e0e384e8995a96c7be2f3e051d4eafceb338f658124991ed9a50"
    ),
    ("jurisdictions/eu/gdpr/pack.xml", "26ebb6b5f16021b879a43424c22dfea2449022ef9e56315f2246740f8ea867e0"),
    (
      "jurisdictions/eu/health-data-space/pack.xml",
      "ace75f08cdfb9eaacbf393c50000601ea30e357cb6a6ae722595f6449d2b2aa1"
    ),
    ("jurisdictions/eu/nis2/pack.xml", "021c617312c8aa454cd7d435ef9d1c3923b770f06285bb983c36769b0ba21f5d"),
    (
      "jurisdictions/eu/product-liability/pack.xml",
      "7169f5421564de616e36de1775a0f5166b216a83c7e528c3cdee99d7807cc7f6"
    ),
    (
      "jurisdictions/eu/whistleblowing/pack.xml",
      "b2ab3adfd59c84dc138cab826a4d4f5ffd1a8e245906af08fec835a524080209"
    ),
    ("jurisdictions/fr/lil/pack.xml", "e01878c6f448e5e7052cf877c7e8c62181839173925c68b2e98d794de32f0ea1"),
    (
      "jurisdictions/fr/national/pack.xml", "85b86dad1c5669f1e76801fbe8ea0c5702256e701390e716e49765e73998d0c8"
    ),
    (
      "jurisdictions/gb/data-protection/pack.xml",
      "4b481a9c5d4bb4b3c7652396dc25bb4a996bd90df6e49372dcd86375112a7635"
    ),
    (
      "jurisdictions/gb/online-safety/pack.xml",
      "42faab361ffa802d1050ad7b40446de3f82446290cfbe43ba5626e9639916135"
    ),
    (
      "jurisdictions/gr/national/pack.xml", "7799a58d6a2da43199906c5687c502360eb24d9784a80bd63dc54aabbc6831a2"
    ),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "818c551f57cefb763fae2d3d9fbbf35009bf757d26f6b49af0b4ea8e3859b74b"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "32ee68b140370011dc2fd8e4f71b0a1e3c32758994bfbee5bc5d24ec849d16e5"
    ),
    (
      "jurisdictions/it/national/pack.xml", "16c368e7f95eaac1bade964b481a5477301ff88485622492eab24f9801892650"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "52fd5c7e923d5363ddeb6c221897e3735ceeb79855fd640f2acb92950af9759f"
    ),
    (
      "jurisdictions/lu/national/pack.xml", "1ed17f58eccb24d838a1971e44bca7ff7b6df095d96ab12e655cd54ec7a39cf0"
    ),
    (
      "jurisdictions/nl/national/pack.xml", "2f1a8c0a1c707b4a24cae43b06eb83ff2fc4812610dbe0a874e38929e90324b6"
    ),
    (
      "jurisdictions/pt/national/pack.xml", "9cc40fc3005af6e88ad47fc9fef9091eca43be75d80fe3887ad53c315ea946aa"
    ),
    (
      "jurisdictions/ru/data-localization/pack.xml",
      "0e07683ce3d4fa0dd6de5b4e716f49296b3422fe47b5cef9b9e6a729251dfcab"
    ),
    (
      "jurisdictions/sa/data-localization/pack.xml",
      "32c1bf8e24f1ce977cede0201e89e18b0a3bfdacf0cfdc7e949cf38b6ee8ece6"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "b7796cf88f583f692698a25b7b17af40e4923392f6a3b46a476e61e2c16fb2d1"
    ),
    ("rules/calendar/holidays.csv", "598754e85893ab00e6a5027b2cfdf0173a77d612ac6bd0c97ae7b6af50011c8a"),
    (
      "rules/calendar/working-weekends.csv",
      "c31d4e79c2b4f616b180f93438cc0404007401f9fb7a5e88ae5b1881153306ad"
    ),
    ("rules/calendar/workweek.csv", "2d9bb68cc5b921e2717e217e529cdd716d896f215a42a73ab4cf888ee07a3416"),
    (
      "rules/controls/artificial-intelligence.xml",
      "9816f6d17e06254342b94a3c292c7ff5bd091ae82340f035b5f4e167102fb582"
    ),
    ("rules/controls/consumer.xml", "6e88c7aaa25990dd8d2d7c6308d55548f47b35b6f1b7fd465c7297154d2efd5e"),
    ("rules/controls/governance.xml", "c8a48e5edd1b64c36cf58a4f16804119d8fb4bbb5642a75359db0777d352086e"),
    ("rules/controls/incidents.xml", "20265badf5071e4f4aa03794d2bd39a19baf9d6c692fc358b59b5433640ba3b0"),
    ("rules/controls/localization.xml", "62e1b4980c41899af4bf7cbcc0c8972d3bcea820ab0b7dc2094d821123f6bfc8"),
    ("rules/controls/market-entry.xml", "a1872fde1ea1deb2a7bb1751d7d9af46183f2524e394f6d9dc7a09a560a048cf"),
    ("rules/controls/operations.xml", "3da95ba9660ec35944b8390e1edb92d84d1fd875e27471c954723d03314924b5"),
    ("rules/controls/privacy.xml", "f1acda80cb107734a9d11570096a4198bc49e162837053f3a1f0510f1c3b130d"),
    ("rules/controls/registrations.xml", "8d4baf0663dd7251d785f8792380206615f627ab9f7e5325ac31365461e2bb02"),
    ("rules/controls/security.xml", "185640268ab0dc0254b2ddacbe922e31b546e901c955db3b693207df421a0414"),
    ("rules/controls/suppliers.xml", "d065fceb129a74ee359f1c2c9e2f6de655d29a5b519355b29150ff2efdd83bf1"),
    ("rules/controls/transfers.xml", "acf4843bbd160cfa221adfe41f70c599485bdc3dba1d00ae729640f5c465915a"),
    ("rules/controls/workforce.xml", "7caa3e6ab50b65aed79800369229407dfc56c28db32c3bfea426db7ea10f6cc1"),
    ("rules/geography.xml", "7c18556fed7bd053225b1d91fed594b26f185e8e8cccf2df9d8a884dddf99ba6"),
    ("rules/vocabulary.xml", "4c9de6013c349a451600a8c8ae24b5d950e442366efd88f32730f1281f22ec65"),
  ]
}
