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
      "dc29fae7dd1049747cdce59619700e365da64ead64b2ffed4579756422692884"
    ),
    (
      "jurisdictions/ar/data-protection/pack.xml",
      "67e0cb74c60c7e3fa3c93410ed55ce9c36c1a2b16a0c0a303ccb00e07ab05345"
    ),
    (
      "jurisdictions/at/national/pack.xml", "2d15d4f40e5a95e5b296d7684e035c0f45b139cf3c7538035f53e23370d8b5c7"
    ),
    (
      "jurisdictions/au/data-protection/pack.xml",
      "9c0e083512eb734ba2466e0d33ac1bb9ea49597e2b0bacac11d77f5c705e038b"
    ),
    (
      "jurisdictions/be/national/pack.xml", "fe87b3afe8f7bea842835a23b79c67b622090adbae4a9e338282c3a57139367b"
    ),
    (
      "jurisdictions/br/data-protection/pack.xml",
      "65e277ae18b5b63b83a9d09d72dfff856bc90953f8d084a0687220a2625bbc13"
    ),
    ("jurisdictions/ca/pipeda/pack.xml", "bf53d6dc8a4e46525ce3eae9f96415c3751f40a4c8ac2a546a1d08b86bd30088"),
    ("jurisdictions/ca/qc/pack.xml", "7be967dae065685090a8786854bf440df614d9d4c62800db2c058c9a42ffef05"),
    (
      "jurisdictions/ch/data-protection/pack.xml",
      "73d35a5c96e42dded1d0a16779f503661d2ea549ad162f9906afade205daf90b"
    ),
    (
      "jurisdictions/cl/data-protection/pack.xml",
      "4caab22eb2ca7fea66ebc32846c3dbf73dd3661cb96304d64a7996f64a53c0f6"
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
      "02945354349c1ab8e81b4be7de82f3e933335f1724156c3ac9d07de9daaf6b2c"
    ),
    (
      "jurisdictions/de/national/pack.xml", "8933b0de064dd8e41860728e3d109536b651f13905fca82433cc92ca1c759f3c"
    ),
    (
      "jurisdictions/dk/national/pack.xml", "1b33b927f728d3b418f5bbbb0c337c15e59a3b111674c183f11ea8da2c742af9"
    ),
    (
      "jurisdictions/eg/data-protection/pack.xml",
      "6b543001d9726955eb503cd67b4e3142ba567f92bf6812e7b4e797c3ea23dd41"
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
    ("jurisdictions/eu/ai-act/pack.xml", "fcba03327838f16a25fff3defe829812a5f578dccfbfcaabebfe9ebda75e20bd"),
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
      "jurisdictions/frameworks/nist-ai-rmf/pack.xml",
      "2bc256c40c178ffe62229a9663a1fb657d8f899d3ec28cd4f6b4bdc6d08eba8a"
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
      "8872f07e541bcd7aed57ce3da50a4603977e3da2678c93a04960d9a27b9916cd"
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
      "835507abe984df97e1eb11df2b35e19906d407ce2c6530032f5bedefa8d24e06"
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
      "d6d9c7f53ec789de91d814d89bfc1a252b8ed0b13b9b1f574e0d5637301ce144"
    ),
    (
      "jurisdictions/ke/data-protection/pack.xml",
      "48fcba6de0e12382dfaf9806f489238077ee70af199ccc977a6406cc6f752056"
    ),
    ("jurisdictions/kr/ai/pack.xml", "7e23ee4dc89a8e60ba8eb223ce60b89e8d9d03c6a8db8fb328749988f89ff4d3"),
    (
      "jurisdictions/kr/data-protection/pack.xml",
      "b4af829a806e92182e104b9ed758bccf11e7a53ba7a3d336516ed2701fd2930e"
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
      "f4815ea91cb2f3facb94cef45f7daa49ec1788ad8f1d56b2835d7366740e8a2f"
    ),
    (
      "jurisdictions/ng/data-protection/pack.xml",
      "e4f382d8137db251526a7a2f5dc99ff50575dcdcad8114154eec9179fb2d4702"
    ),
    (
      "jurisdictions/nl/national/pack.xml", "2f1a8c0a1c707b4a24cae43b06eb83ff2fc4812610dbe0a874e38929e90324b6"
    ),
    (
      "jurisdictions/no/national/pack.xml", "b72bf1925887398bbfc1fc3aebf13d052129748fd93cbc38157977b6d80af08b"
    ),
    (
      "jurisdictions/nz/data-protection/pack.xml",
      "6ba4ca1f811282611618fd384766937eb7955bda0b5688d4db77aab84fc120f4"
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
      "1e0a00538842d1f8fd09bd3776d1c0328359771d35cc5f02da177903783dab27"
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
      "f4ba4b1b6702ade0eb1f875fb7800a262595a4e3b4da6ae2b89a194daf446055"
    ),
    (
      "jurisdictions/tr/data-protection/pack.xml",
      "bad2ca823900239c0c723facf7a17fc447b156c4da6cd2854ebfb0a5beb258a0"
    ),
    (
      "jurisdictions/tw/data-protection/pack.xml",
      "4f14f4fe7c8e54c62314ce06398f9aa2fa97c964b800c179d0ba0334032af7fd"
    ),
    (
      "jurisdictions/ug/data-protection/pack.xml",
      "fa7249c8ade62b7fa33470af81374ddbc5e2f04af69e7df5f1e820ee6eef8bf7"
    ),
    ("jurisdictions/us/ca/pack.xml", "224a921734609a5fb0d38d58208743667fdbb84e5c67d1e2cf5f886452b772d2"),
    ("jurisdictions/us/co/pack.xml", "279dc95c5790e32fc492a4bf9f5378aa3fd83c625af409250b9345e7d451388a"),
    ("jurisdictions/us/federal/pack.xml", "6851eb26ce57053a389a0a666c7d18b892f293fc5502bb237b8b5b29cdc9ecb8"),
    ("jurisdictions/us/states/pack.xml", "d8e16e5a1bc9d801f276dedcef158b675c5ff3222a28660fc66f802d13cdd4fa"),
    (
      "jurisdictions/uy/data-protection/pack.xml",
      "69586ec4071d86202d5b10333f4a8a1142ebb9bdf141f0b26bf3551f0868e6a3"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "b7796cf88f583f692698a25b7b17af40e4923392f6a3b46a476e61e2c16fb2d1"
    ),
    (
      "jurisdictions/za/data-protection/pack.xml",
      "ba2fc0c2a32b644184c557382455cb69c7a9de7affd9c1d4c577d72587504fa5"
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
    ("rules/vocabulary.xml", "66ab8470a7b21349c58d7a0004e443675415811dbd25e104c2886d4eb9111b63"),
  ]
}
