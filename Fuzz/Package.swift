// swift-tools-version: 6.2
import PackageDescription

// The product's targets once more, through the link `Sources`, built with coverage and sanitizers. A package of its
// own, so that the product's manifest stays free of them, and yet one package for what is declared `package`.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let watched = strict + [.define("FUZZING"), .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]

let package = Package(
  name: "pratique-fuzz",
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8"),
    .target(name: "Archive", swiftSettings: watched),
    .target(name: "Diagnostics", dependencies: ["Archive"], swiftSettings: watched),
    .target(name: "JSON", dependencies: ["Diagnostics"], swiftSettings: watched),
    .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: watched),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: watched),
    .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: watched),
    .target(name: "FEEL", dependencies: ["Archive", "Diagnostics", "Patterns"], swiftSettings: watched),
    .target(name: "TimeZones", dependencies: ["FEEL"], swiftSettings: watched),
    .target(name: "DMN", dependencies: ["Diagnostics", "XML", "FEEL"], swiftSettings: watched),
    .target(
      name: "Facts", dependencies: ["Archive", "Diagnostics", "XML", "FEEL"], swiftSettings: watched),
    .target(
      name: "Plans", dependencies: ["Diagnostics", "JSON", "XML", "YAML", "FEEL", "Facts"],
      swiftSettings: watched),
    .target(
      name: "Rules", dependencies: ["Archive", "Diagnostics", "XML", "FEEL", "DMN", "Facts"],
      swiftSettings: watched),
    .executableTarget(
      name: "Harness",
      dependencies: [
        "Diagnostics", "XML", "YAML", "Patterns", "FEEL", "TimeZones", "DMN", "Facts", "Plans", "Rules",
      ],
      path: "Harness", swiftSettings: watched,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
)
