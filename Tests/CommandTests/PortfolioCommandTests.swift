import Foundation
import Testing

/// `portfolio` as a user runs it.
@Suite struct PortfolioCommandTests {
  private static let entry = "docs/plans/entry.yaml"
  private static let second = "examples/payments-india/plan.yaml"

  private func portfolio(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["portfolio", "--as-of", "2026-11-21", "--only", "eu.gdpr,in"] + arguments)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func inScratch(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test(arguments: ["text", "csv", "json", "html"])
  func `the order of the plans does not matter`(format: String) throws {
    let made = try portfolio(Self.entry, Self.second, "--format", format)
    #expect(made.status == 0 && made.errors.isEmpty && !made.output.isEmpty)
    #expect(made.output == (try portfolio(Self.second, Self.entry, "--format", format).output))
  }

  /// Nothing is worked out twice: the numbers are those of `assess`.
  @Test func `a row has the numbers of the plan alone`() throws {
    try inScratch { folder in
      let file = folder.appending(path: "result.json").path
      _ = try Tool.run([
        "assess", Self.entry, "--as-of", "2026-11-21", "--only", "eu.gdpr,in", "--format", "json", "-o", file,
      ])
      let alone = try object(String(contentsOfFile: file, encoding: .utf8))
      let readiness = try #require((alone["risk"] as? [String: Any])?["markets"] as? [[String: Any]])
      let made = try object(portfolio(Self.entry, "--format", "json", "--earlier", file).output)
      let rows = try #require(made["rows"] as? [[String: Any]])
      #expect(rows.count == readiness.count)
      for row in rows {
        let own = try #require(readiness.first { $0["market"] as? String == row["market"] as? String })
        #expect(row["met"] as? Int == own["met"] as? Int)
        #expect(row["readiness"] as? [String: Double] == own["percent"] as? [String: Double])
        let scores = (row["categories"] as? [[String: Any]])?.map { $0["score"] as? [String: Double] }
        #expect(scores == (own["categories"] as? [[String: Any]])?.map { $0["score"] as? [String: Double] })
        // Held against itself, nothing has moved.
        let trend = try #require(row["trend"] as? [String: Any])
        let change = (trend["readiness"] as? [String: Any])?["change"] as? [String: Double]
        #expect(change == ["low": 0, "high": 0])
      }
      #expect((made["gone"] as? [Any])?.isEmpty == true)
      let earlier = try #require((made["earlier"] as? [[String: Any]])?.first)
      #expect((earlier["remarks"] as? [String]) == [])
    }
  }

  @Test func `an earlier result that is none is told with its place`() throws {
    try inScratch { folder in
      let cases = [
        ("{\n  \"schemaVersion\": \"1.4\",\n  \"risk\": {\n", 4, "a key in double quotes is expected"),
        ("{\n  \"schemaVersion\": \"9.0\", \"risk\": {}\n}", 2, "results of version `9.0` cannot be read"),
        ("{ \"pratique\": 1 }", 1, "this is no result file"),
        ("pratique: 1", 1, "error"),
      ]
      for (number, (text, line, message)) in cases.enumerated() {
        let file = folder.appending(path: "\(number).json")
        try Data(text.utf8).write(to: file)
        let result = try portfolio(Self.entry, "--earlier", file.path)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(
          result.errors.contains("\(number).json:\(line):") && result.errors.contains(message),
          "\(result.errors)")
      }
    }
  }

  /// A broken plan and a broken result are told together.
  @Test func `all mistakes of all files are told`() throws {
    try inScratch { folder in
      for (name, text) in [("plan.yaml", "pratique: 1\nmarket: []\n"), ("old.json", "[]")] {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let result = try portfolio(
        folder.appending(path: "plan.yaml").path, Self.entry, "--earlier",
        folder.appending(path: "old.json").path)
      #expect(result.status == 2)
      #expect(result.errors.contains("plan.yaml:2:") && result.errors.contains("old.json:1:"))
    }
  }

  @Test func `what cannot be asked for is told`() throws {
    #expect(try portfolio(Self.entry, Self.entry).errors.contains("is named twice"))
    #expect(try portfolio(Self.entry, "--format", "htm").errors.contains("`htm` is not a format"))
    #expect(
      try portfolio(Self.entry, "--earlier", "no-such.json").errors.contains("cannot read `no-such.json`"))
    #expect(try portfolio().status == 2)
  }
}
