/// The README of a bundle: what it is, and how to check it with tools that are not ours.
enum Guide {
  static func text(_ head: BundleHead) -> String {
    var parts = [what(head), sums]
    if let day = head.signedOn {
      parts += [signature(signedOn: "\(day)"), python]
    } else {
      parts.append(unsigned)
    }
    parts.append(again(head))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func what(_ head: BundleHead) -> String {
    """
    # Evidence bundle

    A plan of a deployment was held against the law as of \(head.asOf) by pratique \(head.engine). Here is everything that the answer rests
    on, and the answer. This folder and a ZIP archive of it hold the same files.

    | path | what it is |
    | --- | --- |
    | `\(head.planPath)` | the plan that was judged |
    | `packs/jurisdictions` | the law as rules, each with its source; `packs/rules`: words, controls, calendars and tables that they rest on |
    | `profiles`, `waivers`, `evidence` | what tailors the rules, gaps that were accepted, evidence that the plan names; if there is any |
    | `results` | what was found: for people `report.html` and `report.md`, for programs `result.json` and `findings.csv` |
    | `manifest.json` | versions, days, options, and size and SHA-256 of every file |
    | `SHA256SUMS`, `bundle.dsse.json` | the sums of all files, and the signature over them |

    From a line of the report to what it rests on: a finding names its provision, and the rule of that name in `packs/jurisdictions`
    quotes and links the article; it names facts with file and line of the plan; files of evidence lie in `evidence` under the SHA-256 that the
    manifest lists, and the signature covers.

    The commands below need a Unix shell (sh), and run in this folder.
    """
  }

  private static let sums = """
    ## 1. The files are those of the list

    ```sh
    sha256sum --check --strict --quiet SHA256SUMS
    ```
    """

  private static let unsigned = """
    ## 2. There is no signature

    Nobody vouches for this bundle: whoever changed a file could have changed the list too.
    """

  private static func signature(signedOn day: String) -> String {
    """
    ## 2. The list is signed

    `KEY` is the file with the public key (PEM) of whoever vouches for this bundle. Get it from them, never from here. The key must count on
    \(day), the day of signing that the signer gives. The signature is a DSSE envelope around an in-toto statement, by Ed25519 or ECDSA
    over P-256. Needs openssl 3.

    ```sh
    work=$(mktemp -d)
    sed -n 's/^  "payload": "\\(.*\\)",$/\\1/p' bundle.dsse.json | base64 -d > "$work/payload"
    sed -n 's/^      "sig": "\\(.*\\)"$/\\1/p' bundle.dsse.json | base64 -d > "$work/signature"
    printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$work/payload")" > "$work/message"
    cat "$work/payload" >> "$work/message"
    openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$work/message" -sigfile "$work/signature"
    ```

    What was signed lists every file here, and no other:

    ```sh
    grep -o '"name":"[^"]*","digest":{"sha256":"[0-9a-f]*"}' "$work/payload" |
      sed 's/"name":"\\(.*\\)","digest":{"sha256":"\\(.*\\)"}/\\2  \\1/' > "$work/signed"
    sha256sum --check --strict --quiet "$work/signed"
    find . ! -type d ! -path ./bundle.dsse.json | cut -c 3- | LC_ALL=C sort > "$work/here"
    cut -c 67- "$work/signed" | LC_ALL=C sort | cmp - "$work/here"
    ```
    """
  }

  private static let python = """
    ## 3. The same with an implementation of DSSE that is not ours

    With `securesystemslib[crypto]`, the library of the in-toto project for Python, from PyPI (`PYTHON`: the interpreter that has it):

    ```sh
    "${PYTHON:-python3}" - "$KEY" <<'END'
    import hashlib, json, pathlib, sys
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import SSlibKey

    text = json.loads(pathlib.Path("bundle.dsse.json").read_text())
    public = load_pem_public_key(pathlib.Path(sys.argv[1]).read_bytes())
    # The name of the key in the envelope is only a hint.
    key = SSlibKey.from_crypto(public, keyid=text["signatures"][0]["keyid"])
    envelope = Envelope.from_dict(text)
    envelope.verify([key], 1)
    statement = json.loads(envelope.payload)
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    signed = {each["name"]: each["digest"]["sha256"] for each in statement["subject"]}
    here = {
        path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in pathlib.Path(".").rglob("*") if path.is_file() and path.as_posix() != "bundle.dsse.json"
    }
    assert signed == here, sorted(set(signed.items()) ^ set(here.items()))
    print(len(signed), "files are as they were signed")
    END
    ```
    """

  private static func again(_ head: BundleHead) -> String {
    let key = head.signedOn == nil ? "--unsigned" : "--key \"$KEY\""
    return """
      ## \(head.signedOn == nil ? 3 : 4). The answer follows from the plan and the law

      [pratique](https://github.com/pratique/pratique) checks all of the above, and derives the answer again from `\(head.planPath)` and `packs`: byte by
      byte with version \(head.engine), else finding by finding.

      ```text
      pratique evidence verify . \(key)
      ```
      """
  }
}
