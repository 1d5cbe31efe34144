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
      "3ddcee22cdc84b5c502d30caa73966b945a419ee8f2b27d6c3170c12f4dedd81"
    ),
    (
      "jurisdictions/cn/data-localization/tables/export-route.dmn",
      "4497f3da305e412b7ad4dcbde5dc0f5b4480c18c05a267e4505bf267e5d0ea8e"
    ),
    (
      "jurisdictions/es/eprivacy/pack.xml", "5c4eafaf4e66a217a666bf298dc3fb25e663ca89634be75736ad198abbcf9da5"
    ),
    ("jurisdictions/eu/ai-act/pack.xml", "8fc63a05dfce24cd9bf03e1a1f57e8aef1147f44fec13bc2cf04524d3e17e3c8"),
    ("jurisdictions/eu/gdpr/pack.xml", "2a601a7a875fd7ab6d786e3e4a34aecfc23ef529fed99a73ecbe7a6bf714766f"),
    ("jurisdictions/fr/lil/pack.xml", "5689464f806a0c62b1dfaa6344a8190dbe6b28f67e1037c07dcd9f8e3612471b"),
    (
      "jurisdictions/id/data-localization/pack.xml",
      "265d9ded512253f845ab37bc588537da0442aea9afca5cab1adf8f8f1adf201a"
    ),
    (
      "jurisdictions/in/data-localization/pack.xml",
      "9f2a851199363717ab8603f033bdd734c304b9a41de4339981a1f653e8ce13b2"
    ),
    (
      "jurisdictions/kz/data-localization/pack.xml",
      "4df336df57fa8890d231326c5a3db10433f3465e69d0e0624e5d1d5260ab804a"
    ),
    (
      "jurisdictions/ru/data-localization/pack.xml",
      "c348e7b0354abf7f2d0d1551cb795c58d8346980386219375c1b29e5a912b219"
    ),
    (
      "jurisdictions/sa/data-localization/pack.xml",
      "839fdfc0cf3aaf313b748ee1dc2f2924cb31d1a7c3a77966a4d250d30ed71ea5"
    ),
    (
      "jurisdictions/vn/data-localization/pack.xml",
      "50604acbde3792eaf0dea4546901bf01a52b5efed603653c5c780745b8c1255b"
    ),
    ("rules/calendar/holidays.csv", "598754e85893ab00e6a5027b2cfdf0173a77d612ac6bd0c97ae7b6af50011c8a"),
    (
      "rules/calendar/working-weekends.csv",
      "c31d4e79c2b4f616b180f93438cc0404007401f9fb7a5e88ae5b1881153306ad"
    ),
    ("rules/calendar/workweek.csv", "2d9bb68cc5b921e2717e217e529cdd716d896f215a42a73ab4cf888ee07a3416"),
    (
      "rules/controls/artificial-intelligence.xml",
      "400617ccd1716c886aac5bb3e37d3dfe3bb94fb6d0a4802ef26d5de631dfef9d"
    ),
    ("rules/controls/consumer.xml", "178236eacc9ad4aac0be6768bb2a37a21de259cad1d7b3b82badd4901e203355"),
    ("rules/controls/governance.xml", "1f289fb4c1e09a993bbcb308614a8c0647589161228c7c4f1ab4463a96846953"),
    ("rules/controls/incidents.xml", "bb811dd161912bf2fc98ef9f535db48811d288280a2202b820cc9bd9315ba3c6"),
    ("rules/controls/localization.xml", "778890ffd7fdb8ab221abe3a5703131b117c3f1486e3f039ecf2a90005f5cc6a"),
    ("rules/controls/market-entry.xml", "8b693f358fc2375ffc67a938b85df49dac197a5b34cdea7b266ff90683d8041b"),
    ("rules/controls/operations.xml", "b0148e209e2b42b39c16adeb9b3cfd9ebdec5e13a18dacd641ef46b697bb335b"),
    ("rules/controls/privacy.xml", "58eb55fc2ebc163d539d5a6d2dde3ff8504f52e2a556939051d840c510a3a53b"),
    ("rules/controls/registrations.xml", "9dfe99f6921ca42142b07f82eaa352505aa2919ab3049d1b2503a3cd7023e8d5"),
    ("rules/controls/security.xml", "a263f15917624569e63baa54a8a0aa49cf7c39a32b99b1fb37965a9030364c89"),
    ("rules/controls/suppliers.xml", "84fde11c15a13e5591996929173da081b4bbccbeaaae5ef1945175ccb615d455"),
    ("rules/controls/transfers.xml", "fde85d5508c32d2920219b8f7bf5a18280ff7088976eda0373897f6f87b2952f"),
    ("rules/controls/workforce.xml", "c7a0120cd65641f4e8f93a80a719a11b05f7e4400387070d4366f3d6fe7baf8e"),
    ("rules/geography.xml", "7c18556fed7bd053225b1d91fed594b26f185e8e8cccf2df9d8a884dddf99ba6"),
    ("rules/vocabulary.xml", "c884074551f72397d1443711fbe59574159d12489f988d027e41aa52a3637716"),
  ]
}
