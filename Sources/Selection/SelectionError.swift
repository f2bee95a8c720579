// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Why a selection plan cannot be carried out, whatever the data; the programme must be changed.
public enum SelectionError: Error, Equatable, Sendable {
  /// There is no criterion to rank by.
  case noCriteria
  /// Two criteria have the same name.
  case repeatedName(String, SourcePosition?)
  /// A weight is below 0 or not a number.
  case badWeight(criterion: String, weight: Double, SourcePosition?)
  /// The weights of all siblings are 0; the group's name is nil at the top.
  case weightsAddUpToZero(group: String?, SourcePosition?)
  /// A leaf has no measure.
  case noMeasure(criterion: String, SourcePosition?)
  /// Fixed bounds are equal or not finite.
  case badBounds(criterion: String, SourcePosition?)
  /// The points of a scale do not rise strictly, or a utility is outside 0 to 1.
  case badPoints(criterion: String, SourcePosition?)
  /// The target of a scale is not a finite number.
  case badTarget(criterion: String, SourcePosition?)
  /// The comparison matrix does not have one row and column per top-level criterion.
  case comparisonSize(expected: Int)
  /// An entry of the comparison matrix is not a positive number; row and column count from 1.
  case badComparison(row: Int, column: Int)
  /// The eigenvector of the comparison matrix could not be found.
  case comparisonUnsolved
  /// Judgements of the best-worst method do not cover the criteria with positive numbers.
  case badJudgements
  /// No weights could be found for the judgements, or the solver's library is missing.
  case weightsUnsolved
  /// A parameter of the method is out of its range.
  case badParameter(name: String, value: String, expected: String, SourcePosition?)
  /// The shortlist's size or limits do not fit together.
  case badShortlist(name: String, value: Int, expected: String)

  /// Where the programme says what is wrong, if that is known.
  public var position: SourcePosition? {
    switch self {
    case .repeatedName(_, let position), .badWeight(_, _, let position),
      .weightsAddUpToZero(_, let position), .noMeasure(_, let position),
      .badBounds(_, let position), .badPoints(_, let position), .badTarget(_, let position),
      .badParameter(_, _, _, let position):
      position
    case .noCriteria, .comparisonSize, .badComparison, .comparisonUnsolved, .badShortlist,
      .badJudgements, .weightsUnsolved:
      nil
    }
  }

  /// What is wrong and what was expected.
  public var message: LocalizedText {
    switch self {
    case .noCriteria:
      LocalizedText(
        de: "kein Kriterium angegeben; 'criteria' braucht mindestens eines",
        en: "no criterion given; 'criteria' needs at least one"
      )
    case .repeatedName(let name, _):
      LocalizedText(
        de: "zwei Kriterien heißen '\(name)'; 'name' muss eindeutig sein",
        en: "two criteria are called '\(name)'; 'name' must be unique"
      )
    case .badWeight(let name, let weight, _):
      LocalizedText(
        de: "Gewicht '\(weight)' von Kriterium '\(name)'; erwartet wird eine Zahl ab 0",
        en: "weight '\(weight)' of criterion '\(name)'; expected a number of 0 or more"
      )
    case .weightsAddUpToZero(let group, _):
      LocalizedText(
        de: "die Gewichte\(group.map { " unter '\($0)'" } ?? "") ergeben zusammen 0;"
          + " mindestens eines muss positiv sein",
        en: "weights\(group.map { " below '\($0)'" } ?? "") add up to 0;"
          + " at least one must be positive"
      )
    case .noMeasure(let name, _):
      LocalizedText(
        de: "Kriterium '\(name)' hat weder 'measure' noch 'criteria'",
        en: "criterion '\(name)' has neither 'measure' nor 'criteria'"
      )
    case .comparisonSize, .badComparison, .comparisonUnsolved, .badJudgements, .weightsUnsolved:
      comparisonMessage
    default: settingMessage
    }
  }

  private var comparisonMessage: LocalizedText {
    switch self {
    case .comparisonSize(let expected):
      LocalizedText(
        de: "die Vergleichsmatrix 'ahp' braucht \(expected) Zeilen und Spalten, eine je Kriterium"
          + " der obersten Ebene",
        en: "the comparison matrix 'ahp' needs \(expected) rows and columns, one per top-level"
          + " criterion"
      )
    case .badComparison(let row, let column):
      LocalizedText(
        de: "Eintrag in Zeile \(row), Spalte \(column) der Vergleichsmatrix 'ahp'; erwartet wird"
          + " eine positive Zahl",
        en: "entry in row \(row), column \(column) of the comparison matrix 'ahp'; expected a"
          + " positive number"
      )
    case .badJudgements:
      LocalizedText(
        de: "'best-worst' braucht für jedes Kriterium der Ebene positive Zahlen bis 1000000",
        en: "'best-worst' needs positive numbers up to 1000000 for each criterion of the level"
      )
    case .weightsUnsolved:
      LocalizedText(
        de: "zu 'best-worst' lassen sich keine Gewichte bestimmen; fehlt der Löser CBC, hilft das"
          + " Paket 'coinor-libcbc-dev'",
        en: "no weights can be found for 'best-worst'; if the solver CBC is missing, install the"
          + " package 'coinor-libcbc-dev'"
      )
    default:
      LocalizedText(
        de: "zur Vergleichsmatrix 'ahp' lässt sich kein Gewichtsvektor bestimmen",
        en: "no weight vector can be found for the comparison matrix 'ahp'"
      )
    }
  }

  private var settingMessage: LocalizedText {
    switch self {
    case .badBounds(let name, _):
      LocalizedText(
        de: "'from' und 'to' von Kriterium '\(name)' müssen endlich und verschieden sein",
        en: "'from' and 'to' of criterion '\(name)' must be finite and different"
      )
    case .badPoints(let name, _):
      LocalizedText(
        de: "'points' von Kriterium '\(name)': die Werte müssen streng steigen, der Nutzen muss"
          + " zwischen 0 und 1 liegen",
        en: "'points' of criterion '\(name)': values must rise strictly and utilities lie between"
          + " 0 and 1"
      )
    case .badTarget(let name, _):
      LocalizedText(
        de: "'target' von Kriterium '\(name)' muss eine endliche Zahl sein",
        en: "'target' of criterion '\(name)' must be a finite number"
      )
    case .badParameter(let name, let value, let expected, _):
      LocalizedText(
        de: "Parameter '\(name)' ist '\(value)'; erwartet: \(expected)",
        en: "parameter '\(name)' is '\(value)'; expected \(expected)"
      )
    case .badShortlist(let name, let value, let expected):
      LocalizedText(
        de: "'shortlist.\(name)' ist '\(value)'; erwartet: \(expected)",
        en: "'shortlist.\(name)' is '\(value)'; expected \(expected)"
      )
    default: LocalizedText("")
    }
  }
}
