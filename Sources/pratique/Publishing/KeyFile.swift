import Glibc
import Signing

/// Keys in files: PEM, as openssl reads and writes them.
enum KeyFile {
  /// The private key in `path`, for its owner alone, and the public one beside it. Nothing is overwritten.
  static func write(_ key: PrivateKey, to path: String) throws {
    let files = [(path, key.pem, 0o600 as mode_t), ("\(path).pub", key.publicKey.pem, 0o644)]
    for (path, _, _) in files where exists(path) {
      throw Problem("`\(path)` exists already; a key is never overwritten")
    }
    for (path, text, mode) in files { try create(path, Array(text.utf8), mode: mode) }
  }

  static func privateKey(_ path: String) throws -> PrivateKey {
    let bytes = try read(path)
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw Problem("others than its owner can read the key `\(path)`; run `chmod 600 \(path)`")
    }
    guard let key = PrivateKey(pem: bytes) else {
      throw Problem("`\(path)` is no private key (Ed25519, P-256) in PEM; `pratique keys new` makes one")
    }
    return key
  }

  static func publicKey(_ path: String) throws -> PublicKey {
    guard let key = PublicKey(pem: try read(path)) else {
      throw Problem("`\(path)` is no public key (Ed25519, P-256) in PEM")
    }
    return key
  }

  /// The public key of a file with either.
  static func anyKey(_ path: String) throws -> PublicKey {
    let bytes = try read(path)
    if let key = PublicKey(pem: bytes) { return key }
    guard PrivateKey.looksPresent(in: bytes) else { throw Problem("`\(path)` is no key in PEM") }
    return try privateKey(path).publicKey
  }

  private static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw Problem(
        "cannot write `\(path)`: \(errno == EEXIST ? "it exists already" : "file error \(errno)")")
    }
    defer { close(descriptor) }
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else {
      throw Problem("cannot write `\(path)`: file error \(errno)")
    }
  }
}
