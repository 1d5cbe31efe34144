import Foundation
import TimeZones
import Testing

@testable import FEEL

@Suite struct ZoneTests {
  private let zones = Zones.system()

  @Test func `the clocks of the system's zones agree with the oracle`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/Values/zones.txt")
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      let time = try #require(DateTime("\(words[1])@\(words[0])", zones: zones), "\(line)")
      #expect(time.instant == Int128(words[3]).map { $0 * 1_000_000_000 }, "\(line)")
    }
  }

  @Test func `time that passes moves the instant by as much, across every change`() throws {
    for name in ["Europe/Paris", "Australia/Lord_Howe", "America/New_York"] {
      var time = try #require(DateTime("2024-01-01T00:00:00@\(name)", zones: zones))
      let step = try #require(DayTimeDuration(seconds: 47 * 60))
      for _ in 0..<12_000 {
        let next = try #require(time.adding(step))
        #expect(next.subtracting(time) == step, "\(time) \(next)")
        time = next
      }
    }
  }

  @Test(arguments: [
    "europe/paris", "Europe", "Europe/", "/Europe/Paris", "../zoneinfo/Europe/Paris", "posix/Europe/Paris",
    "right/UTC", "localtime", "zone.tab", "", "GMT+2", "CEST", "Europe/Paris\0",
  ])
  func `names that are none`(_ name: String) { #expect(zones[name] == nil) }

  @Test func `no data, no zone`() {
    let none = Zones.system(in: "/nonexistent")
    #expect(none["Europe/Paris"] == nil)
    #expect(none["Etc/UTC"] != nil)
  }

  @Test func `broken files are no zones`() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris")))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let folder = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(bytes[..<count]).write(to: folder.appending(path: "Cut"))
      #expect(Zones.system(in: folder.path)["Cut"] == nil, "\(count)")
      var random = Random(seed: UInt64(count))
      var wrong = bytes
      for _ in 0..<8 {
        wrong[Int.random(in: 0..<wrong.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try Data(wrong).write(to: folder.appending(path: "Wrong"))
      // Whatever it reads, it must not trap.
      _ = Zones.system(in: folder.path)["Wrong"]?.offset(at: 1_700_000_000)
    }
  }
}
