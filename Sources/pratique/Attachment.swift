import Glibc

/// What stands behind the program in its own file: the compiled library, and beside it the files that it was made from, byte by
/// byte. Who can write there can write the program, so it is believed without a signature; its sum is there for accidents.
struct Attachment: Equatable {
  /// The files, as an archive.
  let files: [UInt8]
  /// What they were compiled to, as an archive.
  let library: [UInt8]
}

extension Attachment {
  /// The last bytes of the program, four numbers: how long both parts are, the sum of the second, and this mark.
  private static let mark = "pratique".utf8.reversed().reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
  private static let tail = 4 * MemoryLayout<UInt64>.size

  /// nil if there is none, or it is not whole.
  init?(behind program: String) {
    let descriptor = unsafe open(program, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    let end = Int(status.st_size) - Attachment.tail
    guard end >= 0, let tail = piece(of: descriptor, from: end, count: Attachment.tail) else { return nil }
    let numbers = (0..<4).map { Attachment.word(tail, at: 8 * $0) }
    guard numbers[3] == Attachment.mark, numbers[0] <= end, numbers[1] <= UInt64(end) - numbers[0] else {
      return nil
    }
    let (first, second) = (Int(numbers[0]), Int(numbers[1]))
    guard let files = piece(of: descriptor, from: end - second - first, count: first),
      let library = piece(of: descriptor, from: end - second, count: second),
      Attachment.sum(library) == numbers[2]
    else { return nil }
    self.init(files: files, library: library)
  }

  /// Puts it behind the program, in place of the one that is there. A program that runs can be replaced, but not written to.
  func attach(to program: String) throws {
    let old = Attachment(behind: program)
    if old == self { return }
    var bytes = try read(program)
    if let old { bytes.removeLast(old.files.count + old.library.count + Attachment.tail) }
    let numbers = [UInt64(files.count), UInt64(library.count), Attachment.sum(library), Attachment.mark]
    bytes += files + library
    for number in numbers {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    let new = "\(program).new"
    try Output.write(bytes, to: new)
    guard unsafe chmod(new, 0o755) == 0, unsafe rename(new, program) == 0 else {
      throw Problem("cannot replace `\(program)`: file error \(errno)")
    }
  }

  /// Whatever changes in one word changes it, for every step can be undone.
  private static func sum(_ bytes: [UInt8]) -> UInt64 {
    let whole = bytes.count & ~7
    var sum = UInt64(bytes.count)
    for place in stride(from: 0, to: whole, by: 8) { add(word(bytes, at: place), to: &sum) }
    for byte in bytes[whole...] { add(UInt64(byte), to: &sum) }
    return sum
  }

  private static func add(_ word: UInt64, to sum: inout UInt64) {
    sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
    sum ^= sum >> 32
  }

  private static func word(_ bytes: [UInt8], at place: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      })
  }
}
