import Foundation
import Testing

/// Pages of packs, as `pack doc` writes them.
@Suite struct DocumentationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The page of the sample pack with changes; each must be found in it once.
  private func page(_ changes: [(String, String)] = []) throws -> String {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    var text = try String(contentsOf: Self.folder.appending(path: "pack.xml"), encoding: .utf8)
    for (before, after) in changes {
      try #require(text.components(separatedBy: before).count == 2, "`\(before)` is not in the sample once")
      text = text.replacingOccurrences(of: before, with: after)
    }
    let pack = scratch.appending(path: "jurisdictions/xx/sample")
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scratch.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try Data(text.utf8).write(to: pack.appending(path: "pack.xml"))
    let cases = pack.appending(path: "cases")
    try FileManager.default.createDirectory(at: cases, withIntermediateDirectories: true)
    try Data(Self.cases.utf8).write(to: cases.appending(path: "sample.yaml"))
    let site = scratch.appending(path: "site")
    let result = try Tool.run(["pack", "doc", "--packs", scratch.path, "--output-dir", site.path])
    try #require(result.status == 0, "\(result.errors)")
    return try String(contentsOf: site.appending(path: "xx.sample.html"), encoding: .utf8)
  }

  private static let cases = """
    pack: xx.sample
    asOf: 2026-11-21
    base:
      activities: [{ id: a, roles: [controller], subjects: { count: 200 }, occasional: false, stores: [s] }]
      stores: [{ id: s, country: DE }]
    cases:
      - name: few people
        plan: { activities: [{ id: a, subjects: { count: 99 } }] }
        expect: { register: notApplicable }
      - name: place not stated
        without: [stores.s.country]
        expect: { register: undetermined }

    """

  @Test func `the page of the sample is as read`() throws {
    let made = try page()
    // The style and its hash are the business of the eye.
    let body = made.components(separatedBy: "<body>").last ?? ""
    let golden = Self.folder.appending(path: "pack.html")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(body.utf8).write(to: golden) }
    let old = try String(contentsOf: golden, encoding: .utf8).components(separatedBy: "\n")
    let new = body.components(separatedBy: "\n")
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : "(end)"
      let after = index < new.count ? new[index] : "(end)"
      guard before != after else { continue }
      Issue.record("Cases/pack.html:\(index + 1)\n  golden: \(before)\n  made:   \(after)")
      return
    }
  }

  @Test func `nothing is loaded and nothing runs`() throws {
    let page = try page()
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
    for word in ["<script", " src=", "<link", "@import", "url(", "javascript:", " on"] {
      #expect(!page.contains("\(word)=") && (word == " on" || !page.contains(word)), "\(word)")
    }
  }

  @Test func `text of a pack cannot become markup or a link that acts`() throws {
    let hostile = "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x"
    let page = try page([
      ("title=\"Register\"", "title=\"\(hostile)\""),
      ("title=\"A law\"", "title=\"\(hostile)\" href=\"javascript:alert(1)\""),
      ("<summary>Allowed with consent.</summary>", "<summary>\(hostile)</summary>"),
      ("title=\"occasional\"", "title=\"\(hostile)\""), ("title=\"Sample\"", "title=\"\(hostile)\""),
    ])
    #expect(!page.contains("<script") && !page.contains("\" onload"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }
}
