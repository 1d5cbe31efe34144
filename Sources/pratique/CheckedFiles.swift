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
      "f0d969f632a8017f0ba11ea43dae6f0e1900c7160848fd3e4d1481e0e0d7031d"
    ),
    (
      "jurisdictions/cn/data-localization/tables/export-route.dmn",
      "4497f3da305e412b7ad4dcbde5dc0f5b4480c18c05a267e4505bf267e5d0ea8e"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "bcd88100e8bd113a1a0fd26ec6b2b712cda851fb541d2432a085e9de845c8539"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "3dc1e438afaed2b887ad96ed4f5bc13263096df458490f8be2185fb6881ea767"),
    ("jurisdictions/eu/gdpr/pack.xml", "8aa714c8ea8a66d5dedd5cda498a6b23635d7309420317a5e2901425f511eadd"),
    ("jurisdictions/fr/lil/pack.xml", "e01878c6f448e5e7052cf877c7e8c62181839173925c68b2e98d794de32f0ea1"),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "818c551f57cefb763fae2d3d9fbbf35009bf757d26f6b49af0b4ea8e3859b74b"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "4f887d8a4c85747c9aea2cd697a193a8789470eaa04ad312487eaa3be56b5747"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "52fd5c7e923d5363ddeb6c221897e3735ceeb79855fd640f2acb92950af9759f"
    ),
    (
      "jurisdictions/ru/data-localization/pack.xml",
      "0e07683ce3d4fa0dd6de5b4e716f49296b3422fe47b5cef9b9e6a729251dfcab"
    ),
    (
      "jurisdictions/sa/data-localization/pack.xml",
      "62d698b997265671c4d40cf1c8c47f42fbd10d245f802fcd085045663c4f4f62"
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
    ("rules/controls/registrations.xml", "3f6c3c52064384f5b5582bfca1332ac89425654d7d6d6c0934857f89592c2824"),
    ("rules/controls/security.xml", "185640268ab0dc0254b2ddacbe922e31b546e901c955db3b693207df421a0414"),
    ("rules/controls/suppliers.xml", "d065fceb129a74ee359f1c2c9e2f6de655d29a5b519355b29150ff2efdd83bf1"),
    ("rules/controls/transfers.xml", "acf4843bbd160cfa221adfe41f70c599485bdc3dba1d00ae729640f5c465915a"),
    ("rules/controls/workforce.xml", "145a37ef81e136a4de567b034929c7e2e041bc80f0dd9da481a3999e478f68b0"),
    ("rules/geography.xml", "7c18556fed7bd053225b1d91fed594b26f185e8e8cccf2df9d8a884dddf99ba6"),
    ("rules/vocabulary.xml", "968b305eae599e2b3a9a6f6d63b039f6b55b7910769aa1acfa6fe44c485ef93b"),
  ]
}
