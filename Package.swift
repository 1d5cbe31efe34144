// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let safe = strict + [.strictMemorySafety()]

let package = Package(
  name: "pratique",
  products: [.executable(name: "pratique", targets: ["pratique"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Archive", swiftSettings: safe),
    .target(name: "Diagnostics", dependencies: ["Archive"], swiftSettings: safe),
    .target(name: "JSON", dependencies: ["Diagnostics"], swiftSettings: safe),
    .target(name: "Tar", swiftSettings: safe),
    .target(name: "Zip", dependencies: ["CZlib"], swiftSettings: safe),
    .target(name: "XML", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strict),
    .target(name: "Patterns", dependencies: ["CPCRE2"], swiftSettings: strict),
    .target(name: "FEEL", dependencies: ["Archive", "Diagnostics", "Patterns"], swiftSettings: safe),
    .target(name: "TimeZones", dependencies: ["FEEL"], swiftSettings: safe),
    .target(name: "DMN", dependencies: ["Diagnostics", "XML", "FEEL"], swiftSettings: safe),
    .target(
      name: "Facts", dependencies: ["Archive", "Diagnostics", "XML", "FEEL"], swiftSettings: safe),
    .target(
      name: "Plans", dependencies: ["Diagnostics", "JSON", "XML", "YAML", "FEEL", "Facts"],
      swiftSettings: safe),
    .target(
      name: "Signing",
      dependencies: ["Diagnostics", "JSON", "FEEL", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: safe),
    .target(
      name: "Publishing", dependencies: ["Diagnostics", "JSON", "XML", "Tar", "FEEL", "Signing"],
      swiftSettings: safe),
    .target(
      name: "Ledger",
      dependencies: [
        "Diagnostics", "JSON", "FEEL", "Signing", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: safe),
    .target(
      name: "Evidence", dependencies: ["Diagnostics", "JSON", "Zip", "FEEL", "Signing"], swiftSettings: safe),
    .target(
      name: "Rules", dependencies: ["Archive", "Diagnostics", "XML", "FEEL", "DMN", "Facts"],
      swiftSettings: safe),
    .target(name: "Optimizer", dependencies: ["CGLPK"], swiftSettings: strict),
    .target(
      name: "Engine",
      dependencies: ["Archive", "Diagnostics", "FEEL", "DMN", "Facts", "Plans", "Rules", "Optimizer"],
      swiftSettings: safe),
    .target(name: "Solver", swiftSettings: safe),
    .target(name: "Analytics", dependencies: ["CGSL", "Diagnostics", "FEEL"], swiftSettings: safe),
    .target(
      name: "Linting",
      dependencies: ["Diagnostics", "FEEL", "Facts", "Plans", "Rules", "Engine", "Solver"],
      swiftSettings: safe),
    .target(
      name: "Reports",
      dependencies: [
        "Diagnostics", "JSON", "FEEL", "DMN", "Facts", "Rules", "Engine",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "pratique",
      dependencies: [
        "CMalloc", "Archive", "Diagnostics", "XML", "YAML", "FEEL", "TimeZones", "DMN", "Facts", "Plans",
        "Rules", "Engine", "Linting",
        "Tar", "Zip", "Signing", "Publishing", "Evidence", "Ledger", "Reports", "JSON", "Analytics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "neutral", dependencies: ["Diagnostics", "FEEL", "Plans"], path: "Benchmarks/Neutral",
      swiftSettings: safe),
    .testTarget(name: "XMLTests", dependencies: ["XML", "Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "SigningTests", dependencies: ["Signing", "JSON", "FEEL", "Plans", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Publishing", "Signing", "Tar", "JSON", "FEEL", "Plans", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ledger", "Signing", "JSON", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Evidence", "Signing", "Zip", "JSON", "FEEL", "Plans", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "FEELTests", dependencies: ["FEEL", "Patterns", "TimeZones", "Diagnostics"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "DMNTests", dependencies: ["DMN", "XML", "FEEL", "TimeZones", "Diagnostics"],
      exclude: ["Broken", "Cases", "Checks"],
      swiftSettings: strict),
    .testTarget(
      name: "PlansTests", dependencies: ["Plans", "YAML", "XML", "Facts", "FEEL", "Diagnostics"],
      exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "EngineTests",
      dependencies: ["Engine", "Optimizer", "Rules", "Plans", "Facts", "XML", "FEEL", "Diagnostics"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "AnalyticsTests", dependencies: ["Analytics", "YAML", "FEEL", "Diagnostics"], exclude: ["Series"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Engine", "Rules", "Facts", "FEEL", "Diagnostics"],
      exclude: ["Golden", "Cases"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "pratique", "Archive", "Engine", "Linting", "Reports", "Rules", "Plans", "Facts", "DMN", "TimeZones",
        "XML",
        "YAML",
        "FEEL", "Diagnostics", "Solver", "JSON", "Ledger",
      ],
      exclude: ["Cases", "Planted", "Tables", "shipped-provisions.txt"],
      swiftSettings: strict),
  ]
)
