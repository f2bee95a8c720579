// SPDX-License-Identifier: Apache-2.0
public import Accounts
public import CyclePerformance
public import Selection

/// A programme file, read and checked: what to read, how to choose, and what to report.
///
/// Paths are kept as written and are relative to the programme file. Everything keeps its place in
/// the file, so that later findings can point at the setting that decides them.
public struct Programme: Sendable, Equatable {
  /// The file as the user named it.
  public var file: String
  /// The text of the file, for the identity of a run.
  public var text: String
  /// The `KEY.PATH=VALUE` settings that replaced what the text says, in order.
  public var overrides: [String]
  /// What the programme is and wants.
  public var header: ProgrammeHeader
  /// The CSV exports, in file order.
  public var sources: [SourceMapping]
  /// The customer master, if there is one.
  public var accounts: MasterMapping?
  /// The currency rates, if there are any.
  public var rates: RateMapping?
  /// The measures, each computed from what stands before it.
  public var measures: [MeasureDefinition]
  /// Gates, criteria, weighting, method and list size; without criteria nothing is ranked.
  ///
  /// The previous list and the decisions are empty here; ``shortlistFiles`` names their files.
  public var selection: SelectionPlan
  /// The files of the previous list and of decisions.
  public var shortlistFiles: ShortlistFiles
  /// What the programme declares for analyses around the ranking.
  public var declared: DeclaredAnalyses
  /// The OKR files, if there are any.
  public var okr: OKRMapping?
  /// Where each top-level key and each key of `shortlist` stands, such as `shortlist.size`.
  public var keyPositions: [String: SourcePosition]

  /// Reads and checks a programme file.
  ///
  /// - Parameters:
  ///   - path: The file; JSON is read as well, YAML being its superset.
  ///   - overrides: `KEY.PATH=VALUE` settings that replace what the file says, in order.
  /// - Throws: ``ProgrammeErrors`` with everything that is wrong.
  public init(contentsOf path: String, overrides: [String] = []) throws(ProgrammeErrors) {
    try self.init(text: ProgrammeText.read(path), file: path, overrides: overrides)
  }

  /// Reads and checks the text of a programme file.
  ///
  /// - Parameters:
  ///   - text: The YAML or JSON text.
  ///   - file: The name that messages use.
  ///   - overrides: `KEY.PATH=VALUE` settings that replace what the text says, in order.
  /// - Throws: ``ProgrammeErrors`` with everything that is wrong.
  public init(text: String, file: String, overrides: [String] = []) throws(ProgrammeErrors) {
    var tree = try ProgrammeDocument.tree(of: text, file: file)
    for (index, override) in overrides.enumerated() {
      try ProgrammeOverride(override, number: index + 1).apply(to: &tree)
    }
    self = try ProgrammeReader(file: file).programme(from: tree)
    self.text = text
    self.overrides = overrides
  }

  /// A programme without a file, for the short form of the command.
  package init(header: ProgrammeHeader, sources: [SourceMapping], selection: SelectionPlan) {
    file = ""
    text = ""
    overrides = []
    self.header = header
    self.sources = sources
    measures = []
    self.selection = selection
    shortlistFiles = ShortlistFiles()
    declared = DeclaredAnalyses()
    keyPositions = [:]
  }
}
