// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Selection

/// Reads a table of weight sets: columns `name` and one per criterion, a variant a row.
struct ScenarioFile {
  private(set) var scenarios: [DeclaredScenario] = []
  private(set) var rejects = RejectedBatch()
  private(set) var findings: [Finding] = []
  private(set) var rows = RowCounts()

  private let table: DelimitedTable
  private let reference: ShortlistFiles.Reference
  private let binding: ColumnBinding
  private let name: Int
  private let weights: [Column]
  private var seen: Set<String> = [ScenarioStage.baseName]

  private struct Column {
    let index: Int
    let criterion: String
    let style: NumberStyle
  }

  /// Reads the variants over `criteria`, a tree.
  ///
  /// - Throws: ``RunError`` when the column `name` is missing.
  init(
    _ table: DelimitedTable,
    _ reference: ShortlistFiles.Reference,
    criteria: [Criterion]
  ) throws(RunError) {
    self.table = table
    self.reference = reference
    binding = ColumnBinding(fileName: reference.path, table: table)
    name = try binding.index(of: ColumnReference("name", at: reference.position)) as Int
    let known = criteria.flatMap(\.names)
    var columns: [Column] = []
    for (index, header) in table.header.enumerated() where index != name && !header.isEmpty {
      guard known.contains(header), table.column(named: header, occurrence: 1) == index else {
        findings.append(Self.unknownColumn(header, index, reference.path, among: known))
        continue
      }
      columns.append(
        Column(index: index, criterion: header, style: Self.style(table, column: index))
      )
    }
    weights = columns
    let absent = criteria.flatMap(\.leaves).map(\.name).filter { leaf in
      !columns.contains { $0.criterion == leaf }
    }
    if !columns.isEmpty, !absent.isEmpty { findings.append(Self.absent(absent, reference)) }
    rows.structure = table.preambleLines
    table.forEachRecord { take($0) }
  }

  /// Weights such as 1.234 look like a thousand; in a table of weights the sign is the decimal mark.
  private static func style(_ table: DelimitedTable, column: Int) -> NumberStyle {
    switch table.numberStyle(ofColumn: column, settings: FormatSettings()) {
    case .decided(let style), .noEvidence(let style): style
    case .ambiguous(_, let text):
      NumberStyle(decimal: text.contains(",") ? .comma : .point, grouping: nil)
    }
  }

  private mutating func take(_ record: borrowing Record) {
    guard record.kind == .data else {
      rows.structure += 1
      return
    }
    let title = record.text(name)
    guard !title.isEmpty, seen.insert(title).inserted else {
      reject(binding.rejection(of: record, column: name, "K-S062", Self.nameMessage(title)))
      return
    }
    var scenario = DeclaredScenario(
      name: title,
      position: SourcePosition(file: reference.path, line: record.line, column: 1)
    )
    for column in weights {
      switch record.number(column.index, style: column.style) {
      case .missing: continue
      case .number(let parsed) where parsed.value >= .zero && parsed.value.doubleValue.isFinite:
        scenario.weights.append(
          .init(
            criterion: column.criterion,
            points: parsed.value.doubleValue,
            position: scenario.position
          )
        )
      default:
        reject(binding.rejection(of: record, column: column.index, "K-S063", Self.weightMessage))
        return
      }
    }
    rows.used += 1
    scenarios.append(scenario)
  }

  private mutating func reject(_ row: RejectedRow) {
    rows.rejected += 1
    rejects.append(row)
  }

  // MARK: Messages

  private static func nameMessage(_ name: String) -> LocalizedText {
    if name.isEmpty {
      return LocalizedText(de: "der Variante fehlt der Name", en: "the scenario has no name")
    }
    return LocalizedText(
      de: "die Variante '\(name)' gibt es schon; jeder Name gilt einmal",
      en: "scenario '\(name)' exists already; each name counts once"
    )
  }

  private static let weightMessage = LocalizedText(
    de: "Punkte ab 0 erwartet; ein leeres Feld lässt die Punkte des Programms stehen",
    en: "expected points of 0 or more; an empty cell keeps the points of the programme"
  )

  private static func unknownColumn(
    _ header: String,
    _ index: Int,
    _ file: String,
    among known: [String]
  ) -> Finding {
    let hint = Suggestion.closest(to: header, among: known)
    return Finding(
      .warning,
      "K-S064",
      file: file,
      line: nil,
      column: index + 1,
      field: header,
      found: header,
      message: LocalizedText(
        de: "die Spalte '\(header)' heißt wie kein Kriterium und zählt nicht"
          + Suggestion.german(hint),
        en: "column '\(header)' is called like no criterion and does not count"
          + Suggestion.english(hint)
      )
    )
  }

  private static func absent(
    _ names: [String],
    _ reference: ShortlistFiles.Reference
  ) -> Finding {
    let list =
      names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      + (names.count > 5 ? ", …" : "")
    return Finding(
      .warning,
      "K-S065",
      file: reference.path,
      found: list,
      message: LocalizedText(
        de: "ohne Spalte behalten die Punkte des Programms: \(list); beide müssen auf derselben"
          + " Skala stehen",
        en: "without a column, these keep the points of the programme: \(list); both must be on"
          + " one scale"
      )
    )
  }
}

extension Criterion {
  /// The names of the criterion and of all below it.
  var names: [String] { [name] + children.flatMap(\.names) }
}
