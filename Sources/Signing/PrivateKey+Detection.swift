extension PrivateKey {
  /// Whether a file holds what looks like a private key of any kind in PEM or OpenPGP's armour; what is to be given away may not.
  package static func looksPresent(in file: [UInt8]) -> Bool {
    let (start, words) = (Array("-----BEGIN ".utf8), Array("PRIVATE KEY".utf8))
    var place = 0
    while place + start.count <= file.count {
      guard file[place] == start[0], file[place..<(place + start.count)].elementsEqual(start) else {
        place += 1
        continue
      }
      place += start.count
      let label = file[place..<min(place + 64, file.count)].prefix { $0 != 0x0A && $0 != 0x0D }
      if label.indices.contains(where: { label[$0...].starts(with: words) }) { return true }
    }
    return false
  }
}
