// SPDX-License-Identifier: Apache-2.0
public import Accounts
import DelimitedText
import Selection

/// A ranking of one clean CSV without a programme file.
public struct ShortForm: Sendable, Equatable {
  /// One weighted column.
  public struct WeightedColumn: Sendable, Equatable {
    /// The header text.
    public var column: String
    /// Raw points.
    public var points: Double
    /// Whether less is better.
    public var isMinimised: Bool

    /// Weights a column.
    public init(column: String, points: Double, isMinimised: Bool = false) {
      self.column = column
      self.points = points
      self.isMinimised = isMinimised
    }
  }

  /// The file; `-` reads standard input.
  public var file: String
  /// The weighted columns, in order.
  public var weights: [WeightedColumn]
  /// How many accounts the list holds.
  public var size: Int
  /// The account column, found by its name where nil.
  public var account: String?

  /// Describes the ranking.
  public init(file: String, weights: [WeightedColumn], size: Int, account: String? = nil) {
    self.file = file
    self.weights = weights
    self.size = size
    self.account = account
  }

  /// Ranks the file.
  ///
  /// - Parameters:
  ///   - options: how far to go, and on how many threads.
  ///   - language: the language of reports.
  /// - Returns: everything that was found.
  /// - Throws: ``RunError`` when the file cannot be read or lacks a column.
  public func run(
    _ options: RunOptions = RunOptions(depth: .rank),
    language: Language? = nil
  ) throws(RunError) -> Run {
    let folder = InputFolder(of: "")
    let named = InputFolder.Named(name: file, path: folder.path(of: file))
    var options = options
    options.opened[file] = try folder.content(of: named, at: nil)
    let header = try InputFolder(of: "", opened: options.opened)
      .table(named, FormatSettings(), at: nil).table.header
    var programme = programme(header: header)
    programme.header.language = language
    return try programme.run(options)
  }

  /// The programme that this stands for: min-max scales, weighted sum, all columns plain numbers.
  private func programme(header: [String]) -> Programme {
    let account = account ?? Self.accountColumn(in: header, besides: weights.map(\.column))
    var source = SourceMapping(file: file, account: IdentifierColumn(ColumnReference(account)))
    source.name = Self.nameColumn(in: header, besides: account).map { ColumnReference($0) }
    source.values = weights.map {
      ValueMapping($0.column, column: ColumnReference($0.column), kind: .number)
    }
    var criteria: [Criterion] = []
    for weight in weights {
      let quoted = weight.column.replacing("`", with: "``")
      let measure = try? Expression(parsing: "`\(quoted)`")
      var criterion = Criterion(name: weight.column, measure: measure, weight: weight.points)
      criterion.direction = weight.isMinimised ? .minimise : .maximise
      criteria.append(criterion)
    }
    return Programme(
      header: ProgrammeHeader(name: file, goal: .custom, approach: .sales, currency: "EUR"),
      sources: [source],
      selection: SelectionPlan(criteria: criteria, size: size)
    )
  }

  /// The first header that names an account, else the first column that is not weighted.
  private static func accountColumn(in header: [String], besides weighted: [String]) -> String {
    let free = header.filter { !weighted.contains($0) && !$0.isEmpty }
    return free.first { accountNames.contains(folded($0)) } ?? free.first ?? "account"
  }

  private static func nameColumn(in header: [String], besides account: String) -> String? {
    header.first { $0 != account && nameNames.contains(folded($0)) }
  }

  private static func folded(_ header: String) -> String {
    header.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let accountNames: Set<String> = [
    "account", "accountid", "accountnumber", "accountno", "customer", "customerid",
    "customernumber", "customerno", "kunde", "kundennummer", "kundennr", "kdnr", "debitor",
    "debitorennr", "debitorennummer", "konto", "soldto", "kunnr", "id",
  ]
  private static let nameNames: Set<String> = [
    "name", "name1", "accountname", "customername", "kundenname", "bezeichnung", "firma",
    "company", "companyname", "kurzbezeichnung",
  ]
}
