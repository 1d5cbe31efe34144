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
      "5eda98418ad48fba070e4ab75769aefaff522812f88cfa8e6f6d17b280f691b1"
    ),
    (
      "jurisdictions/ar/data-protection/pack.xml",
      "160f916d701f6f432388ab8e84a3d09169ca4b97e46425de170472e045486fc4"
    ),
    (
      "jurisdictions/at/national/pack.xml", "2d15d4f40e5a95e5b296d7684e035c0f45b139cf3c7538035f53e23370d8b5c7"
    ),
    (
      "jurisdictions/au/data-protection/pack.xml",
      "d26c1e21108f4755777e34011f5c4dee380e518e1c5261350cd3832a322eb573"
    ),
    (
      "jurisdictions/bd/data-protection/pack.xml",
      "dfd6e8eb9bc84698651818fab75311eceb72d6896b2daddd12d22a5910323b0d"
    ),
    (
      "jurisdictions/be/national/pack.xml", "fe87b3afe8f7bea842835a23b79c67b622090adbae4a9e338282c3a57139367b"
    ),
    (
      "jurisdictions/br/data-protection/pack.xml",
      "90edd1971b260fc7a536643b8e3943b46eae591bcb647472712784e38ab66d59"
    ),
    ("jurisdictions/ca/pipeda/pack.xml", "51b0f8803142a7dab53ceae2a5699603047068a50c1f0307dc6fe10e6fa989a3"),
    ("jurisdictions/ca/qc/pack.xml", "7be967dae065685090a8786854bf440df614d9d4c62800db2c058c9a42ffef05"),
    (
      "jurisdictions/ch/data-protection/pack.xml",
      "198dfe923a9eb54e6aaca17bba9f77be3ce90b166bc3e89f8326be77de6ee161"
    ),
    (
      "jurisdictions/cl/data-protection/pack.xml",
      "09c0023eead35a638d59d416725f0f537f09e77604b4065663f594bbafc1aa00"
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
      "c885468dd75ac7f8feff3d92adf09984462f3d02497df2a082e53fc42437bfe2"
    ),
    (
      "jurisdictions/de/national/pack.xml", "8933b0de064dd8e41860728e3d109536b651f13905fca82433cc92ca1c759f3c"
    ),
    (
      "jurisdictions/dk/national/pack.xml", "1b33b927f728d3b418f5bbbb0c337c15e59a3b111674c183f11ea8da2c742af9"
    ),
    (
      "jurisdictions/eg/data-protection/pack.xml",
      "3c0e7e360ca1e2b103a51d959e3f72e70237a9d57749ede32fb599a3b94ab866"
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
    ("jurisdictions/eu/ai-act/pack.xml", "e3e5b881148a8d7fa56801fab597186750104a376eaf3811b814999ee513d7d6"),
    (
      "jurisdictions/eu/ai-act/tables/annex-i-product.dmn",
      "70da00ce2758f61bdbaecd633aaf3f7d6f7c53ce7efb34390c3c8a8466db277a"
    ),
    (
      "jurisdictions/eu/ai-act/tables/annex-iii-point.dmn",
      "aa6782104c26ae3af3f81ce2013a8b5c08b43238ff7e09ec2dd8e6e5a8d6e9ef"
    ),
    (
      "jurisdictions/eu/ai-act/tables/annex-iii-use.dmn",
      "3023dc956175990132cc4f0da1d1cc9edab9048fbb51b4591d22e6abee172e86"
    ),
    (
      "jurisdictions/eu/ai-act/tables/conformity.dmn",
      "bcb00bf3c5dcd37087f0d27364c1b234b85a93d887bb90863d125cbac10fceec"
    ),
    (
      "jurisdictions/eu/ai-act/tables/systemic-risk.dmn",
      "856a77260cfb25ffeae5055d2cde5d34da0141254c0bd105106f4490119bc3ff"
    ),
    (
      "jurisdictions/eu/cyber-resilience/pack.xml",
      "a097c942d4a55f2b4828f1a82fd68968a65d924a5d1daa94a6d8dd69cc25a15f"
    ),
    (
      "jurisdictions/eu/data-act/pack.xml", "316077a2e3a681774f83dd2df0101206a2bb1c717be441a940a08c276aebd21f"
    ),
    (
      "jurisdictions/eu/data-governance/pack.xml",
      "b3e87bbd47fef24132a9f36dabcb6ff53b54753011f289315939d0a8b7fcb385"
    ),
    (
      "jurisdictions/eu/digital-services/pack.xml",
      "586089356e1cddcf5ce0fbe068ab183cb3b94dfe4b0f74c83f94d08b40d06b9c"
    ),
    ("jurisdictions/eu/dora/pack.xml", "fa4046e88676063df1dffb755df7d915ffb0d284fbded54ac59ef8805c4f18da"),
    (
      "jurisdictions/eu/eprivacy/pack.xml", "f86fa7c719f9ce17a9d90b19ae0d6a11948fd2b1765cc59dcac924493217e890"
    ),
    ("jurisdictions/eu/gdpr/pack.xml", "fcd34b3bbe3295bb1037c704f9c55c6f388003a03274d048892af0e22f922bba"),
    (
      "jurisdictions/eu/health-data-space/pack.xml",
      "2114f8a4e2a0b915a5579e68b7194ca238ec3be3d50cbc7ac85d9525f7b5bc58"
    ),
    ("jurisdictions/eu/nis2/pack.xml", "7a78897bfb1d8ca4acb38818c62d398f612bf0f889a0aaa7ef74ef24e6d4f50f"),
    (
      "jurisdictions/eu/pay-transparency/pack.xml",
      "45275508e8832961d4ec101021b2af5e7e6197f39701b0ae52c9025414a1f3c8"
    ),
    (
      "jurisdictions/eu/platform-work/pack.xml",
      "628aa7f98ea3c25883b22ede258364da6256f1a4d240483ecb160791b05e5273"
    ),
    (
      "jurisdictions/eu/product-liability/pack.xml",
      "4bc805e3a9c40c3d45fa56745887c70d252052f991065d7c1884ba270ab28a37"
    ),
    (
      "jurisdictions/eu/whistleblowing/pack.xml",
      "eda96a0d1ab12ad5eaacac9a5a5d8e8e0da2eb54c7ff05a048e79850fba6fbfa"
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
      "d72e1a2f36b713987bc5045763e5913536778afbd557e728c9a0ceafd7338764"
    ),
    (
      "jurisdictions/gb/data-protection/pack.xml",
      "1bcdd0449df8f1a880ba853f836e59bd7da5c6410267af8900b25a0f3bcf52bd"
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
      "b8b073c5780bc375f767c49abf740c623a56bb852450c38e079036ab150ea24a"
    ),
    ("jurisdictions/kr/ai/pack.xml", "7e23ee4dc89a8e60ba8eb223ce60b89e8d9d03c6a8db8fb328749988f89ff4d3"),
    (
      "jurisdictions/kr/data-protection/pack.xml",
      "384ee62e5e4661ae02f6c7c3abd211ffe595cff32f4805e340111c3a6efb7d39"
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
      "4595dbea22dfecfa7ac29be14ca6ed05744c2efe6e92c41c8b9434afba8d6050"
    ),
    (
      "jurisdictions/my/data-protection/pack.xml",
      "6ba6b029a89ff69ffb3d98ec865b6684fcfdba309081cd124eaabf297631c0ce"
    ),
    (
      "jurisdictions/ng/data-protection/pack.xml",
      "63a296beb40a74c695d3f8b05aacc3ff3db467246fa6bec9501c4f2eaba018c8"
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
      "jurisdictions/ph/data-protection/pack.xml",
      "761a6a7f24cc2e5f3ba21699c8c61b1af6668afdaa32b8ba5c4b625ec759bc91"
    ),
    (
      "jurisdictions/pk/data-protection/pack.xml",
      "68baf0c8b97ba9f932a6878423f6c62bf223bc0bbdff5eba2f787aaa0c67bf0d"
    ),
    (
      "jurisdictions/pl/national/pack.xml", "2690ed172076ad111316ff507ecfe7018b7dbfa41b72f5e0615ca0a0172e8b4d"
    ),
    (
      "jurisdictions/pt/national/pack.xml", "b6bacb4e66383844bed57e0c600bd9020e75455d668192475560696f105a1302"
    ),
    (
      "jurisdictions/qa/data-protection/pack.xml",
      "659e66642195a913c24afe7a39e278ebac68de7541e05f1b579d57e07a859d54"
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
      "3d3cc4257c43dddcd7af0684860b8dbd7cd7392620c1b6adc9d34add89edf63a"
    ),
    (
      "jurisdictions/th/data-protection/pack.xml",
      "08147c82496e4e9a164b56ba8cd61085830f2e0e6d583aafd31590d3f81da908"
    ),
    (
      "jurisdictions/tr/data-protection/pack.xml",
      "60c8e820b3b229ce0a4023c9252b5335ea2a2a69fcd2966eedb9f5d889f3cc0f"
    ),
    (
      "jurisdictions/tw/data-protection/pack.xml",
      "4f14f4fe7c8e54c62314ce06398f9aa2fa97c964b800c179d0ba0334032af7fd"
    ),
    (
      "jurisdictions/ug/data-protection/pack.xml",
      "8c3f42de600ed95278c2afe49fe28114fb240f15a9b101792de8c48f441c0cc9"
    ),
    ("jurisdictions/us/ca/pack.xml", "f73edae0519b103b430bcbc300f7036c0e6763419f8cba78188e48c7b5127af6"),
    ("jurisdictions/us/co/pack.xml", "279dc95c5790e32fc492a4bf9f5378aa3fd83c625af409250b9345e7d451388a"),
    ("jurisdictions/us/federal/pack.xml", "cb723a078a8bfb7fc0e2d29b99631d7bce21eff263921b70bdee57bcb140c1c4"),
    ("jurisdictions/us/states/pack.xml", "e0aeb9cd16bd0744947d0de8910797ed0274979256513dccc7f47f303cf61e9d"),
    (
      "jurisdictions/uy/data-protection/pack.xml",
      "c4925ea78c688151821b1be5418db78a746016e82f2dd508741c3734445b0eb0"
    ),
    (
      "jurisdictions/uz/data-localization/pack.xml",
      "8b935fa0b8eb5130d638d03de9eca3a04d967dd203f2b8068874d698736baa3e"
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
    ("rules/geography.xml", "197e428e5b8eff2bbcf2c5632f3681ce24b910463ceb9afc403971d010916f53"),
    ("rules/vocabulary.xml", "b53d6458746842a124993068b613535178b0362c90335708cb67585fcb9a7bd8"),
  ]
}
