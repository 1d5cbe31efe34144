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
      "436e27e831efb2dc4dc377300af0f483ede9a87b8d796b80e6641b89a3995af8"
    ),
    (
      "jurisdictions/ar/data-protection/pack.xml",
      "220435ea1f602ef1aaa4aae315183bba98d9a2acfaa902c99f019a9228802d77"
    ),
    (
      "jurisdictions/at/national/pack.xml", "2d15d4f40e5a95e5b296d7684e035c0f45b139cf3c7538035f53e23370d8b5c7"
    ),
    (
      "jurisdictions/au/data-protection/pack.xml",
      "2f27fc491062fcc141235cdd69fc6efed207611331e9171b001bf4a64131d9ab"
    ),
    (
      "jurisdictions/bd/data-protection/pack.xml",
      "fd41782d2e123f0eaffb4168960160b28136502df510d060658d33ea767a5fc4"
    ),
    (
      "jurisdictions/be/national/pack.xml", "4de3ace6f0f5b16beea0f21bc27d1b227c59d7b4185588717b0f405ecf995c44"
    ),
    (
      "jurisdictions/br/data-protection/pack.xml",
      "24659eb9d98cd00e478770e7866a100725824a6df1e19d6c8f82803d867d8804"
    ),
    ("jurisdictions/ca/pipeda/pack.xml", "51b0f8803142a7dab53ceae2a5699603047068a50c1f0307dc6fe10e6fa989a3"),
    ("jurisdictions/ca/qc/pack.xml", "e802f3e297c18137ef31601a00bf6d399a4df0782fd94606fb5d32877afa03c7"),
    (
      "jurisdictions/ch/data-protection/pack.xml",
      "25249d28eb593e6b634bff94809c9d6b859460190af25784bf792d8c8fd2ef28"
    ),
    (
      "jurisdictions/ch/sanctions/pack.xml",
      "545137a00558c2c043d4d429042617468408a5747e748742db956c38a56fe570"
    ),
    (
      "jurisdictions/cl/data-protection/pack.xml",
      "7aa116287ab4520f694df87e4f488b9b5fab373c7dc97239fd2e22094698d2c6"
    ),
    (
      "jurisdictions/cn/data-localization/pack.xml",
      "57fe349d917a1e8e9b1252b7c95372a39a5c20c582c126ebfc6f035761292bf2"
    ),
    (
      "jurisdictions/cn/data-localization/tables/export-route.dmn",
      "e7a4c912978003dc2442ccb7b620a08c4fad1f6faa4484498f7383ea7fc4a7f5"
    ),
    (
      "jurisdictions/co/data-protection/pack.xml",
      "3f4db7f75b336522d95fc33af6be087a1e66c0d62e27e55babef66045a8d41e3"
    ),
    (
      "jurisdictions/de/national/pack.xml", "97a4e134d9bb0b1fe7cbdc2772961002684481d78dfde112279482248f010c2d"
    ),
    (
      "jurisdictions/dk/national/pack.xml", "c6c54adf14d654b53f98fe9baae00fed9a1336169c6e94b0ab3da4f0daa88643"
    ),
    (
      "jurisdictions/eg/data-protection/pack.xml",
      "3c0e7e360ca1e2b103a51d959e3f72e70237a9d57749ede32fb599a3b94ab866"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "bcd88100e8bd113a1a0fd26ec6b2b712cda851fb541d2432a085e9de845c8539"
    ),
    (
      "jurisdictions/es/national/pack.xml", "953529eceebfc78287d5ecd97f2e466ded842489ee487ada232dd56515ec28f6"
    ),
    (
      "jurisdictions/eu/accessibility/pack.xml",
      "ab44707321697f2596617680e6e62fd24eb35f741bc65bcf946bd688ed115c86"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "db5c7458e8f90de8dcd8ef86b2d146e90b84ca1b1b1e38ccf7b0fd7b02e7d38e"),
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
      "jurisdictions/eu/data-act/pack.xml", "9e0100295d54ae57ff510d7c6cdde4d8c386e40d4d2e56ab83a6c62e49ae8a49"
    ),
    (
      "jurisdictions/eu/data-governance/pack.xml",
      "6e90098b550bdb8a517a6d5f044b06597b159373aab822d2d559eb4ed102ce2e"
    ),
    (
      "jurisdictions/eu/digital-services/pack.xml",
      "7082b6e15492d74876899c731d03d15ec0ae18eabce1014efbc27e0500146848"
    ),
    ("jurisdictions/eu/dora/pack.xml", "fa4046e88676063df1dffb755df7d915ffb0d284fbded54ac59ef8805c4f18da"),
    (
      "jurisdictions/eu/eprivacy/pack.xml", "842ebeb6dead09b7eac9280b19e3531ffe06d850951e2eef80851a3bcfb4a227"
    ),
    ("jurisdictions/eu/gdpr/pack.xml", "bcc505ea51e9939ad322a57cae0cf58b4d69b9d45c14d832e35bd49b9af0ec03"),
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
      "jurisdictions/eu/restrictive-measures/pack.xml",
      "bcb0a7704526449bc9d95fc158b4da3805ee718ba358fe7a3b4de21b1f44237b"
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
      "jurisdictions/fr/national/pack.xml", "a3703292f29d3d2cd69bd759d2f9df98e3ca691a48641c03f124664c1e4229e4"
    ),
    (
      "jurisdictions/frameworks/infrastructure/pack.xml",
      "7b6ed7ed1c528ab032edf8e4bb43a0efe14880639f267e0d7426ce95bfd35331"
    ),
    (
      "jurisdictions/frameworks/infrastructure/tables/scaling.dmn",
      "dbe091566c5dc8a67d2b98e8f7ba0545a4b6ea0fb850348a05e2f24702f500eb"
    ),
    (
      "jurisdictions/frameworks/international/pack.xml",
      "87d545e85bd0ef07e4efc02ab54d926d82077453412081084845c8959c96159d"
    ),
    (
      "jurisdictions/frameworks/mlops/pack.xml",
      "219a2e64fc1ffa664261504b738f7dbf1e9092459bc56533198b78e24a878f14"
    ),
    (
      "jurisdictions/frameworks/nist-ai-rmf/pack.xml",
      "64cfbcea8e08589605b5a7dccd6e12585d89086512ff0e01dc54d4c99077ecf6"
    ),
    (
      "jurisdictions/frameworks/owasp-llm/pack.xml",
      "9aaa9c0465dcfd4192e5e950a69a0387d373c584efa72fbb64bf87c4b3b91ac0"
    ),
    (
      "jurisdictions/frameworks/quality/pack.xml",
      "a4625bac3daa95d3707c1e584a6e4b06e64589aec36ab944061805afcd1f7fcb"
    ),
    (
      "jurisdictions/frameworks/readiness/pack.xml",
      "07ff9fcf64f68d26ab6bb5d5e7f8e3941145685ed7743ab7bb7be1cae4d835e8"
    ),
    (
      "jurisdictions/frameworks/readiness/tables/gate.dmn",
      "4c2ee713cd08ef042789f781ba22ef77c005285f45bbd7fa26fa434237155b14"
    ),
    (
      "jurisdictions/frameworks/risk-profile/pack.xml",
      "c6afaf404c96857e66660f798c37dd9d1163f48aa11849a20936725c64ab0fb2"
    ),
    (
      "jurisdictions/frameworks/service-levels/pack.xml",
      "864652fb2ee1d08bb92d1b369fa69d579efc2bfef00ea2065132803142786fd9"
    ),
    (
      "jurisdictions/gb/data-protection/pack.xml",
      "c1940a23bf917cef8011dc15f23dcf9a46aabad995c5eded7add5662c59b89b5"
    ),
    (
      "jurisdictions/gb/online-safety/pack.xml",
      "42faab361ffa802d1050ad7b40446de3f82446290cfbe43ba5626e9639916135"
    ),
    (
      "jurisdictions/gb/sanctions/pack.xml",
      "60f88e5ca14a3fe8c0bd3dbed603e8efa4dd19c53df9cf89e8615a3e09efef85"
    ),
    (
      "jurisdictions/gr/national/pack.xml", "8461b7e0794abd6320e1878d37b09d3e9b833cac0eeaf90061bffb8573b2b692"
    ),
    (
      "jurisdictions/hk/data-protection/pack.xml",
      "49271705c81e883716d69bdf4d41da0ead7348347aff6cce5c21a9ea50ceeebc"
    ),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "6c152dd64de5e375ccd4593af2a0faef4db901f9c7c096c5aeb2abc9b001ea77"
    ),
    (
      "jurisdictions/ie/national/pack.xml", "7b77401f336b5eb7d3caa5bca01dcdb3f34ee258d47dd207678a184dfa7f3eef"
    ),
    (
      "jurisdictions/il/data-protection/pack.xml",
      "835507abe984df97e1eb11df2b35e19906d407ce2c6530032f5bedefa8d24e06"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "283a5c1b48f37a3adc4b2ddc1487173ac85ee4ea23ec7bc1617fe0715aaecf71"
    ),
    (
      "jurisdictions/is/national/pack.xml", "29655b1314ef6855b3244e73f51c8f675c07c0e0f7e24a0cd67dea9ca45f0af1"
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
      "59ee7d997f31a23d1943b28cefdf91e4d095bd30a718d8330d3b845faa68672c"
    ),
    ("jurisdictions/kr/ai/pack.xml", "7e23ee4dc89a8e60ba8eb223ce60b89e8d9d03c6a8db8fb328749988f89ff4d3"),
    (
      "jurisdictions/kr/data-protection/pack.xml",
      "f215e5eee17b3dfc7af37420627e89eb21de5b0be9dca05ee87d0471b6f8e2c3"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "5486a6e26a29c78edf65359eff67f308ee26e09a2e5f41ce01f79e8125fcf9b5"
    ),
    (
      "jurisdictions/li/national/pack.xml", "97e403d6af28cad52dbd723324a958ee1f5711cc0b66e31d62c99cd793366d20"
    ),
    (
      "jurisdictions/lu/national/pack.xml", "f8bcf0f7e7e39f6d7c780bc37490f04915de6752f457d9fe2f0563286b063195"
    ),
    (
      "jurisdictions/mx/data-protection/pack.xml",
      "d137aa835261c928375523958408417429d54b40eaa8c719d66cbb1ea6375233"
    ),
    (
      "jurisdictions/my/data-protection/pack.xml",
      "4778970cf636636bbc7206bfa346bdeeb4930058f308f18978de3361bf4b65d8"
    ),
    (
      "jurisdictions/ng/data-protection/pack.xml",
      "b8e0b9bcff54456a758718d309f7180d0abd14453986e98199e7eb75567585df"
    ),
    (
      "jurisdictions/nl/national/pack.xml", "2f1a8c0a1c707b4a24cae43b06eb83ff2fc4812610dbe0a874e38929e90324b6"
    ),
    (
      "jurisdictions/no/national/pack.xml", "1b6b19e20dc02b74e7b82316b29482f9ee9179dab2b40e3608c383fb15c67cfe"
    ),
    (
      "jurisdictions/nz/data-protection/pack.xml",
      "717a99e265f998239b8235f393eca30c132db67a7e6325b2d1b34a3af7e527fd"
    ),
    (
      "jurisdictions/pe/data-protection/pack.xml",
      "e5c8bbff74ae9c49a691cdc6bf8fddd082b0f1019de73195fd76fb50669f22f4"
    ),
    (
      "jurisdictions/ph/data-protection/pack.xml",
      "08198be191c64fc0a8c6dbea10fa8a2896c36fc5a82f7e2dec822e7df838660b"
    ),
    (
      "jurisdictions/pk/data-protection/pack.xml",
      "38fa366575bd0ffadbda3ab1f41188339f7ddff3272ab463322ef67396ad69c4"
    ),
    (
      "jurisdictions/pl/national/pack.xml", "622416c39e10088ca69db059da01ce8a709299fa1a11a240ac7386425b942ab1"
    ),
    (
      "jurisdictions/pt/national/pack.xml", "b6bacb4e66383844bed57e0c600bd9020e75455d668192475560696f105a1302"
    ),
    (
      "jurisdictions/qa/data-protection/pack.xml",
      "857df71aecbcd3f794d7774c08488164bce765a3ac711a2f6bb4304ba403b955"
    ),
    (
      "jurisdictions/ru/data-localization/pack.xml",
      "f6b78bad9d850bbea9dfef035387220a666dd7126cffc8bb016b3cde4ffc09c3"
    ),
    (
      "jurisdictions/sa/data-localization/pack.xml",
      "8484d84b66ba82debb59e1989c9360a60abec2e6df4c6754867eb2133cd11030"
    ),
    (
      "jurisdictions/se/national/pack.xml", "a1a43690a651eef7e98f695401971e034d6461d79ff722329ec387971081670e"
    ),
    (
      "jurisdictions/sg/data-protection/pack.xml",
      "3d3cc4257c43dddcd7af0684860b8dbd7cd7392620c1b6adc9d34add89edf63a"
    ),
    (
      "jurisdictions/th/data-protection/pack.xml",
      "c9d08cef7d65a9f5422f05f24ca529c1771c00f5223bae4f3d9cd8f5c7b1c76a"
    ),
    (
      "jurisdictions/tr/data-protection/pack.xml",
      "0fe9472f0925f8409b048c78d3c26de7a5601dbb5a47626f0159c4c856c4998e"
    ),
    (
      "jurisdictions/tw/data-protection/pack.xml",
      "64cf693a471478532d658aef9f6760fa6de95ff3b9847690de08fe2468d0f256"
    ),
    (
      "jurisdictions/ug/data-protection/pack.xml",
      "6c937a5c0ba9621012a5bae83561c9d33f3c6b4c1f39a7bdb86bca5f647f61a2"
    ),
    ("jurisdictions/us/ca/pack.xml", "9fdcdbfc64c78ff272a8165510c134633e83c79120bea5a34cfac0b513bd8e9b"),
    ("jurisdictions/us/co/pack.xml", "1a9807324a17412a4da88eca4f94c9a7988ba3b23f1d135ab02bffecf72128d6"),
    ("jurisdictions/us/federal/pack.xml", "eb3e5bfd034de43224e3d8279dcc8438e338ba9b09946e1279ec9aed20b5a773"),
    ("jurisdictions/us/states/pack.xml", "e0aeb9cd16bd0744947d0de8910797ed0274979256513dccc7f47f303cf61e9d"),
    (
      "jurisdictions/us/trade-controls/pack.xml",
      "aaa940c145708cfeadb1047c2452d06bec231708928f9497e10555eef6e12834"
    ),
    (
      "jurisdictions/uy/data-protection/pack.xml",
      "4e3115917afb84ada76110c5bd2a8ae5142a05b62e5ec8016cba41687b574252"
    ),
    (
      "jurisdictions/uz/data-localization/pack.xml",
      "476c7590447d5b91736beed697a94ed2a99abf2c876e2866aba19a090132c2da"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "a6c5966df13b6c07dc1364400d1066a6e6b749629940cd06ba02d5d207e94456"
    ),
    (
      "jurisdictions/za/data-protection/pack.xml",
      "ebe71eedb9cf4a4f084d4a1fc64a4afe0903b0b2e9d715df3c9a3c81b8360887"
    ),
    ("rules/calendar/holidays.csv", "598754e85893ab00e6a5027b2cfdf0173a77d612ac6bd0c97ae7b6af50011c8a"),
    (
      "rules/calendar/working-weekends.csv",
      "c31d4e79c2b4f616b180f93438cc0404007401f9fb7a5e88ae5b1881153306ad"
    ),
    ("rules/calendar/workweek.csv", "2d9bb68cc5b921e2717e217e529cdd716d896f215a42a73ab4cf888ee07a3416"),
    ("rules/controls/ai-operations.xml", "9fa72b1ee0947c02dff140a091f7c7707d6e99fa3b05b7bc4897c936334679f0"),
    (
      "rules/controls/artificial-intelligence.xml",
      "9816f6d17e06254342b94a3c292c7ff5bd091ae82340f035b5f4e167102fb582"
    ),
    ("rules/controls/consumer.xml", "6e88c7aaa25990dd8d2d7c6308d55548f47b35b6f1b7fd465c7297154d2efd5e"),
    ("rules/controls/governance.xml", "c8a48e5edd1b64c36cf58a4f16804119d8fb4bbb5642a75359db0777d352086e"),
    ("rules/controls/incidents.xml", "20265badf5071e4f4aa03794d2bd39a19baf9d6c692fc358b59b5433640ba3b0"),
    (
      "rules/controls/language-models.xml", "1588b40fcd95c82c5005541ea0d335b7bb3d337603ab27bab81f5f83a2c5ca7d"
    ),
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
    ("rules/vocabulary.xml", "f20b9f934a7fd11ffa529a9d7deb9d97a9243f866f3627e7c3c170332dad71d0"),
  ]
}
