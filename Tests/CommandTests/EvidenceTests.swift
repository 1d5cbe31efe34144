import Foundation
import Testing

/// Bundles from plan to auditor, as commands, over a small library.
@Suite struct EvidenceCommandTests {
  private let folder: URL
  private static let plan = """
    pratique: 1
    name: Shop
    activities: [{ id: a, roles: [controller], subjects: { count: 200 }, occasional: false, stores: [s] }]
    stores: [{ id: s, country: FR }]

    """

  init() throws {
    folder = try Tool.scratchFolder()
    try write(Self.plan, "plan.yaml")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try copy(
      Tool.checkout.appending(path: "Tests/CommandTests/Cases/pack.xml"), "jurisdictions/xx/sample/pack.xml")
    try write("# none", "jurisdictions/xx/sample/cases/none.yaml")
    try copy(Tool.checkout.appending(path: "docs/publishing/rfc8032-test-1.key"), "my.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url("my.key").path)
    try write(
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----

      """, "my.pub")
  }

  private func url(_ path: String) -> URL { folder.appending(path: path) }

  private func make(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ path: String) throws {
    try make(path)
    try Data(text.utf8).write(to: url(path))
  }

  private func copy(_ source: URL, _ path: String) throws {
    try make(path)
    try FileManager.default.copyItem(at: source, to: url(path))
  }

  private func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  @discardableResult
  private func run(_ line: String, input: String = "", environment: [String: String] = [:]) throws
    -> Tool.Result
  {
    // 22 November 2026.
    try Tool.run(
      line.split(separator: " ").map(String.init), in: folder,
      environment: ["SOURCE_DATE_EPOCH": "1795305600", "PRATIQUE_PACKS": folder.path].merging(environment) {
        $1
      },
      input: input)
  }

  private func bundle(_ output: String, _ options: String = "--key my.key", plan: String = "plan.yaml") throws
  {
    let result = try run("evidence bundle \(plan) --as-of 2026-11-21 --output \(output) \(options)")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `a folder and an archive hold the same, are right, and are the same the next time`() throws {
    try bundle("a.zip")
    try bundle("a")
    try bundle("b.zip")
    #expect(try Data(contentsOf: url("a.zip")) == Data(contentsOf: url("b.zip")))
    for form in ["a.zip", "a"] {
      let result = try run("evidence verify \(form) --key my.pub")
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("signed by my.pub (Ed25519, 06e3fd8f"))
      #expect(result.output.contains("on 2026-11-22"))
      #expect(result.output.contains("is the same byte by byte"))
    }
    let unzip = try shell("unzip -q a.zip -d u && diff -r a u && unzip -tq a.zip")
    #expect(unzip == 0 || !FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"))
    let json = try run("evidence verify a --key my.pub --format json").output
    #expect(json.contains("\"right\": true") && json.contains("\"compared\": \"bytes\""))
    // Nothing of the place where it was made, and no cases.
    let found = try FileManager.default.subpathsOfDirectory(atPath: url("a").path)
    #expect(!found.contains { $0.contains("/cases/") })
    #expect(found.contains("packs/jurisdictions/xx/sample/pack.xml") && found.contains("plan/plan.yaml"))
    for path in found where path.hasPrefix("results/") || !path.contains("/") {
      guard let text = try? text("a/\(path)") else { continue }
      #expect(!text.contains(folder.path), "\(path)")
    }
    #expect(try text("a/results/result.json").contains("plan/plan.yaml"))
  }

  @Test func `the document shows what is printed`() throws {
    let document = try String(contentsOf: Tool.checkout.appending(path: "docs/evidence.md"), encoding: .utf8)
    for (old, new) in [("my.key", "rfc8032-test-1.key"), ("my.pub", "rfc8032-test-1.pub")] {
      try FileManager.default.moveItem(at: url(old), to: url(new))
    }
    var count = 0
    for block in document.components(separatedBy: "```") where block.hasPrefix("\n$ ") {
      for step in block.components(separatedBy: "\n$ ").dropFirst() {
        let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let shown = lines.count > 1 ? lines[1] : ""
        if lines[0].hasPrefix("cat ") {
          try write(shown, String(lines[0].dropFirst(4)))
        } else {
          let result = try run(String(lines[0].dropFirst("pratique ".count)))
          #expect(comparable(result.output + result.errors) == comparable(shown), "\(lines[0])")
        }
        count += 1
      }
    }
    #expect(count == 8)
  }

  /// The library of these tests has fewer files, and a new key another id each time.
  private func comparable(_ text: String) -> String {
    let key = "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9"
    return text.replacing(key, with: "KEY").replacing(/[0-9a-f]{64}/, with: "SHA256")
      .replacing(/[0-9]+ files/, with: "FILES").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func shell(_ line: String, _ files: [String: String] = [:]) throws -> Int32 {
    for (path, text) in files { try write(text, path) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static let hasTools = ["python3", "openssl"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  /// Whoever holds the key signs another answer than the one that follows.
  @Test(
    .enabled(if: EvidenceCommandTests.hasTools, "there is no python3 or openssl"),
    arguments: [
      ("results/result.json", "\"gap\"", "\"satisfied\""), ("results/report.md", "Register", "Registered"),
      ("plan/plan.yaml", "count: 200", "count: 2"),
      ("packs/jurisdictions/xx/sample/pack.xml", "value=\"100\"", "value=\"1000\""),
      ("plan/plan.yaml", "name: Shop", "name: Stop"),
      ("packs/rules/vocabulary.xml", "</vocabulary>", ""),
    ])
  func `an answer that does not follow is named, whoever signed it`(
    _ path: String, _ right: String, _ wrong: String
  ) throws {
    try bundle("a", "--key my.key")
    let before = try text("a/\(path)")
    try #require(before.contains(right))
    try resign("a", path, before.replacingOccurrences(of: right, with: wrong))
    let result = try run("evidence verify a --key my.pub")
    #expect(result.status == 1 && result.output.contains("derivation: "), "\(result.output)")
  }

  /// Changes a file of the folder and makes the lists and the signature anew, with sed and openssl alone.
  private func resign(_ bundle: String, _ path: String, _ text: String, engine: String? = nil) throws {
    try write(text, "\(bundle)/\(path)")
    try write(
      """
      import base64, hashlib, json, os, subprocess, sys
      os.chdir(sys.argv[1])
      def sum(path): return hashlib.sha256(open(path, "rb").read()).hexdigest()
      text = open("manifest.json").read()
      manifest = json.loads(text)
      for file in manifest["files"]:
          old = '"sha256": "%s",\\n      "size": %d,' % (file["sha256"], file["size"])
          text = text.replace('"path": "%s",\\n      %s' % (file["path"], old),
            '"path": "%s",\\n      "sha256": "%s",\\n      "size": %d,' % (file["path"], sum(file["path"]), os.path.getsize(file["path"])))
      open("manifest.json", "w").write(text)
      names = [line[66:].rstrip("\\n") for line in open("SHA256SUMS")]
      open("SHA256SUMS", "w").writelines("%s  %s\\n" % (sum(name), name) for name in names)
      envelope = json.load(open("bundle.dsse.json"))
      statement = json.loads(base64.b64decode(envelope["payload"]))
      for subject in statement["subject"]: subject["digest"]["sha256"] = sum(subject["name"])
      for key in statement["predicate"]: statement["predicate"][key] = json.loads(text)[key]
      payload = json.dumps(statement, separators=(",", ":"), ensure_ascii=False).encode()
      open("../message", "wb").write(b"DSSEv1 28 application/vnd.in-toto+json %d " % len(payload) + payload)
      subprocess.run("openssl pkeyutl -sign -inkey ../my.key -rawin -in ../message -out ../signature", shell=True, check=True)
      old = open("bundle.dsse.json").read()
      new = old.replace(envelope["payload"], base64.b64encode(payload).decode())
      new = new.replace(envelope["signatures"][0]["sig"], base64.b64encode(open("../signature", "rb").read()).decode())
      open("bundle.dsse.json", "w").write(new)

      """, "resign.py")
    #expect(try shell("python3 resign.py \(bundle)") == 0)
  }

  /// A bundle that another version of the engine made: what it found is compared, not how it wrote it.
  @Test(.enabled(if: EvidenceCommandTests.hasTools, "there is no python3 or openssl"))
  func `under another version the findings are compared`() throws {
    try bundle("a")
    let manifest = try text("a/manifest.json")
    let guide = try text("a/README.md")
    let version = try #require(manifest.split(separator: "\"engine\": \"").last?.prefix { $0 != "\"" })
    try write(guide.replacingOccurrences(of: version, with: "99.0.0"), "a/README.md")
    let result = try text("a/results/result.json").replacingOccurrences(
      of: "Register large", with: "Enter large")
    try write(
      manifest.replacingOccurrences(of: "\"engine\": \"\(version)\"", with: "\"engine\": \"99.0.0\""),
      "a/manifest.json")
    try resign("a", "results/result.json", result)
    let right = try run("evidence verify a --key my.pub")
    #expect(right.status == 0, "\(right.output)")
    #expect(
      right.output.contains("by the engine 99.0.0")
        && right.output.contains("its reports were not compared"))
    let verdict = try #require(result.range(of: "\"verdict\" : \"gap\""))
    try resign(
      "a", "results/result.json", result.replacingCharacters(in: verdict, with: "\"verdict\" : \"satisfied\"")
    )
    let wrong = try run("evidence verify a --key my.pub")
    #expect(wrong.status == 1)
    #expect(
      wrong.output.contains("xx.sample/register@a` was satisfied")
        && wrong.output.contains("derived again it is gap"),
      "\(wrong.output)")
  }

  /// Who holds a key could sign a result of a version that nobody has.
  @Test(
    .enabled(if: EvidenceCommandTests.hasTools, "there is no python3 or openssl"),
    arguments: [
      ("\"severity\" : \"", "\"severity\" : \"low\", \"was\" : \""),
      ("\"decision\" : \"", "\"decision\" : \"go\", \"was\" : \""),
    ])
  func `under another version more than verdicts is compared`(_ old: String, _ new: String) throws {
    try bundle("a")
    let manifest = try text("a/manifest.json")
    let version = try #require(manifest.split(separator: "\"engine\": \"").last?.prefix { $0 != "\"" })
    try write(try text("a/README.md").replacingOccurrences(of: version, with: "99.0.0"), "a/README.md")
    try write(
      manifest.replacingOccurrences(of: "\"engine\": \"\(version)\"", with: "\"engine\": \"99.0.0\""),
      "a/manifest.json")
    let result = try text("a/results/result.json")
    try resign("a", "results/result.json", result.replacingOccurrences(of: old, with: new))
    let made = try run("evidence verify a --key my.pub")
    #expect(made.status == 1 && made.output.contains("derived again it is"), "\(made.output)")
  }

  @Test func `a profile in a file, one beside it, and packs of one's own come along`() throws {
    func profile(_ id: String, _ body: String) -> String {
      "<profile xmlns=\"urn:pratique:profile:1\" id=\"\(id)\" title=\"\(id)\"><summary>s</summary>\(body)</profile>"
    }
    try write(profile("base", "<drop provision=\"xx.sample/sale\" reason=\"No.\"/>"), "mine/base.xml")
    try write(profile("house", "<extends ref=\"base\"/>"), "mine/house.xml")
    try bundle("a.zip", "--key my.key --profile abundant-resources --profile mine/house.xml --only xx")
    try bundle("a", "--profile abundant-resources --profile mine/house.xml --only xx")
    #expect(try text("a/profiles/base.xml") == text("mine/base.xml"))
    #expect(
      try text("a/manifest.json").contains(#""profiles": ["abundant-resources", "profiles/house.xml"]"#))
    try FileManager.default.removeItem(at: url("mine"))
    let moved = try run("evidence verify a.zip --key my.pub", environment: ["PRATIQUE_PACKS": "/nowhere"])
    #expect(moved.status == 0, "\(moved.output)")
    #expect(try run("evidence verify a --unsigned").status == 0)
    // The base is not looked for on the machine of whoever checks.
    try FileManager.default.removeItem(at: url("a/profiles/base.xml"))
    #expect(
      try run("evidence verify a --unsigned").output.contains("missing: `profiles/base.xml` is missing"))
  }

  @Test func `a plan from standard input, a scenario, a trust file`() throws {
    try write(
      """
      pratique: 1
      keys:
        - name: Me # myself
          key: MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
          bundles: ["Sh*"]
          from: 2026-01-01

      """, "trust.yaml")
    // A trust file beside the plan asks for signed packs too.
    #expect(try run("evidence bundle plan.yaml --output a.zip --key my.key").errors.contains("is not signed"))
    try FileManager.default.moveItem(at: url("trust.yaml"), to: url("keys.yaml"))
    let plan = Self.plan + "scenarios: { near: { stores: [{ id: s, country: DE }] } }\n"
    let made = try run("evidence bundle - --output a.zip --key my.key --scenario near", input: plan)
    #expect(made.status == 0, "\(made.errors)")
    let right = try run("evidence verify a.zip --trust keys.yaml")
    #expect(right.status == 0 && right.output.contains("signed by Me"), "\(right.output)")
    #expect(try run("evidence verify a.zip", environment: ["PRATIQUE_TRUST": "keys.yaml"]).status == 0)
    // A new key leaves old bundles good, and the old key signs no more.
    let rotated = try run("keys rotate --trust keys.yaml --name Me --output new.key --on 2026-11-23")
    #expect(rotated.status == 0, "\(rotated.errors)")
    #expect(try text("keys.yaml").contains("name: Me # myself"))
    #expect(try run("evidence verify a.zip --trust keys.yaml").status == 0)
    try bundle("b.zip", "--key my.key --signed-on 2026-11-23")
    let old = try run("evidence verify b.zip --trust keys.yaml")
    #expect(old.status == 1 && old.output.contains("counted until 2026-11-22, and the day is 2026-11-23"))
    try bundle("c.zip", "--key new.key --signed-on 2026-11-23")
    #expect(try run("evidence verify c.zip --trust keys.yaml").status == 0)
    let list = try run("keys list --trust keys.yaml --as-of 2026-11-23").output
    #expect(list.contains("Me  no longer counts on 2026-11-23") && list.contains("Me  counts on 2026-11-23"))
    #expect(
      list.contains("  until 2026-11-22; bundles of Sh*") || list.contains("until 2026-11-22; bundles of Sh*")
    )
  }

  @Test func `in a folder links, pipes, empty folders and whatever was added are faults`() throws {
    try bundle("a")
    try FileManager.default.createDirectory(at: url("a/evidence/empty"), withIntermediateDirectories: true)
    try write("more", "a/evidence/more.txt")
    #expect(try shell("ln -s more.txt a/evidence/link && mkfifo a/pipe && ln -s / a/root") == 0)
    try FileManager.default.removeItem(at: url("a/plan/plan.yaml"))
    #expect(try shell("ln -s ../../plan.yaml a/plan/plan.yaml") == 0)
    let result = try run("evidence verify a --key my.pub")
    #expect(result.status == 1)
    for fault in [
      "entry: `evidence/empty/` is an empty folder", "entry: `evidence/link` is no plain file",
      "entry: `pipe` is no plain file", "entry: `root` is no plain file",
      "entry: `plan/plan.yaml` is no plain file",
      "added: `evidence/more.txt` was added", "missing: `plan/plan.yaml` is missing",
    ] {
      #expect(result.output.contains(fault), "\(result.output)")
    }
  }

  /// Archives that nobody here wrote, made by Python.
  @Test(
    .enabled(if: EvidenceCommandTests.hasTools, "there is no python3 or openssl"),
    arguments: [
      ("z.writestr('../up', b'x')", "absolute, or has an empty part"),
      ("z.writestr('/etc/x', b'x')", "absolute, or has an empty part"),
      ("z.writestr('a', b'x', zipfile.ZIP_DEFLATED)", "`a` is compressed"),
      ("z.writestr('a', b'x'); z.writestr('a', b'y')", "each once: `a`"),
      (
        "[z.writestr('%06d' % i, b'') for i in range(100000)]",
        "not as `pratique evidence bundle` writes it|more than 10000 files"
      ),
      ("z.comment = b'hello'; z.writestr('a', b'x')", "is not as `pratique"),
      ("pass", "no ZIP archive with files"),
    ])
  func `archives of others are refused with a reason`(_ script: String, _ complaint: String) throws {
    try write(
      "import warnings, zipfile\nwarnings.simplefilter('ignore')\nz = zipfile.ZipFile('h.zip', 'w')\n\(script)\nz.close()\n",
      "h.py")
    #expect(try shell("python3 h.py") == 0)
    let result = try run("evidence verify h.zip --key my.pub")
    #expect(result.status == 1)
    #expect(complaint.split(separator: "|").contains { result.output.contains($0) }, "\(result.output)")
  }

  @Test func `files that are too large, cut off or none are refused`() throws {
    #expect(try shell("truncate -s 1G big.zip && mkdir big && truncate -s 1G big/manifest.json") == 0)
    #expect(try run("evidence verify big.zip --unsigned").output.contains("has more than 268435456 bytes"))
    #expect(try run("evidence verify big --unsigned").output.contains("with `manifest.json` it is too large"))
    try bundle("a.zip")
    let bytes = try Data(contentsOf: url("a.zip"))
    for count in [0, 1, 4, 29, 30, 1_000, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(count).write(to: url("cut.zip"))
      let result = try run("evidence verify cut.zip --key my.pub")
      #expect(
        result.status == 1 && result.output.contains("archive: the archive is refused"), "\(result.output)")
    }
  }

  @Test(arguments: [
    ("evidence verify none.zip --unsigned", "no such file"),
    ("evidence verify plan.yaml", "no key is trusted"),
    ("evidence verify plan.yaml --key my.pub --unsigned", "leave it out"),
    ("evidence verify plan.yaml --key my.pub --trust x", "exclude each other"),
    ("evidence verify plan.yaml --key my.key", "is no public key"),
    ("evidence verify plan.yaml --unsigned --format yaml", "is not a format"),
    ("evidence bundle plan.yaml --output rules", "is no empty folder"),
    ("evidence bundle plan.yaml --output plan.yaml", "is no empty folder"),
    ("evidence bundle plan.yaml --output none/a", "no such folder"),
    ("evidence bundle plan.yaml --output a --signed-on 2026-01-01", "name one with --key"),
    ("evidence bundle plan.yaml --output a --key my.key --signed-on x", "is not a date"),
    ("evidence bundle plan.yaml --output a --key my.pub", "others than its owner"),
    ("evidence bundle my.key --output a", "my.key"),
    ("evidence bundle secret.yaml --output a", "looks like a private key"),
    ("evidence bundle broken.yaml --output a", "broken.yaml:2"),
    ("keys list none.pub", "no such file"), ("keys list plan.yaml", "is no key in PEM"),
    ("keys rotate --trust plan.yaml --name A --output x.key", "a trust file"),
    ("keys new --output x.key --algorithm rsa", "rsa"),
  ])
  func `what cannot be done is told, and nothing is left behind`(_ command: String, _ complaint: String)
    throws
  {
    try write(Self.plan + "# -----BEGIN EC PRIVATE KEY-----\n", "secret.yaml")
    try write("pratique: 1\nstorez: []\n", "broken.yaml")
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let result = try run(command)
    #expect(result.status == 2)
    #expect(result.errors.contains(complaint), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
  }
}
