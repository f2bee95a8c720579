// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The keys of the rows of a flat sheet: account, cycle, objective, and what numbers key results.
struct PlainKeys {
  static let separator = UInt8(ascii: "/")

  let accounts: PlainTexts
  let cycles: PlainTexts
  /// The objectives' numbers, their titles in a sheet without.
  let objectives: PlainTexts
  let keyResults: PlainTexts
  let numbers: PlainTexts
  /// The slots of the columns that every row needs.
  let slots: [Int]
  /// The ids of the objectives of the rows that come next.
  var ahead = IDsAhead()

  /// The keys of `table`; nil when it lacks a column that every row needs.
  init?(_ table: SheetTable) {
    guard let account = table.slot(of: .account), let cycle = table.slot(of: .cycle),
      let objective = table.slot(of: .objective) ?? table.slot(of: .objectiveTitle)
    else { return nil }
    slots = [account, cycle, objective]
    accounts = PlainTexts(account, of: table)
    cycles = PlainTexts(cycle, of: table)
    objectives = PlainTexts(objective, of: table)
    keyResults = PlainTexts(table.slot(of: .keyResult), of: table)
    numbers = PlainTexts(table.slot(of: .number), of: table)
  }

  /// Makes the ids of the objectives of the next rows, unless that of `row` is made already.
  mutating func moveAhead(to row: Int, in sheet: OKRImport) {
    guard !ahead.rows.contains(row) else { return }
    ahead.start(at: row)
    let end = min(row + IDsAhead.most, accounts.numbers.count)
    for next in row..<end {
      ahead.add(accounts.text(next))
      ahead.add(Self.separator)
      ahead.add(cycles.text(next))
      ahead.add(Self.separator)
      ahead.add(objectives.text(next))
      ahead.endID()
    }
    ahead.ask(sheet, accounts.numbers)
  }
}

/// The ids of the objectives of some rows that follow each other, with their hashes.
///
/// Where an id stands in a table is far off in memory; asked for many at a time, places come while
/// others are on their way.
struct IDsAhead {
  /// How many rows are looked at ahead.
  static let most = 64

  private(set) var rows = 0..<0
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// How many of the ids and accounts are known, which is of no interest but to be asked.
  private var known = 0

  /// Calls `body` with the id of a row and its hash.
  func withID<Answer>(of row: Int, _ body: (Span<UInt8>, UInt64) -> Answer) -> Answer {
    let index = row - rows.lowerBound
    return body(bytes.span.extracting(ends[index]..<ends[index + 1]), hashes[index])
  }

  fileprivate mutating func start(at row: Int) {
    rows = row..<row
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
    hashes.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func add(_ text: String) { TextWords.append(text.utf8.span, to: &bytes) }

  fileprivate mutating func add(_ byte: UInt8) { bytes.append(byte) }

  fileprivate mutating func endID() {
    let start = ends[hashes.count]
    ends.append(bytes.count)
    hashes.append(TextWords.hash(of: bytes.span.extracting(start..<bytes.count)))
    rows = rows.lowerBound..<rows.upperBound + 1
  }

  fileprivate mutating func ask(_ sheet: OKRImport, _ accounts: [Int32]) {
    for hash in hashes where sheet.objectives.isTaken(hash) { known &+= 1 }
    for row in rows where sheet.knowsGroup(ofText: accounts[row]) { known &+= 1 }
  }
}

/// What the rows of a flat sheet say of their objectives beside the keys.
struct PlainDetails {
  /// Whether the sheet has any of it.
  let isSaid: Bool
  private let titles: PlainTexts
  private let goals: PlainTexts
  private let origins: WordColumn<Objective.Origin>
  private let decisions: WordColumn<Objective.Decision>
  private let weights: PlainNumbers

  init(_ table: SheetTable) {
    let columns: [OKRColumn] = [
      .objectiveTitle, .contributesTo, .origin, .decision, .objectiveWeight,
    ]
    isSaid = columns.contains { table.has($0) }
    titles = PlainTexts(table.slot(of: .objectiveTitle), of: table)
    goals = PlainTexts(table.slot(of: .contributesTo), of: table)
    origins = WordColumn(.origin, of: table)
    decisions = WordColumn(.decision, of: table)
    weights = PlainNumbers(.objectiveWeight, of: table)
  }

  /// What a row says.
  func of(_ row: Int) -> ObjectiveList.Details {
    var details = ObjectiveList.Details(title: titles.content(row), origin: origins.word(row))
    details.decision = decisions.word(row)
    details.contributesTo = goals.content(row)
    details.weight = weights.number(row) ?? 1
    return details
  }

  /// Whether a row names or weighs an objective otherwise than `objectives` knows it.
  func differs(_ row: Int, from objectives: ObjectiveList, at index: Int) -> Bool {
    if let title = titles.content(row), let known = objectives.title(at: index), title != known {
      return true
    }
    return weights.number(row).map { $0 != objectives.weight(at: index) } ?? false
  }
}

/// What the rows of a flat sheet say of their key results beside the keys.
struct PlainMeasures {
  let kinds: WordColumn<KeyResult.Kind>
  private let indicators: WordColumn<KeyResult.Indicator>
  private let influences: WordColumn<SheetFlag>
  private let bonuses: WordColumn<SheetFlag>
  private let ambitions: WordColumn<KeyResult.Ambition>
  private let progressModes: WordColumn<KeyResult.ProgressMode>
  private let baselines: PlainNumbers
  private let targets: PlainNumbers
  private let lows: PlainNumbers
  private let highs: PlainNumbers
  private let tolerances: PlainNumbers
  private let currents: PlainNumbers
  private let weights: PlainNumbers
  private let titles: PlainTexts
  private let units: PlainTexts
  private let owners: PlainTexts
  private let comments: PlainTexts

  init(_ table: SheetTable) {
    kinds = WordColumn(.kind, of: table)
    indicators = WordColumn(.indicator, of: table)
    influences = WordColumn(.influenceable, of: table)
    bonuses = WordColumn(.bonusRelevant, of: table)
    ambitions = WordColumn(.ambition, of: table)
    progressModes = WordColumn(.progressMode, of: table)
    baselines = PlainNumbers(.baseline, of: table)
    targets = PlainNumbers(.target, of: table)
    lows = PlainNumbers(.low, of: table)
    highs = PlainNumbers(.high, of: table)
    tolerances = PlainNumbers(.tolerance, of: table)
    currents = PlainNumbers(.current, of: table)
    weights = PlainNumbers(.weight, of: table)
    titles = PlainTexts(table.slot(of: .title), of: table)
    units = PlainTexts(table.slot(of: .unit), of: table)
    owners = PlainTexts(table.slot(of: .owner), of: table)
    comments = PlainTexts(table.slot(of: .comment), of: table)
  }

  /// The numbers that progress is measured against.
  func scale(_ row: Int) -> KeyResult.Scale {
    var scale = KeyResult.Scale()
    scale.baseline = baselines.number(row)
    scale.target = targets.number(row)
    scale.low = lows.number(row)
    scale.high = highs.number(row)
    scale.tolerance = tolerances.number(row)
    return scale
  }

  /// What is said in a word, the kind left out.
  func words(_ row: Int) -> KeyResultList.Words {
    var words = KeyResultList.Words()
    words.indicator = indicators.word(row)
    words.isInfluenceable = influences.word(row).map { $0 == .yes }
    words.isBonusRelevant = bonuses.word(row).map { $0 == .yes }
    words.ambition = ambitions.word(row) ?? .aspirational
    words.progressMode = progressModes.word(row) ?? .own
    return words
  }

  /// Says what a row says of the last of `keyResults`.
  func set(_ row: Int, _ scale: KeyResult.Scale, of keyResults: inout KeyResultList) {
    let index = keyResults.count - 1
    keyResults.set(scale, at: index)
    keyResults.set(
      current: currents.number(row).map { .number($0) },
      weight: weights.number(row) ?? 1,
      at: index
    )
    var texts = KeyResultList.Texts(title: titles.content(row), unit: units.content(row))
    (texts.owner, texts.comment) = (owners.content(row), comments.content(row))
    keyResults.set(texts, at: index)
  }
}

/// A column of texts of which plain rows have either something plain or nothing.
struct PlainTexts {
  let numbers: [Int32]
  let texts: [String]

  /// The column in `slot`; empty when the table lacks it.
  init(_ slot: Int?, of table: SheetTable) {
    numbers = slot.map { table.columns[$0].numbers } ?? []
    texts = slot.map { table.columns[$0].texts } ?? []
  }

  /// The text in a row, empty where there is none.
  func text(_ row: Int) -> String {
    let number = numbers[row]
    return number < 0 ? "" : texts[Int(number)]
  }

  /// The text in a plain row, nil where there is none.
  func content(_ row: Int) -> String? {
    guard !numbers.isEmpty, numbers[row] >= 0 else { return nil }
    let text = texts[Int(numbers[row])]
    return text.isEmpty ? nil : text
  }
}

/// A column of numbers of which plain rows have either a plain one or nothing.
struct PlainNumbers {
  private let numbers: [Int32]
  /// The number that each text means, not a number for none.
  private let values: [Double]

  /// The column of `table`; empty when the table lacks it.
  init(_ column: OKRColumn, of table: SheetTable) {
    guard let slot = table.slot(of: column) else {
      (numbers, values) = ([], [])
      return
    }
    let known = table.columns[slot]
    numbers = known.numbers
    values = known.texts.indices.map { text in
      known.hasContent(Int32(text)) ? known.value(Int32(text)).value ?? .nan : .nan
    }
  }

  /// The number in a plain row, nil where there is none.
  func number(_ row: Int) -> Double? {
    guard !numbers.isEmpty, numbers[row] >= 0 else { return nil }
    let value = values[Int(numbers[row])]
    return value.isNaN ? nil : value
  }
}
