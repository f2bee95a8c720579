// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// A code of the OKR rule book; its letter is the severity.
public enum OKRCode: String, Sendable, CaseIterable {
  case unknownAccount = "E001"
  case unknownCycle = "E002"
  case orphanReference = "E003"
  case duplicateKey = "E004"
  case requiredMissing = "E005"
  case badNumber = "E006"
  case badDate = "E007"
  case targetEqualsBaseline = "E008"
  case cascadeCycle = "E009"
  case badWeight = "E010"
  case unknownValue = "E011"
  case outsideDomain = "E012"
  case cycleEndBeforeStart = "E013"
  case spreadsheetError = "E014"
  case duplicateHeader = "E015"
  case conflictingCheckins = "E016"
  case zonesNotMonotone = "E017"
  case objectiveWithoutKeyResult = "E104"
  case tooManyObjectives = "W101"
  case tooManyKeyResults = "W102"
  case noMoal = "W105"
  case noOwner = "W107"
  case notMeasurable = "W108"
  case activity = "W109"
  case performanceIndicator = "W110"
  case notInfluenceable = "W111"
  case influenceNotSaid = "W111b"
  case bonusRelevant = "W112"
  case tooSafe = "W113"
  case originMix = "W114"
  case noLeadingIndicator = "W115"
  case stale = "W117"
  case checkinOutsideCycle = "W119"
  case checkinAfterAsOf = "W120"
  case typedDiffers = "W121"
  case mixedScales = "W122"
  case carriedOver = "W123"
  case overlappingCycles = "W124"
  case belowBaseline = "W125"
  case formulaText = "W129"
  case notSelected = "W130"
  case selectedWithoutOKRs = "W131"
  case ambiguousDecimal = "W133"
  case confidenceScale = "W134"
  case noReview = "W136"
  case fewKeyResults = "I103"
  case cycleLength = "I106"
  case digitsInObjective = "I116"
  case overshoot = "I126"
  case totalsRow = "I127"
  case filledDown = "I128"
  case missingToken = "I132"
  case twoDigitYear = "I135"
  case noContribution = "I137"
  case identicalDuplicate = "I138"

  /// The code as findings carry it, such as `OKR-E001`.
  public var code: String { "OKR-\(rawValue)" }

  /// How much a finding of this code matters.
  public var severity: Finding.Severity {
    switch rawValue.utf8.first {
    case UInt8(ascii: "E"): .error
    case UInt8(ascii: "W"): .warning
    default: .info
    }
  }

  /// The source that the rule stands in, nil for codes that follow from the data alone.
  public var citation: String? {
    switch self {
    case .tooManyObjectives, .tooManyKeyResults, .noMoal, .noOwner: "S000"
    case .objectiveWithoutKeyResult, .stale, .noReview, .carriedOver, .noContribution: "S000"
    case .cycleLength, .notInfluenceable, .influenceNotSaid, .performanceIndicator: "S000"
    case .bonusRelevant: "S000, S002"
    case .fewKeyResults, .notMeasurable, .activity, .tooSafe, .digitsInObjective: "S002"
    case .noLeadingIndicator: "S002"
    case .originMix: "S002, S003"
    case .overshoot, .belowBaseline: "S002"
    case .notSelected, .selectedWithoutOKRs: "S000, S004"
    case .typedDiffers: "S000"
    default: severity == .error ? nil : "Kontor, OKR data model"
    }
  }

  /// The reason that `okr_key_results.csv` gives for a row this code keeps out of the figures.
  package var reason: String {
    switch self {
    case .targetEqualsBaseline: "zero_range"
    case .zonesNotMonotone: "zones_not_monotone"
    case .unknownAccount: "unknown_account"
    case .unknownCycle: "unknown_cycle"
    case .orphanReference: "orphan_reference"
    case .duplicateKey: "duplicate_key"
    case .requiredMissing: "required_missing"
    case .badNumber: "bad_number"
    case .badDate: "bad_date"
    case .cascadeCycle: "cascade_cycle"
    case .badWeight: "bad_weight"
    case .unknownValue: "unknown_value"
    case .outsideDomain: "outside_domain"
    case .spreadsheetError: "spreadsheet_error"
    case .conflictingCheckins: "conflicting_checkins"
    default: code
    }
  }
}
