// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// The key results of a sheet, column by column: a million of them need little more than their
/// numbers.
///
/// An element is put together when it is asked for; figures ask for the columns they need.
public struct KeyResultList: Sendable, Equatable, RandomAccessCollection {
  /// What is said in a word.
  struct Words: Sendable {
    var kind = KeyResult.Kind.metric
    var indicator: KeyResult.Indicator?
    var isInfluenceable: Bool?
    var isBonusRelevant: Bool?
    var ambition = KeyResult.Ambition.aspirational
    var progressMode = KeyResult.ProgressMode.own
    var hasUnreadableScale = false
    var exclusion: OKRCode?
  }

  /// What is said in free texts.
  struct Texts {
    var title: String?
    var unit: String?
    var owner: String?
    var comment: String?
  }

  /// The ids.
  package private(set) var ids = TextList()
  /// The index of each one's objective, -1 for none.
  package private(set) var objectives: [Int32] = []
  /// The ids of the objectives, once all are known; one for each objective of the sheet.
  var objectiveIDs = TextList()
  private var unknownObjectiveIDs = RareColumn<String>()
  private var words: [Words] = []
  private var titles = RareColumn<String>()
  private var units = RareColumn<String>()
  private var owners = RareColumn<String>()
  private var comments = RareColumn<String>()
  private var baselines = NumberColumn()
  private var targets = NumberColumn()
  private var lows = NumberColumn()
  private var highs = NumberColumn()
  private var commits = NumberColumn()
  private var stretches = NumberColumn()
  private var tolerances = NumberColumn()
  private var currents = ReportedValues()
  private var typed = RareColumn<TypedProgress>()
  /// Weights other than 1.
  private var weights = NumberColumn()
  /// Shares of own progress other than one half.
  private var alphas = NumberColumn()
  /// The rows they were read from.
  private(set) var places = PlaceList()

  /// A list without key results.
  public init() {}

  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { objectives.count }

  /// The key result at `index`.
  public subscript(index: Int) -> KeyResult {
    let said = words[index]
    var keyResult = KeyResult(
      id: ids[index],
      objectiveID: objectiveID(at: index),
      place: places[index]
    )
    keyResult.objective = objective(of: index)
    keyResult.title = titles[index]
    keyResult.kind = said.kind
    keyResult.unit = units[index]
    keyResult.scale = scale(at: index)
    keyResult.hasUnreadableScale = said.hasUnreadableScale
    keyResult.current = current(at: index)
    keyResult.typedProgress = typed[index]
    keyResult.weight = weight(at: index)
    keyResult.owner = owners[index]
    keyResult.comment = comments[index]
    keyResult.indicator = said.indicator
    keyResult.isInfluenceable = said.isInfluenceable
    keyResult.isBonusRelevant = said.isBonusRelevant
    keyResult.ambition = said.ambition
    keyResult.progressMode = said.progressMode
    keyResult.alpha = alphas[index] ?? 0.5
    keyResult.exclusion = said.exclusion
    return keyResult
  }

  /// Whether both hold the same key results.
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}

// MARK: - Columns

extension KeyResultList {
  /// The index of a key result's objective, nil when there is no such objective.
  package func objective(of index: Int) -> Int? {
    objectives[index] < 0 ? nil : Int(objectives[index])
  }

  /// The id of a key result's objective as the sheet writes it.
  package func objectiveID(at index: Int) -> String {
    if let id = unknownObjectiveIDs[index] { return id }
    let objective = Int(objectives[index])
    return objectiveIDs.indices.contains(objective) ? objectiveIDs[objective] : ""
  }

  /// Appends the id of a key result's objective to cells.
  func appendObjectiveID(at index: Int, to cells: inout TextCells) {
    let objective = Int(objectives[index])
    if objective >= 0, objectiveIDs.indices.contains(objective) {
      objectiveIDs.append(objective, to: &cells)
    } else {
      cells.append(objectiveID(at: index))
    }
  }

  /// The title of a key result.
  package func title(at index: Int) -> String? { titles[index] }
  /// Who works on a key result.
  func owner(at index: Int) -> String? { owners[index] }
  /// How a key result is measured.
  package func kind(at index: Int) -> KeyResult.Kind { words[index].kind }
  /// What counts as success of a key result.
  func ambition(at index: Int) -> KeyResult.Ambition { words[index].ambition }
  /// Where the progress of a key result comes from.
  func progressMode(at index: Int) -> KeyResult.ProgressMode { words[index].progressMode }
  /// Leading or lagging.
  func indicator(at index: Int) -> KeyResult.Indicator? { words[index].indicator }
  /// Whether the team can influence a key result wholly.
  func isInfluenceable(at index: Int) -> Bool? { words[index].isInfluenceable }
  /// Whether a bonus hangs on a key result.
  func isBonusRelevant(at index: Int) -> Bool? { words[index].isBonusRelevant }
  /// Why a key result enters no figure, nil when it does.
  package func exclusion(at index: Int) -> OKRCode? { words[index].exclusion }
  /// Whether a key result can be measured, or would be without a cell that cannot be read.
  func isMeantMeasurable(at index: Int) -> Bool {
    words[index].hasUnreadableScale || scale(at: index).isMeasurable(words[index].kind)
  }
  /// The weight of a key result within its objective.
  func weight(at index: Int) -> Double { weights[index] ?? 1 }
  /// The share of own progress in a blend.
  func alpha(at index: Int) -> Double { alphas[index] ?? 0.5 }
  /// The value of a key result that stands in the sheet itself.
  func current(at index: Int) -> KeyResultValue? {
    index < currents.count ? currents[index] : nil
  }
  /// The percentage that somebody typed.
  func typedProgress(at index: Int) -> TypedProgress? { typed[index] }
  /// The row of a key result.
  package func place(at index: Int) -> SheetPlace { places[index] }
  /// The line of a key result's row.
  package func line(at index: Int) -> Int { places.line(at: index) }

  /// The numbers that progress of a key result is measured against.
  func scale(at index: Int) -> KeyResult.Scale {
    var scale = KeyResult.Scale()
    scale.baseline = baselines[index]
    scale.target = targets[index]
    scale.low = lows[index]
    scale.high = highs[index]
    scale.commit = commits[index]
    scale.stretch = stretches[index]
    scale.tolerance = tolerances[index]
    return scale
  }
}

// MARK: - Growing

extension KeyResultList {
  /// Adds a key result at the end.
  mutating func append(_ keyResult: KeyResult) {
    let index = count
    let words = Words(
      kind: keyResult.kind,
      indicator: keyResult.indicator,
      isInfluenceable: keyResult.isInfluenceable,
      isBonusRelevant: keyResult.isBonusRelevant,
      ambition: keyResult.ambition,
      progressMode: keyResult.progressMode,
      hasUnreadableScale: keyResult.hasUnreadableScale,
      exclusion: keyResult.exclusion
    )
    append(
      words,
      id: keyResult.id.utf8.span,
      objective: Int32(keyResult.objective ?? -1),
      keyResult.place
    )
    if keyResult.objective == nil { unknownObjectiveIDs[index] = keyResult.objectiveID }
    var texts = Texts(title: keyResult.title, unit: keyResult.unit)
    (texts.owner, texts.comment) = (keyResult.owner, keyResult.comment)
    set(texts, at: index)
    set(keyResult.scale, at: index)
    set(current: keyResult.current, weight: keyResult.weight, at: index)
    typed[index] = keyResult.typedProgress
    if keyResult.alpha != 0.5 { alphas[index] = keyResult.alpha }
  }

  /// Adds a key result of which nothing is said but words.
  mutating func append(
    _ words: Words,
    id: Span<UInt8>,
    objective: Int32,
    _ place: SheetPlace
  ) {
    ids.append(id)
    objectives.append(objective)
    self.words.append(words)
    places.append(place)
  }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    ids.reserve(more)
    objectives.reserveCapacity(count + more)
    words.reserveCapacity(words.count + more)
    places.reserve(more)
    titles.reserveCapacity(count + more)
    baselines.reserveCapacity(count + more)
    targets.reserveCapacity(count + more)
    weights.reserveCapacity(count + more)
  }

  /// Says what a key result says in free texts.
  mutating func set(_ texts: Texts, at index: Int) {
    titles[index] = texts.title
    units[index] = texts.unit
    owners[index] = texts.owner
    comments[index] = texts.comment
  }

  /// Says what value the last key result has in the sheet, and its weight.
  mutating func set(current: KeyResultValue?, weight: Double, at index: Int) {
    if let current {
      while currents.count < index { currents.append(nil) }
      currents.append(current)
    }
    if weight != 1 { weights[index] = weight }
  }

  /// Says what progress of a key result is measured against.
  mutating func set(_ scale: KeyResult.Scale, at index: Int) {
    baselines[index] = scale.baseline
    targets[index] = scale.target
    lows[index] = scale.low
    highs[index] = scale.high
    commits[index] = scale.commit
    stretches[index] = scale.stretch
    tolerances[index] = scale.tolerance
  }

  /// Keeps a key result out of the figures.
  mutating func exclude(at index: Int, _ code: OKRCode) { words[index].exclusion = code }
}
