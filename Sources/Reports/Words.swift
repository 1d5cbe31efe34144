import Engine
import FEEL
import Rules

// The words and signs that every format uses. A sign never stands without its word.

extension Verdict {
  var word: String {
    switch self {
    case .satisfied: "met"
    case .gap: "gap"
    case .undetermined: "unknown"
    case .notApplicable: "does not apply"
    case .upcoming: "starts later"
    case .waived: "waived"
    case .error: "error"
    case .allowed: "allowed"
    case .notAllowed: "not allowed"
    }
  }

  var sign: String {
    switch self {
    case .satisfied, .allowed: "✓"
    case .gap: "×"
    case .undetermined: "?"
    case .notApplicable, .notAllowed: "–"
    case .upcoming: "→"
    case .waived: "~"
    case .error: "!"
    }
  }

  /// Order of attention.
  static let byAttention: [Verdict] = [
    .gap, .error, .undetermined, .upcoming, .waived, .notAllowed, .allowed, .satisfied, .notApplicable,
  ]
}

extension Severity {
  var sign: String {
    switch self {
    case .critical: "■"
    case .high: "▲"
    case .medium: "◆"
    case .low: "●"
    }
  }
}

extension Ternary {
  var word: String { self == .unknown ? "not known" : rawValue }
}

extension Reason.Part {
  var word: String {
    switch self {
    case .scope: "in scope"
    case .applies: "applies"
    case .exception: "exception"
    case .requires: "requirement"
    case .forbids: "forbidden"
    case .release: "released"
    case .allows: "allowed"
    }
  }
}

extension Provision.Modality {
  var word: String { rawValue }
}

extension ControlState.Assurance {
  var word: String {
    switch self {
    case .missing: "missing"
    case .unknown: "not stated"
    case .planned: "planned"
    case .partial: "partly in place"
    case .asserted: "stated, no evidence"
    case .evidenced: "evidenced"
    case .stale: "evidence out of date"
    }
  }
}

extension Harm {
  var text: String { "\(category.rawValue): \(spaced(likelihood.rawValue)), \(impact.rawValue)" }
}

/// `Data protection` for `dataProtection`.
func topicTitle(_ topic: String) -> String { capitalized(spaced(topic)) }

/// `data protection` for `dataProtection`, `market-entry` for itself.
func spaced(_ name: String) -> String {
  var result = ""
  for character in name {
    if character.isUppercase, !result.isEmpty { result += " " }
    result += character.lowercased()
  }
  return result
}

func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// `1 gap`, `2 gaps`.
func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// At most one decimal, so that every machine prints the same digits.
func decimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let whole = tenths.magnitude / 10
  return tenths % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenths.magnitude % 10)"
}

/// At most two decimals, without zeros at the end.
func hundredth(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  guard hundredths % 10 != 0 else { return decimal(value) }
  let digits = String(hundredths.magnitude % 100)
  return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(digits.count == 1 ? "0" : "")\(digits)"
}

extension Risk.Range {
  /// `42–58`, or `42` when nothing is open.
  var text: String {
    let (low, high) = (decimal(low), decimal(high))
    return low == high ? low : "\(low)–\(high)"
  }
}

extension Risk.Readiness {
  /// Both numbers beside the percentage; a percentage of nothing is not printed.
  var text: String {
    applicable == 0 ? "nothing applies" : "met \(met) of \(applicable) applicable duties (\(percent.text) %)"
  }
}

extension Risk.Share {
  /// `38 ÷ 210 to 150 ÷ 190 (18.1–78.9 %)`, or one quotient when nothing is open.
  var text: String {
    worst == best
      ? "\(worst.text) (\(percent.text) %)" : "\(worst.text) to \(best.text) (\(percent.text) %)"
  }
}

extension Risk.Quotient {
  fileprivate var text: String { "\(decimal(met)) ÷ \(decimal(of))" }
}

extension Risk.Category {
  var levels: String { words(low, high) }
  var inherentLevels: String { words(inherentLow, inherentHigh) }
}

/// `high`, or `medium to high` while facts are unknown.
func words(_ low: Risk.Level, _ high: Risk.Level) -> String {
  low == high ? low.rawValue : "\(low.rawValue) to \(high.rawValue)"
}

/// One line without control characters: a plan or pack must not steer the reader's terminal or break a row.
func oneLine(_ text: String) -> String {
  var result = ""
  var pendingSpace = false
  for scalar in text.unicodeScalars {
    if isBreakOrControl(scalar) || scalar == " " {
      pendingSpace = true
      continue
    }
    if pendingSpace, !result.isEmpty { result += " " }
    pendingSpace = false
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// Controls, line and paragraph separators, and the marks that reorder text.
func isBreakOrControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: true
  default: false
  }
}
