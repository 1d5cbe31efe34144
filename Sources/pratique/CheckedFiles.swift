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
      "jurisdictions/ae/data-protection/pack.xml",
      "2f4055dcc21276015e2623f4a8c66c767e05e64187f3ebd2df86d3a25951f43e"
    ),
    (
      "jurisdictions/ar/data-protection/pack.xml",
      "530008a24b08b93beb58b80f597557d5fce96beee20af95df46e365eeaf156d0"
    ),
    (
      "jurisdictions/at/national/pack.xml", "2d15d4f40e5a95e5b296d7684e035c0f45b139cf3c7538035f53e23370d8b5c7"
    ),
    (
      "jurisdictions/au/data-protection/pack.xml",
      "6bcc469ea2efb8d046e24ad803ef2fadd3795c2526b38edbe7e3a4de2b1acaea"
    ),
    (
      "jurisdictions/be/national/pack.xml", "fe87b3afe8f7bea842835a23b79c67b622090adbae4a9e338282c3a57139367b"
    ),
    (
      "jurisdictions/br/data-protection/pack.xml",
      "567e1de57f0be42d461e22f05776bde02315253ce9df86f59cdb05f0b10a6715"
    ),
    ("jurisdictions/ca/pipeda/pack.xml", "4f8ba8fcb772b07b15a4f34a2bdd960d939b8248d19c2f0d29262ac3378e8bc3"),
    ("jurisdictions/ca/qc/pack.xml", "352bbe265582da31c66816927bd85f09ee64453230c317e2912155368abae1f0"),
    (
      "jurisdictions/ch/data-protection/pack.xml",
      "73d35a5c96e42dded1d0a16779f503661d2ea549ad162f9906afade205daf90b"
    ),
    (
      "jurisdictions/cl/data-protection/pack.xml",
      "232efd52bcc1668321be1702186edb04b93e6adc3e900114421f56b128f32537"
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
      "jurisdictions/co/data-protection/pack.xml",
      "2206fed4520ed3f6e8d6c23c4114ba93efbe3d52cdd28334dcd7bcaa0ef62eb4"
    ),
    (
      "jurisdictions/de/national/pack.xml", "8933b0de064dd8e41860728e3d109536b651f13905fca82433cc92ca1c759f3c"
    ),
    (
      "jurisdictions/dk/national/pack.xml", "1b33b927f728d3b418f5bbbb0c337c15e59a3b111674c183f11ea8da2c742af9"
    ),
    (
      "jurisdictions/eg/data-protection/pack.xml",
      "1ba169c4e84dae5a61921b1706d9298c30d07da496257fb89aed5696a1202b91"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "bcd88100e8bd113a1a0fd26ec6b2b712cda851fb541d2432a085e9de845c8539"
    ),
    (
      "jurisdictions/es/national/pack.xml", "0d32ddf1f02e4e31d209de6a89a9e9b4ce6829b337fc222252fffa128e51af0a"
    ),
    (
      "jurisdictions/eu/accessibility/pack.xml",
      "ab44707321697f2596617680e6e62fd24eb35f741bc65bcf946bd688ed115c86"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "c734cbeba646d5679e8c7b88309cac52c0a2406713a8d11e6bb261dc8c7ce19b"),
    (
      "jurisdictions/eu/cyber-resilience/pack.xml",
      "a111a1ec303b9dfd52a337d16464ba3f2e583a4f4c0cb38c4ad9ec78080d2c0f"
    ),
    (
      "jurisdictions/eu/data-act/pack.xml", "da41c2af06ef23c4203503f0643819b54d54720ae03fe7e6f7325be3af739034"
    ),
    (
      "jurisdictions/eu/data-governance/pack.xml",
      "b3e87bbd47fef24132a9f36dabcb6ff53b54753011f289315939d0a8b7fcb385"
    ),
    (
      "jurisdictions/eu/digital-services/pack.xml",
      "586089356e1cddcf5ce0fbe068ab183cb3b94dfe4b0f74c83f94d08b40d06b9c"
    ),
    ("jurisdictions/eu/dora/pack.xml", "ce73b0b0e743b71952ee12225ca51c3ec79963b620202d0e4471598e32deaf40"),
    (
      "jurisdictions/eu/eprivacy/pack.xml", "2621bbdf8a8f3ee011710112fa0e7c4a01d4ae8cffcd0c2ada1af27b7cedd38e"
    ),
    ("jurisdictions/eu/gdpr/pack.xml", "95fe30670f8ccc1cbb07e8f9e9e3380e9290a780351c5ce030e8634afc11df04"),
    (
      "jurisdictions/eu/health-data-space/pack.xml",
      "2114f8a4e2a0b915a5579e68b7194ca238ec3be3d50cbc7ac85d9525f7b5bc58"
    ),
    ("jurisdictions/eu/nis2/pack.xml", "a169725313ba54d934d14980e370353e5344ae41eaed2cd493d75cc330ffd4c2"),
    (
      "jurisdictions/eu/product-liability/pack.xml",
      "4bc805e3a9c40c3d45fa56745887c70d252052f991065d7c1884ba270ab28a37"
    ),
    (
      "jurisdictions/eu/whistleblowing/pack.xml",
      "c2f4acbdfb8aa99c904eddf96ff4597f11aae16b944b10d0b7d37d1ce835efb7"
    ),
    (
      "jurisdictions/fi/national/pack.xml", "3adb2f082d00e5edb330bea6281b636e9c13a32a27c86b7343aa9c7fc714d5be"
    ),
    ("jurisdictions/fr/lil/pack.xml", "e01878c6f448e5e7052cf877c7e8c62181839173925c68b2e98d794de32f0ea1"),
    (
      "jurisdictions/fr/national/pack.xml", "d5af40d13bba083632d391debc11f1d2a188c764800dfb2ed5b196bcb7a8fa3f"
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
      "jurisdictions/gr/national/pack.xml", "8461b7e0794abd6320e1878d37b09d3e9b833cac0eeaf90061bffb8573b2b692"
    ),
    (
      "jurisdictions/hk/data-protection/pack.xml",
      "bf4d5dcf7912fd0e9e0ab50f57f0b9e66c138d41f251a38703a12a6413a618e8"
    ),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "818c551f57cefb763fae2d3d9fbbf35009bf757d26f6b49af0b4ea8e3859b74b"
    ),
    (
      "jurisdictions/ie/national/pack.xml", "d64e4e977458745dc40a9d9f032b20a0e790423d56a43fea2034ee2e1f50abf0"
    ),
    (
      "jurisdictions/il/data-protection/pack.xml",
      "8db73649cc46f80489cc8624575b9a9c4cca2f6a3ea74c040d485e61be574e80"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "32ee68b140370011dc2fd8e4f71b0a1e3c32758994bfbee5bc5d24ec849d16e5"
    ),
    (
      "jurisdictions/is/national/pack.xml", "a6d0a0f32b7bb9d0f55cf3f769449dc08d4d595e51479e5e60b6d7f206123e57"
    ),
    (
      "jurisdictions/it/national/pack.xml", "99c5cb2359e1c3fd00fa308512df95d722a1ba527190b8eee6b6da23e1770400"
    ),
    (
      "jurisdictions/jp/data-protection/pack.xml",
      "8ce2b00c48098be6f610010999800d31acda5bc2f9412302ca299d671e0af02a"
    ),
    (
      "jurisdictions/ke/data-protection/pack.xml",
      "f81e0a680243a89c97a5f2b851808610ae13e5040929cfd3dfcf96843eabcae6"
    ),
    ("jurisdictions/kr/ai/pack.xml", "06bcee9376c672441f73bb84bd8f1f9d19b9655880ab6be3651a3f1e4c25a05f"),
    (
      "jurisdictions/kr/data-protection/pack.xml",
      "930fb96ee82f221e9be29241a27a11103aba55c4790dbb5105eb69ce463bcef8"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "52fd5c7e923d5363ddeb6c221897e3735ceeb79855fd640f2acb92950af9759f"
    ),
    (
      "jurisdictions/li/national/pack.xml", "97e403d6af28cad52dbd723324a958ee1f5711cc0b66e31d62c99cd793366d20"
    ),
    (
      "jurisdictions/lu/national/pack.xml", "f8bcf0f7e7e39f6d7c780bc37490f04915de6752f457d9fe2f0563286b063195"
    ),
    (
      "jurisdictions/mx/data-protection/pack.xml",
      "605c3b6b6d70914521e7c915e0a7dd41e80ade0b1fb48fb404c6d63df154d5ef"
    ),
    (
      "jurisdictions/ng/data-protection/pack.xml",
      "3646505e06d28258847c4c4b06b633f23aba4eb41c49ea232185c18bdadd38bf"
    ),
    (
      "jurisdictions/nl/national/pack.xml", "2f1a8c0a1c707b4a24cae43b06eb83ff2fc4812610dbe0a874e38929e90324b6"
    ),
    (
      "jurisdictions/no/national/pack.xml", "b72bf1925887398bbfc1fc3aebf13d052129748fd93cbc38157977b6d80af08b"
    ),
    (
      "jurisdictions/nz/data-protection/pack.xml",
      "47a10c46d0854546d96645ec1704818cc262144b9c98c604079f76963766d400"
    ),
    (
      "jurisdictions/pe/data-protection/pack.xml",
      "e5c8bbff74ae9c49a691cdc6bf8fddd082b0f1019de73195fd76fb50669f22f4"
    ),
    (
      "jurisdictions/pl/national/pack.xml", "2690ed172076ad111316ff507ecfe7018b7dbfa41b72f5e0615ca0a0172e8b4d"
    ),
    (
      "jurisdictions/pt/national/pack.xml", "b6bacb4e66383844bed57e0c600bd9020e75455d668192475560696f105a1302"
    ),
    (
      "jurisdictions/qa/data-protection/pack.xml",
      "100bc51d5a7c846bf04be08f671c1f813a8f27d84b9463275c07a44dcd2b42a4"
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
      "jurisdictions/se/national/pack.xml", "e94fdfe3c99ab67d69cf518f12813c88674f8a8f48a2c3cb893566666dfc0bd7"
    ),
    (
      "jurisdictions/sg/data-protection/pack.xml",
      "a1a6e1f13434461e981ea82b08e6a1e510bb90d6d6233cd1640d09e144c18c94"
    ),
    (
      "jurisdictions/tr/data-protection/pack.xml",
      "48c6700fff7f41f777f3ff9548dd33f890dc299b484e5f84f9e3e1f1c7b22d71"
    ),
    (
      "jurisdictions/tw/data-protection/pack.xml",
      "b501e1cfecbdc4e5cbe971f529dfe13fd079e2186793327a7550f47b3c123b39"
    ),
    (
      "jurisdictions/ug/data-protection/pack.xml",
      "f1c25c5b0a5a139baf35ff26232ae65b76dac4bce1bd9b9b0639b3524a866934"
    ),
    ("jurisdictions/us/ca/pack.xml", "b491caac00687adcb70e49a1a376abadc4257ffd9b15124597aeef3fc10baf63"),
    ("jurisdictions/us/co/pack.xml", "89b1f73014bfda1062faca2b42dde505bccf161877fc08a71711c5cfe2bccbc2"),
    ("jurisdictions/us/federal/pack.xml", "04f6c0240401a08838e02895ef949a6c9cf605df2c4d249130722a6094207b10"),
    ("jurisdictions/us/states/pack.xml", "171798554f6d32c20cf168a1307ece49b51dc3a6e5e57d158b88d4f6fcd11413"),
    (
      "jurisdictions/uy/data-protection/pack.xml",
      "39cd97959c77e54cbd72858f37b1a7dd2452df94016dea574cfee47318269b11"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "b7796cf88f583f692698a25b7b17af40e4923392f6a3b46a476e61e2c16fb2d1"
    ),
    (
      "jurisdictions/za/data-protection/pack.xml",
      "ebc544e095dd741ea595a82c0df12c23087dce4f96558c505885bb73356bac29"
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
    ("rules/vocabulary.xml", "b90e6da71c96e814bc4e0a71e23ad91925b1cd34f340e6e732bf1c5891addb67"),
  ]
}
