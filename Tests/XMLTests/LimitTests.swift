import Diagnostics
import Testing
import XML

struct LimitTests {
  @Test func `a document has at most 16 MB`() {
    let bytes = Array("<a>".utf8) + [UInt8](repeating: 0x20, count: 16 << 20) + Array("</a>".utf8)
    #expect(codes(bytes) == ["xml.too-long"])
  }

  @Test func `elements are nested at most 64 deep`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(codes(nested(64)) == [])
    #expect(codes(nested(65)) == ["xml.too-deep"])
    #expect(codes(String(repeating: "<a>", count: 1_000_000)) == ["xml.too-deep"])
  }

  @Test func `a document has at most 200,000 elements`() {
    func many(_ count: Int) -> String { "<a>" + String(repeating: "<b/>", count: count - 1) + "</a>" }
    #expect(codes(many(200_000)) == [])
    #expect(codes(many(200_001)) == ["xml.too-many-nodes"])
  }

  @Test func `an element has at most 64 attributes`() {
    func attributes(_ count: Int) -> String {
      "<a " + (0..<count).map { "b\($0)='1'" }.joined(separator: " ") + "/>"
    }
    #expect(codes(attributes(64)) == [])
    #expect(codes(attributes(65)) == ["xml.too-many-attributes"])
  }

  @Test func `an attribute has at most 64 KB`() {
    func long(_ count: Int) -> String { "<a b='" + String(repeating: "x", count: count) + "'/>" }
    #expect(codes(long(65_536)) == [])
    #expect(codes(long(65_537)) == ["xml.attribute-too-long"])
  }

  @Test func `text has at most 1 MB`() {
    func long(_ count: Int) -> String { "<a>" + String(repeating: "x", count: count) + "</a>" }
    #expect(codes(long(1 << 20)) == [])
    #expect(codes(long(1 << 20 + 1)) == ["xml.text-too-long"])
    let pieces = String(repeating: "<b/>" + String(repeating: "x", count: 1 << 19), count: 3)
    #expect(codes("<a>\(pieces)</a>") == ["xml.text-too-long"])
    #expect(
      codes("<a><![CDATA[\(String(repeating: "x", count: 1 << 20 + 1))]]></a>") == ["xml.text-too-long"])
  }

  @Test func `at most 50 mistakes are told`() {
    #expect(codes("<a>" + String(repeating: "&x;", count: 100) + "</a>").count == 50)
  }
}
