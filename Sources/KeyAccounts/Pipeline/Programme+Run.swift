// SPDX-License-Identifier: Apache-2.0
public import Accounts
import CyclePerformance
import DelimitedText
import PortfolioAnalysis
import Reporting
import Selection

extension Programme {
  /// Runs the programme: reads, consolidates, ranks, cuts the list and links it to OKR cycles.
  ///
  /// Nothing is written and nothing printed; what a run found is in the result.
  /// - Throws: ``RunError`` when an input is missing or unusable, or the programme does not fit it.
  public func run(_ options: RunOptions = RunOptions()) throws(RunError) -> Run {
    var inputs = try RunInputs(of: self, options)
    options.report(.consolidating)
    let consolidation = Consolidator(
      sources: inputs.sources,
      master: inputs.master,
      mapping: accounts,
      identities: inputs.identities,
      rates: inputs.rates,
      currency: header.currency,
      asOf: options.asOf ?? header.asOf
    ).consolidated(threads: options.threads)
    inputs.releaseSums()
    var run = Run(
      programme: self,
      depth: options.depth,
      inputs: inputs,
      consolidation: consolidation
    )
    inputs.releaseSources()
    run.isComparison = options.comparesScenarios
    run.seed = options.seed ?? declared.robustness?.seed
    var whole = consolidation
    whole.table = computed(consolidation.table, threads: options.threads)
    run.accounts = whole.table
    let evaluator = MeasureEvaluator(whole.table)
    let leaves = selection.criteria.flatMap(\.leaves)
    let criteria = leaves.compactMap { leaf in
      leaf.measure.map { (leaf.name, evaluator.numbers($0)) }
    }
    let coverage = Coverage(criteria: criteria, consolidation: whole)
    run.coverage = coverage.rows
    run.coverageGate = CoverageGate(
      plan: selection,
      coverage: run.coverage,
      overall: coverage.overall
    )
    run.findings += advice()
    run.leaveEarlierStages(options)
    if options.depth != .rank, !run.leavesEarlierStages {
      run.duplicates = DuplicateSearch(whole.table).suspicions()
    }
    guard options.depth >= .rank, run.blocking.isEmpty else {
      // Columns that nobody could read say nothing about coverage.
      if run.blocking.isEmpty { run.findings += run.coverageGate.findings() }
      run.finish()
      return run
    }
    options.report(.ranking)
    if !selection.criteria.isEmpty {
      try SelectionStage(
        programme: self,
        inputs: inputs,
        consolidation: whole,
        values: criteria.count == leaves.count ? criteria.map(\.1) : nil,
        threads: options.threads
      ).run(&run)
    }
    let variants = ScenarioStage(
      programme: self,
      inputs: inputs,
      consolidation: whole,
      options: options
    )
    if options.keepsChoices { run.choices = try variants.choices(run) }
    if options.comparesScenarios || options.depth == .everything && declared.hasScenarios {
      try variants.run(&run)
    }
    guard options.depth >= .everything else {
      run.finish()
      return run
    }
    if !run.leavesEarlierStages { PortfolioStage(programme: self, table: whole.table).run(&run) }
    options.report(.cycles)
    if let okr {
      let stage = CycleStage(
        programme: self,
        mapping: okr,
        consolidation: whole,
        options: options
      )
      try stage.run(&run)
      if options.isBacktesting {
        try Backtesting(programme: self, options: options).run(&run)
      }
    }
    run.finish()
    return run
  }

  /// The table with the programme's measures, each computed from what stands before it.
  func computed(_ table: AccountTable, threads: Int = 1) -> AccountTable {
    var result = table
    for measure in measures {
      let numbers = MeasureEvaluator(result, threads: threads).numbers(measure.expression)
      result.measures.append(AccountTable.Measure(name: measure.name, numbers: numbers))
    }
    return result
  }
}

extension Run {
  /// What is known after reading and consolidating.
  fileprivate init(
    programme: Programme,
    depth: RunDepth,
    inputs: RunInputs,
    consolidation: Consolidation
  ) {
    self.programme = programme
    self.depth = depth
    self.inputs = inputs.inputs
    dataInputCount = inputs.inputs.count
    reconciled = inputs.reconciled
    rejects = []
    for source in inputs.sources { rejects.append(source.rejects) }
    rejects.append(inputs.master.rejects)
    rejects.append(inputs.rates.rejects)
    blocking = inputs.sources.flatMap(\.blocking)
    findings = FindingList(
      inputs.sources.flatMap(\.findings) + blocking + inputs.master.findings
        + inputs.rates.findings + consolidation.findings
    )
    coverageGate = CoverageGate(plan: programme.selection, coverage: [], overall: [])
    accounts = consolidation.table
    rowOfMember = consolidation.rowOfMember
    systems = consolidation.systems
    profiles = inputs.profiles
    coverage = []
    portfolio = []
  }

  /// Puts findings and rejected rows in their published order.
  fileprivate mutating func finish() {
    rejects.publish()
    findings += rejects.findings
    findings += AccountSuspicions(self).findings + strayBytes
    if let pairs = duplicates.flatMap(DuplicateSearch.finding) { findings.append(pairs) }
    if let excerpt = ReportExcerpt.finding(on: tables) { findings.append(excerpt) }
    findings.sort()
  }
}

extension Run {
  /// Bytes that do not belong into the text of a file, one finding a file.
  private var strayBytes: [Finding] {
    var said: Set<String> = []
    return inputs.compactMap { input in
      guard let strays = input.strays, said.insert(input.name).inserted else { return nil }
      return Finding(strays, in: input.name)
    }
  }
}

extension Criterion {
  /// The criteria at the ends of the tree, in programme order.
  var leaves: [Criterion] { children.isEmpty ? [self] : children.flatMap(\.leaves) }
}
