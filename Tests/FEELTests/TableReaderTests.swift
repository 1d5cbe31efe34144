import FEEL
import Testing

/// JSON read straight into a table: exact on what it takes, and it takes nothing that is not in order.
struct TableReaderTests {
  private static let shapes = [
    JSONShape([
      .init("b", .fact(0, isRead: true)), .init("n", .fact(1, isRead: true)),
      .init("d", .fact(2, isRead: true)),
      .init("s", .fact(3, isRead: true)), .init("tags", .fact(5, isRead: true)),
      .init("things", .collection(1)),
      .init("aNameOfMoreThanSixteenBytes", .fact(3, isRead: false)),
    ]),
    JSONShape([
      .init("b1", .fact(0, isRead: true)), .init("n1", .fact(2, isRead: true)),
      .init("text", .fact(6, isRead: false)),
      .init("parts", .rows(fact: 9, kind: 2)),
    ]),
    JSONShape([.init("n", .fact(1, isRead: true)), .init("b", .fact(0, isRead: true))]),
  ]

  private static func read(_ text: String) -> FactTable? {
    let lexicon = Lexicon()
    let table = FactTable(Things.environment, lexicon)
    let reader = TableReader(
      shapes, root: 0, Things.environment, lexicon, nullIsUnstated: true, extent: .open)
    return reader?.read(Array(text.utf8), into: table) == true ? table : nil
  }

  private static func plan(_ fact: Int, _ table: FactTable) -> Value {
    table.value(Cell(kind: 0, row: 0, fact: fact))
  }

  @Test func `facts stand in the table as stated`() throws {
    let text = """
      { "b" : true, "n": -12.50, "d": "2024-02-29", "s": "Größe", "tags": ["red", ""],
        "things": [ {"n1": 1e3, "b1": null, "parts": [{"n": 0}, {"b": false}]}, {"text": "skipped", "n1": 0.0000001} ],
        "aNameOfMoreThanSixteenBytes": "x" }
      """
    let table = try #require(Self.read(text))
    #expect(Self.plan(0, table) == .boolean(true))
    #expect(Self.plan(1, table) == .number(try #require(Decimal("-12.5"))))
    #expect(Self.plan(2, table).description == "2024-02-29")
    #expect(Self.plan(3, table) == .string("Größe"))
    #expect(Self.plan(5, table).description == "[\"red\", \"\"]")
    #expect(table.rowCount(of: 1) == 2 && table.rowCount(of: 2) == 2)
    #expect(table.extent(of: 1) == .open)
    #expect(table.value(Cell(kind: 1, row: 0, fact: 2)).description == "1000")
    #expect(table.value(Cell(kind: 1, row: 1, fact: 2)).description == "0.0000001")
    #expect(table.value(Cell(kind: 1, row: 0, fact: 9)).description == "[row 0 of kind 2, row 1 of kind 2]")
    if case .unknown = table.value(Cell(kind: 1, row: 0, fact: 0)) {
    } else {
      Issue.record("null is not stated here")
    }
  }

  @Test(arguments: [
    "", "{", "[]", "{}x", "{\"b\":true,}", "{\"b\":true \"n\":1}", "{\"b\":true,\"b\":false}", "{\"zz\":1}",
    "{\"b\":tru}", "{\"b\":\"true\"}", "{\"n\":01}", "{\"n\":1.}", "{\"n\":.5}", "{\"n\":+1}", "{\"n\":1e}",
    "{\"n\":--1}", "{\"d\":\"2023-02-29\"}", "{\"d\":\"2024-13-01\"}", "{\"d\":\"2024-1-01\"}",
    "{\"d\":\"2024-01-0x\"}",
    "{\"s\":\"a\\n\"}", "{\"s\":\"a\u{1}\"}", "{\"s\":\"open}", "{\"tags\":[\"a\",]}", "{\"tags\":\"a\"}",
    "{\"tags\":[1]}",
    "{\"things\":{}}", "{\"things\":[1]}", "{\"things\":null}", "{\"things\":[{}", "{\"b\" true}", "{b:true}",
    "{'b':true}",
    "{\"aNameOfMoreThanSixteenBytez\":\"x\"}", "{\"n\":1}\u{0}", "\u{FEFF}{}", "{\"n\":NaN}", "{\"b\":nul}",
  ])
  func `what is not wholly in order is refused`(_ text: String) { #expect(Self.read(text) == nil) }

  @Test func `bytes that are no text, and every beginning of a document, are refused`() throws {
    let lexicon = Lexicon()
    let table = FactTable(Things.environment, lexicon)
    let reader = try #require(
      TableReader(Self.shapes, root: 0, Things.environment, lexicon, nullIsUnstated: true, extent: .open))
    let text = Array(
      #"{"b":true,"n":-12.5e1,"d":"2024-02-29","s":"Größe","things":[{"n1":1,"parts":[{"n":0}]}],"tags":["red"]}"#
        .utf8)
    #expect(reader.read(text, into: table))
    for count in text.indices { #expect(!reader.read(Array(text[..<count]), into: table)) }
    var random = Random(seed: 5)
    for _ in 0..<20_000 {
      var changed = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      // Taken or not: it must end, and what it takes must be text.
      if reader.read(changed, into: table) {
        #expect(String(validating: changed, as: UTF8.self) != nil, "\(changed)")
      }
    }
  }

  @Test func `the same text gets the same number, with or without the reader`() throws {
    let table = try #require(
      Self.read(#"{"s":"abcdefgh","tags":["abcdefgh","abcdefghi","abcdefg","Größe"]}"#))
    let row = table.appendRow(of: 0)
    for (index, text) in ["abcdefgh", "abcdefghi", "abcdefg", "Größe"].enumerated() {
      table.set(3, of: row, 0, to: .string(text))
      #expect(table.value(Cell(kind: 0, row: row, fact: 3)) == .string(text), "\(index)")
    }
  }
}
