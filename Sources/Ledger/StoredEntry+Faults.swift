import Diagnostics
import JSON
import Signing

extension StoredEntry {
  /// What is wrong with the row, looked at alone.
  var faults: [Fault] {
    var faults: [Fault] = []
    func expect(_ isSound: Bool, _ code: Fault.Code, _ message: String) {
      if !isSound { faults.append(Fault(.entry(number), code, message)) }
    }
    expect(Kind(rawValue: kind) != nil, .kind, "its kind is no word of letters and digits")
    expect(isTime(time), .time, "its time is not written YYYY-MM-DDThh:mm:ssZ")
    expect(contentNames != nil, .contents, "its contents are no ascending list of SHA-256")
    expect(bodyValue != nil, .body, "its body is no object of JSON without white space")
    expect(isSHA256(previous), .previous, "the hash of the entry before is no SHA-256")
    expect(hash == hashed, .hash, "its hash is not that of its text")
    return faults
  }

  var bodyValue: JSONValue? { StoredEntry.bodyValue(Array(body.utf8)) }

  /// Nil unless the text is an object, and as we would write it.
  static func bodyValue(_ bytes: [UInt8]) -> JSONValue? {
    guard let value = value(bytes, upTo: Limits.body), case .object = value else { return nil }
    return value
  }

  /// Nil unless it is a list of SHA-256, ascending, as we would write it.
  var contentNames: [String]? {
    guard let items = StoredEntry.value(Array(contents.utf8), upTo: 70 * Limits.contents + 2)?.items else {
      return nil
    }
    let names = items.compactMap(\.string).filter(isSHA256)
    guard names.count == items.count, zip(names, names.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    return names
  }

  private static func value(_ bytes: [UInt8], upTo count: Int) -> JSONValue? {
    var limits = Node.Limits.standard
    limits.bytes = count
    // A text may fill the body.
    limits.scalarLength = count
    guard let node = try? JSON.parse(bytes, named: "ledger", limits: limits) else { return nil }
    let value = JSONValue(node)
    return Array(value.compactText.utf8) == bytes ? value : nil
  }
}
