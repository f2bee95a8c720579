// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import Selection

extension ProgrammeSection {
  static let rootKeys: [ProgrammeKey] = [
    .required("version", .constant(1), "Version of this grammar, always 1."),
    .required("programme", .section(.programme), "What the programme is and wants."),
    .required("sources", .list(.section(.source)), "The CSV exports."),
    .init("accounts", .section(.accounts), "The customer master and its hierarchy."),
    .init("rates", .section(.rates), "Currency rates."),
    .init("measures", .names(.text), "Formulas over values, attributes and earlier measures."),
    .init("gates", .openList(.text), "Knock-out conditions; an account failing one is gated."),
    .init("criteria", .list(.section(.criterion)), "What accounts are ranked by; a tree."),
    .init(
      "weighting",
      .either([.choice(Weighting.simpleNames), .section(.weighting)]),
      "How the weights of siblings are found; default points."
    ),
    .init(
      "method",
      .either([.choice(DecisionMethod.names), .section(.method)]),
      "How utilities become a score; default weighted-sum."
    ),
    .init("shortlist", .section(.shortlist), "How the shortlist is cut."),
    .init("matrix", .section(.matrix), "The portfolio matrix."),
    .init("robustness", .section(.robustness), "Sampling of weights around the given ones."),
    .init(
      "scenarios",
      .either([.openList(.section(.scenario)), .section(.scenarioFile)]),
      "What-if variants of this programme."
    ),
    .init("okr", .section(.okr), "The OKR files."),
  ]

  static let programmeKeys: [ProgrammeKey] = [
    .required("name", .text, "Name of the programme."),
    .required("goal", .oneOf(Programme.Goal.self), "The goal; it decides the criteria."),
    .init("purpose", .text, "One sentence on what the programme is for."),
    .required("approach", .oneOf(Programme.Approach.self), "Company-wide or sales approach."),
    .init("phase", .oneOf(Programme.Phase.self), "Prototype (3 to 5 accounts) or rollout."),
    .required("currency", .text, "Three-letter code of the reporting currency."),
    .init("language", .oneOf(Language.self), "Language of the reports."),
    .init("as_of", .text, "Last month that counts, yyyy-mm; default: latest in the data."),
  ]

  var sourceKeys: [ProgrammeKey] {
    switch self {
    case .source: Self.fullSourceKeys
    case .sourceFormat:
      Self.formatKeys + [
        .init("fill_down", .list(.column), "Columns whose empty cells repeat the cell above.")
      ]
    case .format: Self.formatKeys
    case .column: Self.columnKeys
    case .accountColumn:
      Self.columnKeys + [
        .init("pattern", .text, "Regular expression for the whole cell; its group is the id.")
      ]
    case .constantPeriod: [.required("constant", .text, "The month of every row, yyyy-mm.")]
    case .currency:
      [
        .init("constant", .text, "The currency code of every row."),
        .init("column", .text, "The column with the currency."),
        .init("occurrence", .integer(atLeast: 1), "Which of several columns of that name."),
        .init("map", .names(.text), "Texts of the column and the codes they stand for."),
      ]
    case .sign:
      Self.columnKeys + [
        .required(
          "negative",
          .either([.text, .list(.text)]),
          "Marks of amounts to be turned round, such as S."
        ),
        .init(
          "positive",
          .either([.text, .list(.text)]),
          "Marks of amounts as they are, '' for an empty cell; default: the opposites."
        ),
      ]
    default:
      Self.columnKeys + [
        .init("kind", .oneOf(ValueMapping.Kind.self), "Money (default) or plain number."),
        .init("unit", .text, "Unit of the column, such as T€, Mio. € or %."),
        .init("min", .number(atLeast: nil), "Smallest plausible number, after the unit."),
        .init("max", .number(atLeast: nil), "Largest plausible number, after the unit."),
        .init("sign", .section(.sign), "A column of marks such as S and H that gives the sign."),
      ]
    }
  }

  private static let columnKeys: [ProgrammeKey] = [
    .required("column", .text, "Header of the column."),
    .init("occurrence", .integer(atLeast: 1), "Which of several columns of that name."),
  ]

  private static let fullSourceKeys: [ProgrammeKey] = [
    .required("file", .text, "Path or glob, relative to the programme file."),
    .init("system", .text, "The system the file comes from."),
    .init("format", .section(.sourceFormat), "What is known of the format; the rest is detected."),
    .init("key", .list(.column), "Columns that together must be unique."),
    .required(
      "account",
      .either([.text, .section(.accountColumn)]),
      "The column of the account id."
    ),
    .init("name", .column, "The column of the account name."),
    .init(
      "period",
      .either([.text, .section(.column), .section(.constantPeriod)]),
      "The column of the period, or a constant one."
    ),
    .init("periods", .choice(["wide"]), "Each value has one column per period."),
    .init("currency", .either([.text, .section(.currency)]), "The column of the currency."),
    .init("values", .names(.either([.text, .section(.value)])), "The figures to read."),
    .init("attributes", .names(.column), "The texts to read."),
    .init("exclude", .list(.text), "Conditions that set rows aside."),
    .init("control_totals", .names(.number(atLeast: nil)), "Totals the file must reach."),
  ]

  private static let formatKeys: [ProgrammeKey] = [
    .init("delimiter", .choice(FormatWords.delimiters), "Sign between fields."),
    .init("decimal", .oneOf(DecimalMark.self), "Sign before decimals."),
    .init("grouping", .choice(FormatWords.groupings), "Sign between groups of three digits."),
    .init("encoding", .choice(FormatWords.encodings), "Encoding of the file."),
    .init(
      "header_row",
      .integer(atLeast: 0),
      "Line of the header, from 1; 0 without one: columns are then called 1, 2, 3."
    ),
    .init("header_rows", .integer(atLeast: 1), "Lines of the header, joined; default 1."),
    .init(
      "names",
      .list(.text),
      "Names of the columns in place of the header's, from left to right; '' for one without."
    ),
    .init(
      "table",
      .integer(atLeast: 1),
      "Which of several tables in the file, from 1; default: the first, with a finding on others."
    ),
    .init(
      "repair",
      .choice(FormatWords.repairs),
      "Rows with too many or too few fields: read where only one way fits (rows, default), or none."
    ),
    .init("quote", .text, "Quote character."),
    .init("date_order", .oneOf(DateOrder.self), "Day or month first."),
    .init("fiscal_year_start", .integer(atLeast: 1), "Month in which fiscal years start, 1 to 12."),
    .init("fiscal_year_name", .oneOf(FiscalYearName.self), "Year that names a fiscal year."),
  ]

  var accountKeys: [ProgrammeKey] {
    switch self {
    case .accounts: Self.masterKeys
    case .parent:
      Self.columnKeys + [
        .init("by", .choice(["account", "name"]), "Whether the column holds ids or names.")
      ]
    default:
      [
        .required("file", .text, "File with the columns currency, rate and optionally period."),
        .init("format", .section(.format), "What is known of the format."),
        .init("currency", .column, "The column of currency codes."),
        .init("rate", .column, "The column of rates, in the programme's currency."),
        .init("period", .column, "The column of the month, quarter or year a rate is for."),
        .init("valid_from", .column, "The column of the month from which on a rate holds."),
      ]
    }
  }

  private static let masterKeys: [ProgrammeKey] = [
    .required("file", .text, "Path or glob of the customer master."),
    .init("format", .section(.format), "What is known of the format."),
    .required(
      "account",
      .either([.text, .section(.accountColumn)]),
      "The column of the account id."
    ),
    .init("name", .column, "The column of the account name."),
    .init("attributes", .names(.column), "The texts to read."),
    .init("system", .column, "The column of the system an id belongs to."),
    .init("parent", .either([.text, .section(.parent)]), "The column of the parent account."),
    .init("parent_name", .column, "The column of the parent's name."),
    .init("valid_from", .column, "First day of the hierarchy link."),
    .init("valid_to", .column, "Last day of the hierarchy link."),
    .init("rollup", .oneOf(MasterMapping.RollUp.self), "How far accounts are rolled up."),
    .init("mapping", .text, "File of confirmed identities across systems."),
  ]

  var okrKeys: [ProgrammeKey] {
    switch self {
    case .okr:
      OKRMapping.FileKind.allCases.map { kind in
        .init(kind.rawValue, Self.shape(ofFiles: kind), "The file of \(kind.rawValue).")
      } + [
        .init(
          "profile",
          .either([.choice(["sieck", "simmoleit"]), .section(.okrProfile)]),
          "The limits and bands of the OKR rules."
        ),
        .init("as_of", .text, "Day of the figures, yyyy-mm-dd."),
        .init("history", .text, "Folder with earlier selection runs."),
      ]
    case .okrFile:
      [
        .required("file", .text, "Path of the file."),
        .init(
          "columns",
          .names(.either([.text, .section(.okrConstant)])),
          "Our column names and the file's headers, or what all rows have."
        ),
        .init("format", .section(.format), "What is known of the format."),
      ]
    case .okrConstant: [.required("constant", .text, "What the column says in every row.")]
    default: Self.profileKeys
    }
  }

  /// One file or, but for check-ins, a list of them.
  private static func shape(ofFiles kind: OKRMapping.FileKind) -> ProgrammeShape {
    let one: [ProgrammeShape] = [.text, .section(.okrFile)]
    return .either(kind == .checkins ? one : one + [.list(.either(one))])
  }

  private static let profileKeys: [ProgrammeKey] = [
    .init("name", .text, "Name of the profile."),
    .init("max_objectives", .integer(atLeast: 1), "Most objectives per account and cycle."),
    .init("max_key_results", .integer(atLeast: 1), "Most key results per objective."),
    .init("min_key_results", .integer(atLeast: 0), "Fewest key results per objective."),
    .init("stale_days", .integer(atLeast: 1), "Days after which a check-in is stale."),
    .init(
      "min_account_cycles",
      .integer(atLeast: 3),
      "Fewest account-cycles for an estimate; below it says too few data."
    ),
    .init("min_accounts", .integer(atLeast: 2), "Fewest accounts for an estimate."),
    .init("success", .number(atLeast: 0), "Progress that counts as success."),
    .init("on_track", .number(atLeast: 0), "Ratio from which a key result is on track."),
    .init("at_risk", .number(atLeast: 0), "Ratio from which a key result is at risk."),
    .init("partial", .number(atLeast: 0), "Progress that a closed key result reached in part."),
    .init("grace", .number(atLeast: 0), "Share of the cycle before which no status is given."),
    .init(
      "activity_words",
      .list(.text),
      "Words that name an activity, in place of the known ones."
    ),
    .init("indicator_words", .list(.text), "Words that name a KPI, in place of the known ones."),
  ]
}
