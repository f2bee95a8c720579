// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import KeyAccounts

/// `kontor rank`.
struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: HelpText.words(
      de: "Kunden reihen und die Liste schneiden, aus einem Programm oder einer sauberen CSV.",
      en: "Rank the accounts and cut the shortlist, from a programme or from any clean CSV."
    ),
    discussion: HelpText.words(
      de: """
          kontor rank
          kontor rank kontor.yaml --format csv > ranking.csv

        Ohne Programmdatei bekommen Spalten einer CSV Gewichte; geschrieben wird nur mit --out:

          kontor rank accounts.csv --weight revenue=50 --weight margin=30 --top 10
          kontor rank accounts.csv --weight revenue=50 --minimise payment_days=10 --account id
        """,
      en: """
          kontor rank
          kontor rank kontor.yaml --format csv > ranking.csv

        Without a programme file, weight the columns of a CSV; nothing is written unless --out is \
        given:

          kontor rank accounts.csv --weight revenue=50 --weight margin=30 --top 10
          kontor rank accounts.csv --weight revenue=50 --minimise payment_days=10 --account id
        """
    )
  )

  @Argument(
    help: HelpText.help(
      de: "Programmdateien, oder eine CSV mit --weight; ohne Angabe ./kontor.yaml.",
      en: "Programme files, or one CSV with --weight; ./kontor.yaml when none is given.",
      valueName: "programme|csv"
    )
  )
  var inputs: [String] = []

  @Option(
    help: HelpText.help(
      de: "Gewicht einer CSV-Spalte, bei der mehr besser ist; mehrfach möglich.",
      en: "Weight of a CSV column where more is better; may be repeated.",
      valueName: "COLUMN=POINTS"
    )
  )
  var weight: [ColumnWeight] = []

  @Option(
    help: HelpText.help(
      de: "Gewicht einer CSV-Spalte, bei der weniger besser ist; mehrfach möglich.",
      en: "Weight of a CSV column where less is better; may be repeated.",
      valueName: "COLUMN=POINTS"
    )
  )
  var minimise: [ColumnWeight] = []

  @Option(
    help: HelpText.help(
      de: "Wie viele Kunden die Liste einer CSV hat.",
      en: "How many accounts the list of a CSV holds."
    )
  )
  var top = 10

  @Option(
    help: HelpText.help(
      de: "Die Kundenspalte einer CSV.",
      en: "The account column of a CSV.",
      valueName: "column"
    )
  )
  var account: String?

  @Option(
    help: HelpText.help(
      de: "Wie viele Programme gleichzeitig laufen.",
      en: "How many programmes run at the same time."
    )
  )
  var jobs = 1

  @OptionGroup var options: CommonOptions

  private var isShortForm: Bool { !weight.isEmpty || !minimise.isEmpty }

  mutating func validate() throws {
    guard jobs >= 1, top >= 1 else { throw ValidationError("--jobs and --top must be at least 1") }
    if isShortForm {
      guard inputs.count == 1 else {
        throw ValidationError("--weight goes with exactly one CSV file, found \(inputs.count)")
      }
      return
    }
    if let file = inputs.first(where: Self.looksLikeCSV) {
      throw ValidationError(
        "'\(file)' looks like a CSV; say what counts, such as --weight revenue=50"
      )
    }
  }

  private static func looksLikeCSV(_ path: String) -> Bool {
    [".csv", ".tsv", ".txt"].contains { path.lowercased().hasSuffix($0) }
  }

  func run() throws {
    let runner = BatchRunner(
      options: options,
      depth: .rank,
      mainTable: "ranking",
      jobs: jobs
    )
    guard isShortForm else {
      try runner.run(inputs, summary: RunSummary.rank)
      return
    }
    let columns =
      weight.map { ShortForm.WeightedColumn(column: $0.column, points: $0.points) }
      + minimise.map {
        ShortForm.WeightedColumn(column: $0.column, points: $0.points, isMinimised: true)
      }
    let form = ShortForm(file: inputs[0], weights: columns, size: top, account: account)
    try runner.run(form, writesReports: options.out != nil)
  }
}

/// `COLUMN=POINTS`.
struct ColumnWeight: ExpressibleByArgument {
  let column: String
  let points: Double

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex,
      let points = Double(argument[argument.index(after: sign)...]), points >= 0,
      points.isFinite
    else { return nil }
    column = String(argument[..<sign])
    self.points = points
  }
}
