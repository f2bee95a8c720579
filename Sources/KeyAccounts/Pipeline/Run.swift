// SPDX-License-Identifier: Apache-2.0
public import Accounts
import CyclePerformance
public import PortfolioAnalysis
package import Reporting
public import Selection

/// Everything that one run of a programme found.
public struct Run: Sendable {
  /// The programme as it was run.
  public var programme: Programme
  /// The seed of random draws, nil where neither caller nor programme names one.
  public var seed: Int?
  /// How far it went.
  public var depth: RunDepth
  /// The files that were read, in the order of the programme.
  public var inputs: [InputFile]
  /// How many of the inputs, the first ones, are sources, master and rates, which every run reads.
  var dataInputCount = 0
  /// What became of each file's rows, with control sums.
  package var reconciled: [ReconciledFile]
  /// Rows that could not be used.
  public var rejects: RejectedRows
  /// Everything a person should know, in the published order.
  public var findings: FindingList
  /// One row per account, with measures.
  public var accounts: AccountTable
  /// Per criterion, system and country how many accounts have a value.
  public var coverage: [CoverageRow]
  /// The ranking and the shortlist, when the run went that far and there are criteria.
  public var selection: SelectionOutcome?
  /// What each criterion's weight does to the list; empty when nothing was ranked.
  public var sensitivity: [CriterionSensitivity] = []
  /// How few criteria give the same list; nil where that was not looked for.
  public var parsimony: Parsimony?
  /// Whose presence alone keeps others on or off the list; nil where that was not tried.
  public var leftOut: LeftOutTrial?
  /// How sure the list is, where the programme asks for it.
  public var robustness: ListRobustness?
  /// The portfolio by descending revenue; empty without a value named `revenue`.
  public var portfolio: [PortfolioRow]
  /// The concentration of the revenue, nil without a value named `revenue`.
  public var concentration: Concentration?
  /// Risk, growth, whale curve, stress and matrix, nil without a value named `revenue`.
  public var portfolioFigures: PortfolioFigures?
  /// The OKR cycles and their link to selection, when the programme has any.
  public var cycles: CycleOutcome?
  /// What ranked the accounts, to explain a place on the list; nil before that stage.
  package var ranked: (selector: AccountSelector, input: SelectionInput)?
  /// What the selection depended on beside the values, for variants of it; nil before that stage.
  var selectionBasis: SelectionBasis?
  /// The what-if variants beside the programme's own ranking, when the run compares them.
  public var scenarios: ScenarioOutcome?
  /// What each variant chooses, by name, where a back-test asks for it.
  var choices: [(name: String, outcome: SelectionOutcome)] = []
  /// Whether the run is for nothing but comparing; the tables of earlier stages are left to others.
  var isComparison = false
  /// Whether what the stages before the OKR cycles found is left to a run of everything.
  var leavesEarlierStages = false
  /// The row of each source account's id.
  package var rowOfMember: [String: Int]
  /// What decides a refusal to rank; empty when everything could be decided.
  package var blocking: [Finding]
  /// What became of all rows of all files together.
  public var rowCounts: RowCounts {
    var sum = RowCounts()
    for file in reconciled {
      sum.used += file.rows.used
      sum.setAside += file.rows.setAside
      sum.rejected += file.rows.rejected
      sum.structure += file.rows.structure
    }
    return sum
  }

  /// What became of the rows of each file, in the order of their names.
  public var rowCountsByFile: [(file: String, rows: RowCounts)] {
    reconciled.sorted { $0.file.isBytewiseLess(than: $1.file) }.map { ($0.file, $0.rows) }
  }

  /// Why the run stopped before ranking: a column that no cell decides; nil otherwise.
  public var refusal: RunError? {
    guard let first = blocking.sorted(by: Finding.isOrderedBefore).first else { return nil }
    return RunError(
      .unusableData,
      first.code,
      file: first.file,
      LocalizedText(
        de: (blocking.count == 1 ? "eine Spalte ist" : "\(blocking.count) Spalten sind")
          + " nicht eindeutig lesbar; der Befund nennt die Einstellung, die entscheidet",
        en: (blocking.count == 1 ? "one column" : "\(blocking.count) columns")
          + " cannot be read unambiguously; the finding names the setting that decides"
      )
    )
  }

  /// Per account the systems that have rows of it.
  package var systems: [[String]]
  /// Pairs of accounts that may be the same customer; nil where a run does not look for them.
  public var duplicates: [DuplicateSuspicion]?
  /// What was understood of each file; empty for runs beyond a check.
  package var profiles: [FileProfile]
  /// Criteria that too few accounts have a value for.
  var coverageGate: CoverageGate
}
