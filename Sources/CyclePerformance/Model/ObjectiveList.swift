// SPDX-License-Identifier: Apache-2.0

/// The objectives of a sheet, column by column, as ``KeyResultList`` keeps key results.
public struct ObjectiveList: Sendable, Equatable, RandomAccessCollection {
  /// The ids.
  package private(set) var ids = TextList()
  /// The accounts that the figures count for.
  package private(set) var groups = NumberedTexts()
  /// The ids of the cycles.
  package private(set) var cycles = NumberedTexts()
  /// The row of each group in the directory that knew it, -1 where it has none.
  private var groupRows: [Int32] = []
  /// The accounts of the sheet where they are not the group.
  private var accounts = RareColumn<String>()
  private var moals = RareColumn<String>()
  private var parentKeyResults = RareColumn<String>()
  private var parents = RareColumn<Int>()
  private var titles = RareColumn<String>()
  private var origins = RareColumn<Objective.Origin>()
  /// Weights other than 1.
  private var weights = NumberColumn()
  private var owners = RareColumn<String>()
  private var carriedFrom = RareColumn<String>()
  private var decisions = RareColumn<Objective.Decision>()
  private var contributions = RareColumn<String>()
  private var exclusions = RareColumn<OKRCode>()
  /// The rows they were read from.
  private(set) var places = PlaceList()

  /// A list without objectives.
  public init() {}

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { groups.numbers.count }

  /// The objective at `index`.
  public subscript(index: Int) -> Objective {
    let group = groups[index]
    var objective = Objective(
      id: ids[index],
      account: account(at: index),
      cycle: cycles[index],
      place: places[index]
    )
    objective.group = group
    objective.moal = moals[index]
    objective.parentKeyResult = parentKeyResults[index]
    objective.parent = parents[index]
    objective.title = titles[index]
    objective.origin = origins[index]
    objective.weight = weight(at: index)
    objective.owner = owners[index]
    objective.carriedFrom = carriedFrom[index]
    objective.decision = decisions[index]
    objective.contributesTo = contributions[index]
    objective.exclusion = exclusions[index]
    return objective
  }

  /// Whether both hold the same objectives.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}

// MARK: - Columns

extension ObjectiveList {
  /// The account that an objective counts for.
  package func group(at index: Int) -> String { groups[index] }
  /// The row of a group in the directory that knew it, nil where it has none.
  func row(ofGroup number: Int) -> Int? { groupRows[number] < 0 ? nil : Int(groupRows[number]) }
  /// The account of an objective as the sheet writes it.
  func account(at index: Int) -> String { accounts[index] ?? groups[index] }
  /// The id of an objective's cycle.
  package func cycle(at index: Int) -> String { cycles[index] }
  /// The id of the key result that an objective works for.
  func parentKeyResult(at index: Int) -> String? { parentKeyResults[index] }
  /// The index of that key result.
  func parent(at index: Int) -> Int? { parents[index] }
  /// The mid-term goal of an objective.
  func moal(at index: Int) -> String? { moals[index] }
  /// The goal.
  func title(at index: Int) -> String? { titles[index] }
  /// Who set an objective.
  func origin(at index: Int) -> Objective.Origin? { origins[index] }
  /// The weight of an objective among those of its account.
  func weight(at index: Int) -> Double { weights[index] ?? 1 }
  /// The objective of an earlier cycle that an objective continues.
  package func carriedFrom(at index: Int) -> String? { carriedFrom[index] }
  /// What the review decided about an objective.
  package func decision(at index: Int) -> Objective.Decision? { decisions[index] }
  /// Which goal an objective contributes to.
  func contributesTo(at index: Int) -> String? { contributions[index] }
  /// Why an objective enters no figure, nil when it does.
  func exclusion(at index: Int) -> OKRCode? { exclusions[index] }
  /// Whether the row of an objective is free of errors; that it has no key result is none of the
  /// row.
  func isReadable(at index: Int) -> Bool {
    exclusions[index] == nil || exclusions[index] == .objectiveWithoutKeyResult
  }
  /// The row of an objective.
  package func place(at index: Int) -> SheetPlace { places[index] }
  /// The line of an objective's row.
  package func line(at index: Int) -> Int { places.line(at: index) }
}

/// An account in a cycle, by the numbers of their texts in a list of objectives.
struct AccountCycle: Hashable {
  /// The number of the account.
  let group: Int32
  /// The number of the cycle.
  let cycle: Int32

  /// What the objective at `index` is set for.
  init(of index: Int, in objectives: ObjectiveList) {
    group = objectives.groups.numbers[index]
    cycle = objectives.cycles.numbers[index]
  }
}

// MARK: - Growing

extension ObjectiveList {
  /// What is known of the group of an objective.
  struct Group {
    /// The number of its text, nil unless an earlier objective has it.
    var number: Int?
    /// Its row in the directory; where it has one, texts without a row are others.
    var row: Int?
  }

  /// What an objective has without which it is none.
  struct Keys {
    var account: String
    var group: String
    var cycle: String
    var place: SheetPlace
  }

  /// What an objective may say of itself in any sheet.
  struct Details {
    var title: String?
    var origin: Objective.Origin?
    var decision: Objective.Decision?
    var contributesTo: String?
    var weight = 1.0
  }

  /// Adds an objective at the end.
  ///
  /// - Returns: the number of its group's text.
  @discardableResult
  mutating func append(_ objective: Objective, group: Group = Group()) -> Int32 {
    let index = count
    let keys = Keys(
      account: objective.account,
      group: objective.group,
      cycle: objective.cycle,
      place: objective.place
    )
    let number = append(keys, id: objective.id.utf8.span, group: group)
    var details = Details(title: objective.title, origin: objective.origin)
    details.decision = objective.decision
    details.contributesTo = objective.contributesTo
    details.weight = objective.weight
    set(details, at: index)
    moals[index] = objective.moal
    parentKeyResults[index] = objective.parentKeyResult
    parents[index] = objective.parent
    owners[index] = objective.owner
    carriedFrom[index] = objective.carriedFrom
    exclusions[index] = objective.exclusion
    return number
  }

  /// Adds an objective of which nothing is said but its keys.
  mutating func append(_ keys: Keys, id: Span<UInt8>, group: Group) -> Int32 {
    ids.append(id)
    if keys.account != keys.group { accounts[count] = keys.account }
    places.append(keys.place)
    cycles.append(keys.cycle)
    if let number = group.number {
      groups.append(number: number)
    } else if group.row != nil {
      groups.append(first: keys.group)
    } else {
      groups.append(keys.group)
    }
    if groupRows.count < groups.texts.count { groupRows.append(Int32(group.row ?? -1)) }
    return groups.numbers[count - 1]
  }

  /// Says what an objective says of itself.
  mutating func set(_ details: Details, at index: Int) {
    titles[index] = details.title
    origins[index] = details.origin
    decisions[index] = details.decision
    contributions[index] = details.contributesTo
    if details.weight != 1 { weights[index] = details.weight }
  }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    ids.reserve(more)
    groups.reserve(more)
    cycles.reserve(more)
    places.reserve(more)
  }

  /// Gives back what is needed only while objectives are added.
  mutating func close() {
    groups.close()
    cycles.close()
  }

  /// Takes from a later row what an objective does not have yet.
  mutating func complete(at index: Int, from later: Objective) {
    let details = Details(title: later.title, origin: later.origin)
    complete(at: index, from: details)
    moals[index] = moals[index] ?? later.moal
    owners[index] = owners[index] ?? later.owner
    carriedFrom[index] = carriedFrom[index] ?? later.carriedFrom
    contribute(at: index, to: later.contributesTo)
  }

  /// Takes from a later row what an objective does not say of itself yet.
  mutating func complete(at index: Int, from later: Details) {
    titles[index] = titles[index] ?? later.title
    origins[index] = origins[index] ?? later.origin
    contribute(at: index, to: later.contributesTo)
  }

  /// Says which goal an objective contributes to, unless that is said.
  mutating func contribute(at index: Int, to goal: String?) {
    contributions[index] = contributions[index] ?? goal
  }

  /// Says which key result an objective works for.
  mutating func setParent(at index: Int, _ keyResult: Int?) { parents[index] = keyResult }

  /// Keeps an objective out of the figures, unless it is already.
  mutating func exclude(at index: Int, _ code: OKRCode) { exclusions[index] = code }
}
