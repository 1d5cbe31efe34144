/// What the lint looks for, each with an id that stays. `docs/lint.md` has a section for each.
package enum LintRule: String, Sendable, CaseIterable {
  case neverApplies = "lint.never-applies"
  case neverFails = "lint.never-fails"
  case neverSatisfied = "lint.never-satisfied"
  case constantCondition = "lint.constant-condition"
  case impliedCondition = "lint.implied-condition"
  case contradiction = "lint.contradiction"
  case shadowedException = "lint.shadowed-exception"
  case emptyReading = "lint.empty-reading"
  case duplicate = "lint.duplicate"
  case unused = "lint.unused"
  case nearName = "lint.near-name"
  case unit = "lint.unit"
  case dateGap = "lint.date-gap"
  case dateOverlap = "lint.date-overlap"
  case deadPeriod = "lint.dead-period"
  case citation = "lint.citation"
  case quotation = "lint.quotation"
  case missingCase = "lint.missing-case"
  case missingHarm = "lint.missing-harm"
  case missingRemedy = "lint.missing-remedy"
  case reviewDate = "lint.review-date"
  case sanctionTier = "lint.sanction-tier"
  case unusedSuppression = "lint.unused-suppression"
  case undecided = "lint.undecided"
  case unchecked = "lint.unchecked"

  /// What it says, in one sentence.
  package var summary: String {
    switch self {
    case .neverApplies: "A provision or reading that no plan can bring to apply."
    case .neverFails: "An obligation or prohibition that no plan can fail once it applies."
    case .neverSatisfied:
      "A provision that no plan can satisfy once it applies, or a permission that is never allowed."
    case .constantCondition:
      "A condition of a requirement that has the same answer whenever the provision applies."
    case .impliedCondition: "A part of `and` or `or` that the other parts already say."
    case .contradiction: "Two provisions that can apply together and cannot be met together."
    case .shadowedException: "An exception that never lifts anything that another condition leaves."
    case .emptyReading: "A reading that changes no verdict."
    case .duplicate: "Two provisions or conclusions that say the same under two names."
    case .unused: "A parameter, fact, conclusion, sanction or table row that nothing uses."
    case .nearName: "A text that is one typo away from a known name, and is none itself."
    case .unit: "A parameter that is compared with a fact of another unit."
    case .dateGap: "Days without a value, or without a version, between two that have one."
    case .dateOverlap: "Days on which two rows of a table hold for the same thing."
    case .deadPeriod: "A period in which the law it belongs to is not in force."
    case .citation: "A citation of an article, paragraph or point that the source does not have."
    case .quotation: "A quotation from a place that is not cited, or that is not in the text."
    case .missingCase: "A version of a provision that no case brings to one of its verdicts."
    case .missingHarm: "A provision that does not say what a gap can do."
    case .missingRemedy: "A provision that names no way to close a gap."
    case .reviewDate: "A review after the edition of the pack, or before its law."
    case .sanctionTier: "A sanction whose law does not list what the provision cites."
    case .unusedSuppression: "A suppression that suppresses nothing."
    case .undecided: "A question that neither the solver nor the search could decide."
    case .unchecked: "Something that could not be checked here, and why."
    }
  }

  /// What to do about it, and how it is decided.
  package var mending: String {
    switch self {
    case .neverApplies, .neverFails, .neverSatisfied, .constantCondition, .shadowedException, .emptyReading:
      "Mend the condition, or leave out what never counts. Decided by the solver, for all plans with up to two rows of a kind."
    case .impliedCondition:
      "Leave the part out. Decided by the solver; it would change no answer, not even for plans that leave facts out."
    case .contradiction:
      "Let one of the two give way. Decided by the solver; the plan that is shown was judged by the engine."
    case .duplicate: "Keep one of the two. Compared after conclusions are put in place of their names."
    case .undecided: "Install Debian's package z3."
    case .unchecked: "Nothing, or add what is missing."
    default: "Mend it, or say in lint.yaml beside the pack why it is right. Read from the files."
    }
  }
}
