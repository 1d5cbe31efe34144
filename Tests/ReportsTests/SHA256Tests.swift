import Testing

@Test func `the hash of the fixture is SHA-256`() {
  #expect(sha256([]).prefix(4) == [0xe3, 0xb0, 0xc4, 0x42])
  #expect(sha256(Array("abc".utf8)).suffix(4) == [0xf2, 0x00, 0x15, 0xad])
  #expect(sha256([UInt8](repeating: 0x61, count: 1000)).prefix(4) == [0x41, 0xed, 0xec, 0xe4])
}
