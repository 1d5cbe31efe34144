import Signing
import Testing

@Suite struct KeyTests {
  /// RFC 8032, section 7.1: TEST 1, 2 and 3.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ])
  func `signatures are those of RFC 8032`(
    _ seed: String, _ pub: String, _ message: String, _ expected: String
  ) throws {
    let key = Keys.key(seed)
    let (message, expected) = (Keys.bytes(message), Keys.bytes(expected))
    #expect(key.publicKey == PublicKey(raw: Keys.bytes(pub)))
    #expect(key.signature(of: message) == expected)
    #expect(key.publicKey.isSignature(expected, of: message))
    #expect(!key.publicKey.isSignature(expected, of: message + [0]))
    for index in expected.indices {
      var flipped = expected
      flipped[index] ^= 1
      #expect(!key.publicKey.isSignature(flipped, of: message))
    }
    #expect(!key.publicKey.isSignature([], of: message))
    #expect(!key.publicKey.isSignature(expected + [0], of: message))
  }

  /// The DER of RFC 8410 in base64 and its SHA-256, computed by another program.
  @Test func `a key has the id that sha256sum gives for its DER`() {
    let key = Keys.first.publicKey
    #expect(key.text == "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    #expect(key.id == "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9")
  }

  @Test func `keys survive their files`() {
    let key = Keys.second
    #expect(PrivateKey(pem: Array(key.pem.utf8))?.publicKey == key.publicKey)
    #expect(PublicKey(pem: Array(key.publicKey.pem.utf8)) == key.publicKey)
    #expect(PublicKey(text: key.publicKey.text) == key.publicKey)
    #expect(PrivateKey.random().publicKey != PrivateKey.random().publicKey)
  }

  @Test(arguments: [
    "", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
    "-----BEGIN PRIVATE KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PRIVATE KEY-----\n",
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUR\n-----END PUBLIC KEY-----\n",
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURp=\n-----END PUBLIC KEY-----\n",
    String(repeating: "A", count: 1 << 20),
  ])
  func `what is no key is refused`(_ text: String) {
    #expect(PublicKey(pem: Array(text.utf8)) == nil)
    #expect(PrivateKey(pem: Array(text.utf8)) == nil)
  }

  /// Made and signed by openssl 3.0: `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`, `openssl pkeyutl -sign -rawin`.
  private static let pem = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2FKiUQbvMDowaUvv
    JHJg2HuMii1wFnWQvkk/XsSa8SGhRANCAAQ+NoQDWNgznVG+bGwuyg7ZoLpU7Hxs
    971oUCLukzfCoxouBCEC1nr3CQIKrZXIZU//ANbGpWW50vhftdqPeOvh
    -----END PRIVATE KEY-----
    """
  private static let signatures = [
    "MEQCIFixjGYDYmp4R11Hd+ub8h53B0uIJoHqN0tbTjtqbgU5AiBbCugGuon49aIhk42DwTTYtSx8sjEyznYsdMZwsF+zzQ==",
    "MEYCIQDr789mnCnkDv2sal3Jrlelspr5hdj79VapmO1BU8E69gIhAL57s4VClzLTVkm/mfIRmaJG61ELbaiThe2evtVExf1u",
  ]

  @Test func `keys and signatures of P-256 are those of openssl`() throws {
    let key = try #require(PrivateKey(pem: Array((Self.pem + "\n").utf8)))
    #expect(key.pem == Self.pem + "\n")
    #expect(
      key.publicKey.text
        == "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPjaEA1jYM51RvmxsLsoO2aC6VOx8bPe9aFAi7pM3wqMaLgQhAtZ69wkCCq2VyGVP/wDWxqVludL4X7Xaj3jr4Q=="
    )
    #expect(key.publicKey.id == "063824c8843acd44489e8d40d30780abe43bf7059bb0f23958c48ed1ff16d673")
    #expect(key.publicKey.algorithm == .p256)
    #expect(PublicKey(pem: Array(key.publicKey.pem.utf8)) == key.publicKey)
    let message = Array("hello\n".utf8)
    for text in Self.signatures {
      let signature = try #require(bytes(ofBase64: text))
      #expect(key.publicKey.isSignature(signature, of: message))
      #expect(!key.publicKey.isSignature(signature, of: message + [0]))
      for index in signature.indices {
        var turned = signature
        turned[index] ^= 1
        #expect(!key.publicKey.isSignature(turned, of: message), "byte \(index)")
      }
      #expect(!key.publicKey.isSignature(signature + [0], of: message))
    }
    // openssl takes either of the two forms of a signature, this program one.
    #expect(Self.signatures.map { bytes(ofBase64: $0).map(key.publicKey.isInOneForm) } == [true, false])
  }

  @Test func `every signature of P-256 is right and in its one form`() {
    let message = Array("hello".utf8)
    for _ in 0..<200 {
      let key = PrivateKey.random(.p256)
      let signature = key.signature(of: message)
      #expect(key.publicKey.isSignature(signature, of: message))
      #expect(key.publicKey.isInOneForm(signature))
    }
    #expect(!Keys.first.publicKey.isSignature(PrivateKey.random(.p256).signature(of: message), of: message))
  }

  /// A point that is not on the curve; another curve (P-384); a compressed point.
  @Test(arguments: [
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPjaEA1jYM51RvmxsLsoO2aC6VOx8bPe9aFAi7pM3wqMaLgQhAtZ69wkCCq2VyGVP/wDWxqVludL4X7Xaj3jr4A==",
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE77BPk+igqw48OA+XVLeG6cTv7zq946q8c5VvW13keffcruN+meVmuGEVsLs/mTozv6qeNFAtPuRKzukFO+ydjC8cFM+TNLIjn7HisYDbEJCXO3/eCsFGNwI+2hik4OfF",
    "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADPjaEA1jYM51RvmxsLsoO2aC6VOx8bPe9aFAi7pM3wqM=",
  ])
  func `what is no key of P-256 is refused`(_ text: String) {
    #expect(PublicKey(text: text) == nil)
  }
}
