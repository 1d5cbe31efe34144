import Foundation
import Testing

/// Packs from the folder of their author to the machine of their user, as commands.
@Suite struct PublishingCommandTests {
  private let folder: URL
  private let key = "rfc8032-test-1.key"
  private static let openssl = "/usr/bin/openssl"

  init() throws {
    folder = try Tool.scratchFolder()
    for name in [key, "trust.yaml", "check.sh"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: "docs/publishing/\(name)"), to: folder.appending(path: name))
    }
    try FileManager.default.copyItem(
      at: Tool.checkout.appending(path: "examples/consumer-app/plan.yaml"),
      to: folder.appending(path: "plan.yaml"))
    // Git keeps no permissions.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.appending(path: key).path)
  }

  private func run(_ line: String, packs: URL = Tool.checkout) throws -> Tool.Result {
    // 21 November 2026.
    try Tool.run(
      line.split(separator: " ").map(String.init), in: folder,
      environment: ["SOURCE_DATE_EPOCH": "1795219200", "PRATIQUE_PACKS": packs.path])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// A copy of the library, in another order and of another time.
  private func library(_ name: String) throws -> URL {
    let copy = folder.appending(path: name)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for part in name == "copy" ? ["rules", "jurisdictions"] : ["jurisdictions", "rules"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: part), to: copy.appending(path: part))
    }
    for case let file as URL in FileManager.default.enumerator(at: copy, includingPropertiesForKeys: nil)
      ?? .init()
    {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: name == "copy" ? 1 : 1e9)], ofItemAtPath: file.path)
    }
    return copy
  }

  @Test func `the document shows what is printed`() throws {
    let document = try String(
      contentsOf: Tool.checkout.appending(path: "docs/publishing.md"), encoding: .utf8)
    var count = 0
    for block in document.components(separatedBy: "```") where block.hasPrefix("\n$ ") {
      for step in block.components(separatedBy: "\n$ ").dropFirst() {
        let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let shown = lines.count > 1 ? lines[1] : ""
        if lines[0].hasPrefix("cat ") {
          #expect(comparable(try text(String(lines[0].dropFirst(4)))) == comparable(shown), "\(lines[0])")
        } else {
          let result = try run(String(lines[0].dropFirst("pratique ".count)))
          #expect(comparable(result.output + result.errors) == comparable(shown), "\(lines[0])")
        }
        count += 1
      }
    }
    #expect(count == 11)
  }

  /// Hashes of packs change with the packs; the key stays.
  private func comparable(_ text: String) -> String {
    let key = "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9"
    return text.replacing(key, with: "KEY").replacing(/[0-9a-f]{64}/, with: "SHA256").trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  @Test func `the same packs give the same archive and signature, whenever and wherever they lie`() throws {
    for name in ["copy", "other"] {
      let library = try library(name)
      let built = try run("pack build --licence Apache-2.0 --output \(name).pratique", packs: library)
      #expect(built.status == 0, "\(built.errors)")
    }
    let archives = try ["copy", "other"].map {
      try Data(contentsOf: folder.appending(path: "\($0).pratique"))
    }
    #expect(archives[0] == archives[1])
    // All shipped packs from one archive judge as those of the folder.
    let judged = try ["copy.pratique", Tool.checkout.path].map {
      try run("assess plan.yaml --as-of 2026-11-21 --packs \($0) --format csv").output
    }
    #expect(judged[0] == judged[1] && judged[0].count > 1000)
  }

  @Test func `a key is for its owner, and is never overwritten`() throws {
    #expect(try run("keys new --output new.key").status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "new.key").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let before = try text("new.key")
    #expect(try run("keys new --output new.key").status == 2)
    try FileManager.default.removeItem(at: folder.appending(path: "new.key"))
    #expect(try run("keys new --output new.key").status == 2)
    #expect(try text("new.key.pub").hasPrefix("-----BEGIN PUBLIC KEY-----"))
    #expect(before.hasPrefix("-----BEGIN PRIVATE KEY-----"))
    _ = try run("pack build fr.lil --licence MIT --output a.pratique")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.appending(path: key).path)
    let refused = try run("pack sign a.pratique --key \(key)")
    #expect(refused.status == 2 && refused.errors.contains("chmod 600"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: openssl), "there is no openssl"))
  func `openssl accepts the signature, and no other archive`() throws {
    _ = try run("pack build fr.lil --licence MIT --output a.pratique")
    _ = try run("pack sign a.pratique --key \(key)")
    func shell(_ line: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", line]
      process.currentDirectoryURL = folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try shell("openssl pkey -in \(key) -pubout -out key.pub") == 0)
    #expect(try shell("./check.sh a.pratique key.pub") == 0)
    #expect(try run("pack verify a.pratique --key key.pub").status == 0)
    #expect(
      try shell("openssl pkey -pubin -in key.pub -outform DER | sha256sum | grep -q ^06e3fd8fda29bb60") == 0)
    #expect(try shell("printf x >> a.pratique && ./check.sh a.pratique key.pub") != 0)
    #expect(try shell("openssl genpkey -algorithm ed25519 -out o.key && chmod 600 o.key") == 0)
    _ = try run("pack build fr.lil --licence MIT --output a.pratique")
    #expect(try run("pack sign a.pratique --key o.key").status == 0)
    #expect(try shell("openssl pkey -in o.key -pubout -out o.pub && ./check.sh a.pratique o.pub") == 0)
    #expect(try shell("./check.sh a.pratique key.pub") != 0)
  }

  /// Each command that loads packs, with a trust file and packs that nobody signed.
  @Test(arguments: [
    "assess plan.yaml --as-of 2026-11-21", "assess plan.yaml --as-of 2026-11-21 --format json",
    "report plan.yaml",
    "questions plan.yaml", "pack test", "pack lint", "version --verbose", "init -", "schema plan",
    "backtest decisions",
  ])
  func `unsigned packs are refused wherever packs are loaded`(_ command: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "decisions"), withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: folder.appending(path: "decisions/a.yaml"))
    let result = try run(command)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.errors.contains("`jurisdictions/eu/gdpr` is not signed; sign it with `pratique pack sign`"))
    #expect(result.errors.contains("`jurisdictions/fr/lil` is not signed"))
  }

  @Test func `packs of the release need no signature where the trust file says so`() throws {
    try Data((try text("trust.yaml") + "shipped: true\n").utf8).write(
      to: folder.appending(path: "trust.yaml"))
    #expect(try run("pack test").status == 0)
    let copy = try library("copy")
    let pack = copy.appending(path: "jurisdictions/fr/lil/pack.xml")
    try Data((String(contentsOf: pack, encoding: .utf8) + "\n").utf8).write(to: pack)
    let refused = try run("questions plan.yaml", packs: copy)
    #expect(refused.status == 2 && refused.errors.contains("`jurisdictions/fr/lil` is not signed"))
    #expect(!refused.errors.contains("eu/gdpr"))
    // Signed where it lies.
    let signed = try run("pack sign copy/jurisdictions/fr/lil/ --key \(key)", packs: copy)
    #expect(signed.status == 0, "\(signed.errors)")
    #expect(try run("questions plan.yaml", packs: copy).status == 0)
    #expect(try run("pack verify copy/jurisdictions/fr/lil").status == 0)
    // A hidden pack is none; one more in the folder is not signed.
    let jurisdictions = copy.appending(path: "jurisdictions")
    try FileManager.default.copyItem(
      at: jurisdictions.appending(path: "fr"), to: jurisdictions.appending(path: ".fr"))
    #expect(try run("questions plan.yaml", packs: copy).status == 0)
    try Data("# none".utf8).write(to: jurisdictions.appending(path: "fr/lil/cases/more.yaml"))
    let added = try run("questions plan.yaml", packs: copy)
    #expect(added.status == 2 && added.errors.contains("`cases/more.yaml` was added"))
  }

  @Test func `archives in one folder make one library, if they agree`() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    for (pack, name) in [("fr.lil", "fr"), ("es.eprivacy", "es")] {
      _ = try run("pack build \(pack) --licence MIT --output in/\(name).pratique")
      _ = try run("pack sign in/\(name).pratique --key \(key)")
    }
    let version = try run("version --verbose --packs in")
    #expect(
      version.status == 0 && version.output.contains("fr.lil") && version.output.contains("es.eprivacy"))
    let copy = try library("copy")
    let sizes = copy.appending(path: "rules/calendar/README.md")
    try Data("another".utf8).write(to: sizes)
    _ = try run("pack build eu.gdpr --licence MIT --output in/gdpr.pratique", packs: copy)
    let mixed = try run("version --verbose --packs in")
    #expect(mixed.status == 2)
    #expect(mixed.errors.contains("its `rules/calendar/README.md` is not that of `in/es.pratique`"))
  }

  @Test(arguments: [
    ("pack build", "--output"),
    ("pack build none.such --licence MIT --output a.pratique", "there is no pack `none.such`"),
    ("pack build --licence MIT --output a.zip", "ends in `.pratique`"),
    ("pack build --licence ; --output a.pratique", "no SPDX expression"),
    ("pack sign none.pratique --key rfc8032-test-1.key", "no such file"),
    ("pack sign trust.yaml --key rfc8032-test-1.key", "the archive is refused"),
    ("pack verify trust.yaml", "the archive is refused"),
    ("assess plan.yaml --trust none.yaml", "no such file"),
    ("assess plan.yaml --lock none.lock", "no such file"),
    ("assess plan.yaml --packs trust.yaml", "nor is it or has it an archive"),
    ("assess plan.yaml --trust plan.yaml", "a trust file"),
    ("assess plan.yaml --lock plan.yaml", "plan.yaml:1"),
  ])
  func `what cannot be done is told`(_ command: String, _ complaint: String) throws {
    let result = try run(command)
    #expect(result.status == 2)
    #expect(result.errors.contains(complaint), "\(result.errors)")
  }
}
