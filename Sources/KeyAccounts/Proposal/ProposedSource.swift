// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// How one file would be read, by its headers and cells.
struct ProposedSource {
  /// The path as the programme will write it.
  var file: String
  var profile: FileProfile
  var account: ColumnProfile
  /// The shape of the ids, where one id breaks it.
  var pattern: (pattern: String, id: String)?
  /// Whether the ids are those of other files only without their leading zeros.
  var dropsZeros = false
  var name: ColumnProfile?
  var parent: ColumnProfile?
  var period: ColumnProfile?
  /// A column of periods that too many rows leave empty.
  var gappyPeriod: ColumnProfile?
  /// A column whose header names a period and whose cells are none.
  var oddPeriod: ColumnProfile?
  var isWide = false
  var currency: ColumnProfile?
  var values: [ProposedValue] = []
  var attributes: [(name: String, column: ColumnProfile)] = []
  /// Whether amounts have the unit that stands above the header.
  private(set) var hasUnitOfTitles = false
  /// Whether rows repeat an id although each account should have one row.
  var hasRepeatedIds = false
  /// The id column that was passed over for one that links the files.
  var passedOver: ColumnProfile?
  /// A column of days on which deals close, which say nothing of the periods of revenue.
  var dealPeriod: ColumnProfile?
  /// Texts of a column of states that say that a row came to nothing.
  private(set) var voidRows: (column: ColumnProfile, texts: [String])?
  /// Ids that look like no customer.
  var suspects: [String] = []
  /// Settings that no cell decides, as lines of `format`, to be confirmed by a person.
  var format: [String] = []

  /// Number columns that no word recognises, at most this many become values when nothing else does.
  private static let unnamedValues = 3
  /// A column of more different texts holds no states.
  private static let mostStates = 20

  /// Maps a file; nil where no column looks like an account.
  ///
  /// Ids of other files decide between several id columns.
  init?(_ profile: FileProfile, file: String, knownIds: Set<String> = []) {
    self.profile = profile
    self.file = file
    let roles = RoleAssignment(profile.columns)
    guard let account = roles.account(knownIds: knownIds) else { return nil }
    self.account = account
    if let own = roles.best(.account), own.index != account.index, account.role?.role != .account {
      passedOver = own
    }
    name = roles.name(besides: account)
    parent = roles.best(.parent)
    currency = roles.best(.currency).flatMap { $0.kind == .currency ? $0 : nil }
    attributes = ColumnRole.attributes.compactMap { role in
      roles.best(role).map { (role.programmeName, $0) }
    }
    pattern = IdentifierShape.outlier(among: account.counts.keys)
    voidRows = Self.voidRows(of: profile)
    readWideValues()
    if !isWide {
      readValues(roles)
      readPeriod(roles)
    }
    takeUnitOfTitles()
    let present = account.rows - account.missing
    let distinct = account.distinct ?? present
    hasRepeatedIds =
      period == nil && gappyPeriod == nil && !isWide && distinct < present
      && distinct * 5 >= present * 4
  }

  // MARK: Values

  /// Values with a column per period, such as `Umsatz 2023` and `Umsatz 2024`.
  private mutating func readWideValues() {
    var groups: [(prefix: String, columns: [ColumnProfile])] = []
    for column in profile.columns where column.kind.isNumeric {
      guard let prefix = Self.nameBesidePeriod(column.header) else { continue }
      if let known = groups.firstIndex(where: { $0.prefix == prefix }) {
        groups[known].columns.append(column)
      } else {
        groups.append((prefix, [column]))
      }
    }
    var best: [ColumnRole: (fit: Int, value: ProposedValue)] = [:]
    guard groups.contains(where: { $0.columns.count > 1 }) else { return }
    for (prefix, columns) in groups where columns.count > 1 || !prefix.isEmpty {
      // Headers that are periods and nothing else are taken for revenue.
      let match = prefix.isEmpty ? (.revenue, 0) : ColumnRole.match(prefix)
      let units = Set(columns.map { HeaderUnit.unit(of: $0.header) })
      guard let (role, fit) = match, ColumnRole.money.contains(role), units.count == 1,
        fit < best[role]?.fit ?? .max
      else { continue }
      let value = ProposedValue(role.programmeName, columns[0], role: role, prefix: prefix)
      best[role] = (fit, value)
    }
    values = ColumnRole.money.compactMap { best[$0]?.value }
    isWide = !values.isEmpty
  }

  /// What stands before or behind the month or year in a header, nothing where it is one; nil
  /// without one.
  private static func nameBesidePeriod(_ header: String) -> String? {
    let words = header.split(separator: " ")
    for count in words.indices where isPeriod(words[count...]) {
      return words[..<count].joined(separator: " ")
    }
    for count in words.indices.dropFirst().reversed() where isPeriod(words[..<count]) {
      return words[count...].joined(separator: " ")
    }
    return nil
  }

  private static func isPeriod(_ words: ArraySlice<Substring>) -> Bool {
    let style = DateStyle(order: .dayFirst)
    let text = words.joined(separator: " ")
    if case .month = HeaderUnit.period(in: text, style: style) { return true }
    return false
  }

  /// Takes the column of periods unless rows with figures would be lost for want of one.
  private mutating func readPeriod(_ roles: RoleAssignment) {
    let named = roles.best(.period)
    let only = named == nil ? onlyDate : named
    guard let found = only, found.kind.isTime else {
      oddPeriod = named
      return
    }
    let headers = values.map(\.header)
    let figures = profile.columns.filter { headers.contains($0.header) }
    let losesFigures = figures.isEmpty || figures.contains { $0.missing < found.missing }
    if found.missing * 50 > found.rows, losesFigures {
      gappyPeriod = found
    } else {
      period = found
    }
  }

  /// The only column of days whose header says nothing, if there is one; where accounts have one row
  /// each, it may be the day of anything.
  private var onlyDate: ColumnProfile? {
    guard !account.isUnique else { return nil }
    let days = profile.columns.filter { $0.kind.isTime && $0.role == nil && !$0.header.isEmpty }
    return days.count == 1 ? days.first : nil
  }

  private mutating func readValues(_ roles: RoleAssignment) {
    for role in ColumnRole.money {
      guard let column = roles.best(role, of: [.amount, .number]) else { continue }
      values.append(ProposedValue(role.programmeName, column, role: role))
    }
    takeRevenueForPipeline()
    takePriorRevenueForRevenue()
    if let share = roles.best(.share), share.kind.isNumeric {
      values.append(ProposedValue("share", share, role: .share))
    }
    // Such numbers belong to the account; adding them up over its rows would mean nothing.
    if account.isUnique { readFiguresOfAccounts(roles) }
  }

  /// Whether rows are deals that may be won, rather than sales.
  var listsDeals: Bool { profile.columns.contains { HeaderWords.namesDeal($0.header) } }

  /// Amounts of deals are no revenue yet.
  private mutating func takeRevenueForPipeline() {
    guard listsDeals else { return }
    let (revenue, pipeline) = (ColumnRole.revenue.programmeName, ColumnRole.pipeline.programmeName)
    if values.contains(where: { $0.name == pipeline }) {
      values.removeAll { $0.name == revenue }
    }
    for index in values.indices where values[index].name == revenue {
      values[index].name = pipeline
    }
  }

  /// The first column of states that has texts for rows that came to nothing, the texts ascending.
  private static func voidRows(
    of profile: FileProfile
  ) -> (column: ColumnProfile, texts: [String])? {
    for column in profile.columns where HeaderWords.namesStatus(column.header) {
      let texts = column.counts.keys.filter(HeaderWords.saysVoid).sorted()
      if !texts.isEmpty, column.counts.count <= mostStates { return (column, texts) }
    }
    return nil
  }

  /// Last year's revenue is all the revenue there is where no other year's stands beside it.
  private mutating func takePriorRevenueForRevenue() {
    let names = ColumnRole.self
    guard !values.contains(where: { $0.name == names.revenue.programmeName }) else { return }
    for index in values.indices where values[index].name == names.priorRevenue.programmeName {
      values[index].name = names.revenue.programmeName
    }
  }

  private mutating func readFiguresOfAccounts(_ roles: RoleAssignment) {
    for role in ColumnRole.reach {
      guard let column = roles.best(role, of: [.number]) else { continue }
      values.append(ProposedValue(role.programmeName, column, role: role))
    }
    let names = Set(values.map(\.name))
    if !names.contains(ColumnRole.priorRevenue.programmeName),
      let growth = roles.best(.growth, of: [.percent])
    {
      values.append(ProposedValue("growth", growth, role: .growth))
    }
    if !names.contains(ColumnRole.margin.programmeName),
      let margin = roles.best(.margin, of: [.percent])
    {
      values.append(ProposedValue("margin_rate", margin, role: .margin))
    }
    for column in profile.columns {
      guard let scale = column.rating else { continue }
      let name = freeName(of: ProposedValue.withoutScale(column.header), column)
      values.append(ProposedValue(name, column, rating: scale))
    }
  }

  /// What the lines above the header say of all amounts.
  var titleAmounts: TitleAmounts? { TitleAmounts(profile.titles) }

  /// Amounts are in the unit that stands above the header where their own header names none.
  private mutating func takeUnitOfTitles() {
    guard let unit = titleAmounts?.unit else { return }
    for index in values.indices
    where values[index].kind == .amount && HeaderUnit.unit(of: values[index].header) == nil {
      values[index].unit = unit
      hasUnitOfTitles = true
    }
  }

  /// The currency that the headers or cells of all amounts agree on where no column names it, else
  /// the one above the header; nil for none or several.
  var constantCurrency: String? {
    guard currency == nil else { return nil }
    let amounts = values.filter { $0.kind == .amount }
    let named = amounts.compactMap { value in
      HeaderCurrency.code(in: value.header)
        ?? profile.columns.first { $0.header == value.header }?.currency
    }
    if named.isEmpty, !amounts.isEmpty { return titleAmounts?.currency }
    return Set(named).count == 1 ? named.first : nil
  }

  /// Takes number columns that no word recognises, for files that have nothing else.
  mutating func takeUnnamedValues() {
    let free = profile.columns.filter { column in
      [.amount, .number].contains(column.kind) && column.index != account.index
        && column.role == nil && !HeaderWords.namesKey(column.header)
    }
    for column in free.prefix(Self.unnamedValues) {
      let name = freeName(of: column.header, column)
      values.append(ProposedValue(name, column, role: nil))
    }
  }

  /// A name for a value made of the words of its header, other than those of the values before it.
  private func freeName(of words: String, _ column: ColumnProfile) -> String {
    let name = Self.identifier(words)
    let isTaken = reservedNames.contains(name) || values.contains { $0.name == name }
    return isTaken ? name + "_\(column.index + 1)" : name
  }

  /// Names that attributes and proposed measures have.
  private var reservedNames: Set<String> {
    Set(attributes.map(\.name)).union(["growth", "margin_rate", "open_potential"])
  }

  private static func identifier(_ header: String) -> String {
    let words = HeaderWords.folded(header).split(separator: " ")
      .map { $0.filter { $0.isASCII } }.filter { !$0.isEmpty }
    let name = words.joined(separator: "_")
    return name.first.map { $0.isLetter } ?? false ? name : "value_" + name
  }

  /// Whether a value's headers are periods and nothing else.
  var hasBarePeriods: Bool { isWide && values.contains(where: \.column.isEmpty) }

  /// The same file once more, for values without a period in their header; nil without any.
  var withoutPeriods: ProposedSource? {
    guard isWide else { return nil }
    var other = self
    (other.isWide, other.values, other.attributes) = (false, [], [])
    other.readValues(RoleAssignment(profile.columns))
    let taken = Set(values.map(\.name))
    other.takeUnitOfTitles()
    other.values.removeAll { value in
      taken.contains(value.name) || Self.nameBesidePeriod(value.column) != nil
    }
    return other.values.isEmpty ? nil : other
  }

  // MARK: Queries

  /// Columns of figures that the proposal has no use for; of a file that is read twice they are
  /// those of the second reading.
  var unusedFigures: [ColumnProfile] {
    guard withoutPeriods == nil else { return [] }
    let used = Set(values.map(\.header))
    return profile.columns.filter { column in
      [.amount, .number, .percent].contains(column.kind) && column.role == nil
        && column.index != account.index && !used.contains(column.header)
        && !HeaderWords.namesKey(column.header) && Self.nameBesidePeriod(column.header) == nil
        && !TotalsRow.isMark(column.header)
    }
  }

  /// The pattern that ids must have, its group the id; nil where the cell is the id.
  var idPattern: String? {
    dropsZeros ? "0*(\(pattern?.pattern ?? ".+"))" : pattern?.pattern
  }

  /// Whether the file names accounts and tells nothing of them.
  var saysNothing: Bool { values.isEmpty && attributes.isEmpty && name == nil }

  /// Whether the file describes accounts, one row each, rather than their figures.
  var looksLikeMaster: Bool {
    guard account.isUnique, period == nil, gappyPeriod == nil, !isWide else { return false }
    return parent != nil || values.isEmpty
  }
}

extension ColumnKind {
  /// Whether the cells are days or months.
  var isTime: Bool { self == .date || self == .period }

  /// Whether the cells are numbers.
  var isNumeric: Bool { [.amount, .number, .percent].contains(self) }
}
