// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Selection

/// Reads the whole tree, section by section, and ends with a programme or with every problem found.
struct ProgrammeReader {
  private let file: String
  private let problems = ProgrammeProblems()

  init(file: String) { self.file = file }

  /// The programme that `tree` describes.
  func programme(from tree: ProgrammeNode) throws(ProgrammeErrors) -> Programme {
    let root = NodeReader(node: tree, path: "", problems: problems)
    guard let section = rootSection(of: root) else {
      try problems.throwIfAny()
      preconditionFailure("a root that is no mapping must be a problem")
    }
    checkVersion(section)
    var programme = Programme(
      header: header(section["programme"]?.section(.programme)),
      sources: sources(section),
      selection: SelectionPlan(criteria: [], size: 1)
    )
    programme.file = file
    programme.accounts = section["accounts"]?.section(.accounts).flatMap(AccountsReader.master)
    programme.rates = section["rates"]?.section(.rates).flatMap(AccountsReader.rates)
    var names = KnownNames(in: tree)
    checkMeanings(of: names, in: programme.sources, section)
    programme.measures = measures(section, &names)
    readSelection(section, names, into: &programme)
    readAnalyses(section, names, into: &programme)
    programme.okr = section["okr"]?.section(.okr).map(OKRReader.mapping)
    programme.keyPositions = keyPositions(in: tree)
    try problems.throwIfAny(language: programme.header.language)
    return programme
  }

  private func rootSection(of root: NodeReader) -> SectionReader? {
    guard case .mapping(let entries) = root.node.content else {
      let found = root.node.description
      return root.fail(
        .wrongType,
        de: "eine Programmdatei ist eine Zuordnung, gefunden \(found.german)",
        en: "a programme file is a mapping, found \(found.english)"
      )
    }
    return SectionReader(.root, entries, at: root.position, path: "", problems)
  }

  private func checkVersion(_ section: SectionReader) {
    guard let version = section["version"], version.node.content != .scalar("1", .plain) else {
      return
    }
    let found = version.node.description
    problems.add(
      .version,
      at: version.position,
      de: "version 1 wird erwartet, gefunden \(found.german)",
      en: "expected version 1, found \(found.english)"
    )
  }

  private func header(_ section: SectionReader?) -> ProgrammeHeader {
    var header = ProgrammeHeader(
      name: section?["name"]?.text() ?? "",
      goal: section?["goal"]?.choice(Programme.Goal.self) ?? .custom,
      approach: section?["approach"]?.choice(Programme.Approach.self) ?? .sales,
      currency: section?["currency"]?.currencyCode() ?? ""
    )
    header.purpose = section?["purpose"]?.text()
    header.phase = section?["phase"]?.choice(Programme.Phase.self)
    header.language = section?["language"]?.choice(Language.self)
    header.asOf = section?["as_of"]?.month()
    return header
  }

  private func sources(_ section: SectionReader) -> [SourceMapping] {
    (section["sources"]?.list() ?? []).compactMap { source in
      source.section(.source).flatMap { SourceReader($0).mapping() }
    }
  }

  /// One name means one thing in all sources: an amount or a number, a value or an attribute.
  private func checkMeanings(
    of names: KnownNames,
    in sources: [SourceMapping],
    _ section: SectionReader
  ) {
    for name in names.ambiguous {
      problems.add(
        .ambiguousName,
        at: section.keyPosition("sources"),
        de: "'\(name)' ist ein Wert und zugleich ein Merkmal",
        en: "'\(name)' is both a value and an attribute"
      )
    }
    var first: [String: ValueMapping.Kind] = [:]
    for value in sources.flatMap(\.values) {
      guard let kind = first[value.name] else {
        first[value.name] = value.kind
        continue
      }
      guard kind != value.kind else { continue }
      problems.add(
        .ambiguousName,
        at: value.column.position ?? section.keyPosition("sources"),
        de: "'\(value.name)' ist in einer Quelle ein Betrag (amount), in einer anderen eine Zahl",
        en: "'\(value.name)' is an amount in one source and a number in another"
      )
    }
  }

  private func measures(_ section: SectionReader, _ names: inout KnownNames) -> [MeasureDefinition]
  {
    var measures: [MeasureDefinition] = []
    for entry in section["measures"]?.named() ?? [] {
      if let meaning = names.meaning(of: entry.name)?.text {
        problems.add(
          .ambiguousName,
          at: entry.position,
          de: "'\(entry.name)' ist schon \(meaning.german); das Maß braucht einen anderen Namen",
          en: "'\(entry.name)' is \(meaning.english) already; name the measure differently"
        )
      }
      if let expression = entry.value.expression(over: names) {
        measures.append(MeasureDefinition(entry.name, expression))
      }
      names.add(measure: entry.name)
    }
    return measures
  }

  private func readSelection(
    _ section: SectionReader,
    _ names: KnownNames,
    into programme: inout Programme
  ) {
    let weighting = section["weighting"]
    let needsWeights = weighting == nil || weighting?.node.scalarText == "points"
    var criteria = CriteriaReader(over: names, needsWeights: needsWeights)
    let read = section["criteria"].map { criteria.criteria($0) } ?? []
    var plan = SelectionPlan(criteria: read, size: programme.assumedSize)
    plan.gates = section["gates"].flatMap { $0.gates(over: names) } ?? []
    let known = CriterionNames(in: section["criteria"]?.node)
    plan.weighting = weighting.flatMap(WeightingReader(of: known).weighting) ?? .points
    plan.method = section["method"].flatMap(MethodReader.method) ?? .weightedSum
    if let list = section["shortlist"]?.section(.shortlist) {
      let shortlist = ShortlistReader(list, over: names)
      plan.shortlist = shortlist.rule(assumed: programme.assumedSize)
      programme.shortlistFiles = shortlist.files()
    }
    programme.selection = plan
  }

  private func readAnalyses(
    _ section: SectionReader,
    _ names: KnownNames,
    into programme: inout Programme
  ) {
    programme.declared.matrix = section["matrix"]?.section(.matrix).map(AnalysesReader.matrix)
    programme.declared.robustness =
      section["robustness"]?.section(.robustness).map(AnalysesReader.robustness)
    guard let scenarios = section["scenarios"] else { return }
    if scenarios.isMapping {
      programme.declared.scenarioFile =
        scenarios.section(.scenarioFile)?["file"]?.reference()
      return
    }
    let reader = ScenarioReader(
      over: names,
      criteria: CriterionNames(in: section["criteria"]?.node),
      size: programme.selection.shortlist.size
    )
    programme.declared.scenarios = reader.scenarios(scenarios)
  }

  private func keyPositions(in tree: ProgrammeNode) -> [String: SourcePosition] {
    var positions: [String: SourcePosition] = [:]
    for entry in tree.entries where !entry.value.isNull {
      positions[entry.key] = entry.position
      guard entry.key == "shortlist" else { continue }
      for inner in entry.value.entries where !inner.value.isNull {
        positions["shortlist.\(inner.key)"] = inner.position
      }
    }
    return positions
  }
}
