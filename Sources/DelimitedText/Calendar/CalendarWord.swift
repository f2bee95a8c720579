// SPDX-License-Identifier: Apache-2.0

/// A word in a date or period.
enum CalendarWord: Equatable {
  case month(Int)
  case half
  case quarter
  case week

  /// Recognises a German or English word in any letter case, without a point after it.
  init?(_ word: String) {
    switch word.lowercased() {
    case "h", "hj", "hy", "half", "halbjahr": self = .half
    case "q", "qu", "quartal", "quarter", "qtr": self = .quarter
    case "kw", "cw", "w", "wk", "woche", "week", "kalenderwoche": self = .week
    case "januar", "jan", "jän", "jänner", "jaen", "jaenner", "january": self = .month(1)
    case "februar", "feb", "feber", "february": self = .month(2)
    case "märz", "mär", "mrz", "maerz", "maer", "march", "mar": self = .month(3)
    case "april", "apr": self = .month(4)
    case "mai", "may": self = .month(5)
    case "juni", "jun", "june": self = .month(6)
    case "juli", "jul", "july": self = .month(7)
    case "august", "aug": self = .month(8)
    case "september", "sep", "sept": self = .month(9)
    case "oktober", "okt", "october", "oct": self = .month(10)
    case "november", "nov": self = .month(11)
    case "dezember", "dez", "december", "dec": self = .month(12)
    default: return nil
    }
  }

  /// Whether a word only says that a year follows, as in `FY25` and `GJ 2024/25`.
  static func announcesYear(_ word: String) -> Bool { yearWords.contains(word.lowercased()) }

  private static let yearWords: Set<String> = [
    "fy", "gj", "wj", "fiscal", "year", "jahr", "geschäftsjahr", "geschaeftsjahr",
    "wirtschaftsjahr",
  ]
}
