// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Finds the header row of an OKR file and which known column each header names.
struct HeaderMatcher {
  private let kind: OKRMapping.FileKind
  private let file: OKRMapping.File
  /// What each header stands for; a programme may read one column as several, such as an id that
  /// serves as title too.
  private let known: [String: [OKRColumn]]

  /// Knows the headers of files of `kind`, and those the programme states for `file`.
  init(kind: OKRMapping.FileKind, file: OKRMapping.File) {
    self.kind = kind
    self.file = file
    var known: [String: [OKRColumn]] = [:]
    let stated = file.columns.sorted { $0.key.isBytewiseLess(than: $1.key) }
    for column in OKRColumn.columns(of: kind)
    where file.columns[column.name] == nil && file.constants[column.name] == nil {
      for header in column.normalizedHeaders(in: kind) where known[header] == nil {
        known[header] = [column]
      }
    }
    for header in Set(stated.map(\.value)) {
      let columns = stated.filter { $0.value == header }.compactMap { OKRColumn(name: $0.key) }
      if !columns.isEmpty { known[HeaderText.normalized(header)] = columns }
    }
    self.known = known
  }

  /// The header and the first row below it.
  ///
  /// Title rows may stand above the header: it is the first row that names at least three known
  /// columns (all of them where a file needs fewer), among them account and key result for the
  /// flat sheet. Without such a row the first one counts.
  func headerRow(of sheet: SheetRows) -> (header: [String], line: Int, firstRow: Int) {
    if isHeader(sheet.header) { return (sheet.header, sheet.headerLine, 0) }
    for row in 0..<min(50, sheet.count) {
      let cells = sheet.cells(of: row)
      if isHeader(cells) { return (cells, sheet.line(of: row), row + 1) }
    }
    return (sheet.header, sheet.headerLine, 0)
  }

  func isHeader(_ cells: [String]) -> Bool {
    let columns = Set(meanings(of: cells).flatMap { $0 })
    guard columns.count >= 3 else { return false }
    return kind != .plan || (isKnown(.account, in: columns) && columns.contains(.title))
  }

  /// Whether the file has a column, or the programme says what it would hold.
  private func isKnown(_ column: OKRColumn, in columns: Set<OKRColumn>) -> Bool {
    columns.contains(column) || file.constants[column.name] != nil
  }

  /// What each header stands for; nothing for unknown ones.
  private func meanings(of header: [String]) -> [[OKRColumn]] {
    let texts = header.map(HeaderText.normalized)
    var meanings = texts.map { known[$0] ?? [] }
    settleAccounts(texts, &meanings)
    settleGoals(texts, &meanings)
    return meanings
  }

  /// A column called just `Account` or `Kunde` holds names where one of ids stands beside it, and
  /// the ids where none does.
  private func settleAccounts(_ texts: [String], _ meanings: inout [[OKRColumn]]) {
    guard OKRColumn.columns(of: kind).contains(.account),
      file.columns[OKRColumn.account.name] == nil,
      file.constants[OKRColumn.account.name] == nil
    else { return }
    let accounts = meanings.indices.filter { meanings[$0].contains(.account) }
    if accounts.isEmpty, let vague = texts.firstIndex(where: Self.vagueAccounts.contains) {
      meanings[vague].append(.account)
    }
    if accounts.count > 1, let vague = accounts.first(where: { texts[$0] == Self.vagueAccount }) {
      let hasNames = kind != .plan || meanings.contains { $0.contains(.accountName) }
      meanings[vague] = hasNames ? [] : [.accountName]
    }
  }

  /// A column called just `Ziel` or `Goal` holds the objective where another one holds the number
  /// to reach and none is called objective.
  private func settleGoals(_ texts: [String], _ meanings: inout [[OKRColumn]]) {
    guard kind == .plan, let vague = texts.firstIndex(where: Self.vagueGoals.contains),
      meanings[vague].allSatisfy({ $0 == .target }),
      !meanings.contains(where: { $0.contains(.objectiveTitle) }),
      meanings.indices.contains(where: { $0 != vague && meanings[$0].contains(.target) })
    else { return }
    meanings[vague] = [.objectiveTitle]
  }

  private static let vagueGoals: Set = ["ziel", "goal"]
  private static let vagueAccount = "account"
  private static let vagueAccounts = Set(
    OKRColumn.accountName.normalizedHeaders(in: .plan) + [vagueAccount]
  )

  /// The known columns of `header`, with findings on those named twice or missing; `titles` may say
  /// what a missing one would hold.
  func match(
    _ header: [String],
    line: Int,
    titles: [String] = []
  ) -> (columns: [(column: OKRColumn, index: Int)], findings: [Finding]) {
    var columns: [(column: OKRColumn, index: Int)] = []
    var findings: [Finding] = []
    var firstIndex: [OKRColumn: Int] = [:]
    var unknown: [String: Int] = [:]
    for ((index, text), meant) in zip(header.enumerated(), meanings(of: header)) {
      let normalized = HeaderText.normalized(text)
      guard !normalized.isEmpty else { continue }
      let earlier: Int?
      if let first = meant.first {
        earlier = firstIndex[first]
        if earlier == nil {
          for column in meant { firstIndex[column] = index }
          columns += meant.map { ($0, index) }
        }
      } else {
        earlier = unknown[normalized]
        unknown[normalized] = unknown[normalized] ?? index
      }
      if let earlier {
        findings.append(duplicate(text, at: index, of: header[earlier], at: earlier, line: line))
      }
    }
    for column in OKRColumn.required(in: kind)
    where firstIndex[column] == nil && file.constants[column.name] == nil {
      findings.append(missing(column, line: line, titles))
    }
    return (columns, findings)
  }

  /// Whether the column of weeks calls them weeks of the calendar; one that the programme names
  /// counts weeks of the cycle.
  func countsCalendarWeeks(
    _ columns: [(column: OKRColumn, index: Int)],
    of header: [String]
  ) -> Bool {
    guard file.columns[OKRColumn.week.name] == nil else { return false }
    return columns.contains { $0.column == .week && CalendarWeek.isHeader(header[$0.index]) }
  }

  private func duplicate(
    _ text: String,
    at index: Int,
    of first: String,
    at firstIndex: Int,
    line: Int
  ) -> Finding {
    .okr(
      .duplicateHeader,
      at: SheetPlace(file: file.path, line: line),
      column: index + 1,
      field: text,
      found: text,
      LocalizedText(
        de: "Überschrift '\(text)' meint dieselbe Spalte wie '\(first)' in Spalte "
          + "\(firstIndex + 1); die erste zählt, 'columns' in der Programmdatei entscheidet",
        en: "header '\(text)' means the same column as '\(first)' in column \(firstIndex + 1); "
          + "the first one counts, 'columns' in the programme decides"
      )
    )
  }

  private func missing(_ column: OKRColumn, line: Int, _ titles: [String]) -> Finding {
    let examples = ([column.name] + (column.germanHeaders + column.headers).prefix(1)).joined(
      separator: "', '"
    )
    let constant = constantAdvice(column, titles)
    return .okr(
      .requiredMissing,
      at: SheetPlace(file: file.path, line: line),
      field: column.name,
      LocalizedText(
        de:
          "Pflichtspalte '\(column.name)' fehlt; bekannt sind '\(examples)', 'columns' in der "
          + "Programmdatei ordnet andere Überschriften zu\(constant.german)",
        en: "required column '\(column.name)' is missing; known are '\(examples)', 'columns' "
          + "in the programme maps other headers\(constant.english)"
      )
    )
  }

  /// A sheet of one cycle or one account says so once, above the header or in its name.
  private func constantAdvice(_ column: OKRColumn, _ titles: [String]) -> LocalizedText {
    guard [.cycle, .account].contains(column) else { return LocalizedText("") }
    let cycle = column == .cycle ? CycleMention.cycle(in: titles + [file.name]) : nil
    let setting = "'columns: {\(column.name): {constant: \(cycle ?? "…")}}'"
    return LocalizedText(
      de: "; gilt für alle Zeilen dasselbe, sagt das \(setting)",
      en: "; where all rows have the same, \(setting) says so"
    )
  }
}
