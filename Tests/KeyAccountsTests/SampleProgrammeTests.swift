// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing

@testable import KeyAccounts

@Suite struct SampleProgrammeTests {
  private let files = SampleProgramme.files()

  private func text(_ path: String) throws -> String {
    let file = try #require(files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// Lines of a Windows-1252 or UTF-8 file as Latin-1 text; enough for figures and ASCII.
  private func lines(_ path: String) throws -> [String] {
    let file = try #require(files.first { $0.path == path })
    let text = String(String.UnicodeScalarView(file.bytes.map { Unicode.Scalar($0) }))
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static let datasets =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Datasets"

  // MARK: The bundled copy

  @Test func isTheSameOnEveryCall() {
    #expect(files == SampleProgramme.files())
  }

  @Test func equalsTheBundledDatasets() throws {
    for file in files {
      let bundled = try #require(
        FileManager.default.contents(atPath: "\(Self.datasets)/\(file.path)"),
        "\(file.path)"
      )
      #expect(Array(bundled) == file.bytes, "\(file.path) differs from Datasets")
    }
  }

  @Test func leavesNoStrayFileInDatasets() throws {
    let manager = FileManager.default
    let found = try manager.subpathsOfDirectory(atPath: Self.datasets).filter { path in
      var isFolder = false
      return manager.fileExists(atPath: "\(Self.datasets)/\(path)", isDirectory: &isFolder)
        && !isFolder
    }
    #expect(Set(found) == Set(files.map(\.path) + ["README.md"]))
  }

  @Test func staysSmallAndRelative() {
    #expect(files.reduce(0) { $0 + $1.bytes.count } < 1_500_000)
    #expect(files.map(\.path) == files.map(\.path).sorted())
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files.allSatisfy { !$0.path.hasPrefix("/") && !$0.path.contains("..") })
  }

  // MARK: The exports

  @Test func closesTheGermanListWithItsExactTotal() throws {
    let rows = try lines("exports/sap_umsatz.csv").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let data = rows.filter {
      $0.count == 7 && ($0[0].hasPrefix("0000") || $0[1].hasPrefix("Nicht"))
    }
    let total = try #require(rows.last)
    for column in [5, 6] {
      let sum = data.reduce(0) { $0 + Self.hundredths($1[column]) }
      #expect(sum == Self.hundredths(total[column]))
      #expect(sum > 0)
    }
    #expect(total[0] == "Gesamtergebnis")
  }

  @Test func carriesTheOdditiesOfAnERPList() throws {
    let lines = try lines("exports/sap_umsatz.csv")
    let file = try #require(files.first { $0.path == "exports/sap_umsatz.csv" })
    #expect(lines.count { $0.hasPrefix("Debitor;") } == 3)
    #expect(lines.count { $0.hasPrefix("0000999999;CPD") } == 12)
    #expect(lines.count { $0.hasPrefix("0000") && $0.hasSuffix(";") } == 2)
    #expect(lines.count { $0.hasSuffix("-") } > 50)
    #expect(file.bytes.contains(0xDF), "ß is one byte in Windows-1252")
    #expect(file.bytes.suffix(2) == [0x0D, 0x0A])
  }

  @Test func namesEveryERPCustomerInTheMaster() throws {
    let master = Set(try lines("exports/kundenstamm.csv").map { $0.prefix { $0 != ";" } })
    let sold = try lines("exports/sap_umsatz.csv") + lines("exports/abacus_schweiz.csv")
    let numbers = Set(sold.map { $0.prefix { $0 != ";" } }.filter { Int($0) != nil })
    #expect(numbers.subtracting(master) == ["0000999999"])
    #expect(numbers.count > 150)
  }

  @Test func givesEveryMonthARate() throws {
    let rates = try lines("rates.csv")
    #expect(rates.count == 73)
    #expect(rates[1] == "CHF,2023-01,1.0036")
    #expect(rates.last == "USD,2025-12,0.8541")
  }

  @Test func mentionsOnlyFilesThatExist() throws {
    let programme = try text("kontor.yaml")
    let paths = files.map(\.path).filter { !$0.hasPrefix("runs/") && $0 != "kontor.yaml" }
    for path in paths { #expect(programme.contains(path), "\(path) is not used") }
  }

  // MARK: The companies

  @Test func keepsNumbersAndNamesApart() {
    let companies = SamplePortfolio().companies
    #expect(Set(companies.map(\.number)).count == companies.count)
    #expect(Set(companies.map(\.name)).count == companies.count)
    #expect((180...260).contains(companies.count))
  }

  @Test func formsGroupsUpToThreeLevels() {
    let portfolio = SamplePortfolio()
    let byTop = Dictionary(grouping: portfolio.companies) { portfolio.top(of: $0) }
    #expect(byTop.values.count { $0.count > 1 } == SampleGroup.all.count)
    #expect(byTop.values.allSatisfy { $0.count <= 6 })
    #expect(portfolio.companies.count { $0.hasLeftGroup } == 1)
    #expect(SampleGroup.all.count { group in group.members.contains { $0.under != nil } } >= 3)
  }

  @Test func spreadsRevenueLikeAMidSizeSupplier() {
    let entries = SampleRanking(SamplePortfolio(), lastMonth: 35).ranked
    let revenues = entries.map(\.figures.revenue).sorted(by: >)
    let total = revenues.reduce(0, +)
    let concentration = revenues.reduce(0) { $0 + $1 * 10_000 / total * $1 / total }
    #expect((90_000_000...160_000_000).contains(total))
    #expect((300...900).contains(concentration), "HHI is \(concentration)")
    #expect(entries.count { ($0.figures.growth ?? 0) < 0 } > 15)
    #expect(entries.count { ($0.figures.openPotential ?? 0) > 0 } > entries.count / 2)
  }

  // MARK: Numbers as systems print them

  @Test(arguments: [
    (0, "0,00", "0.00", "0.00"), (5, "0,05", "0.05", "0.05"),
    (123_456, "1.234,56", "1'234.56", "1,234.56"),
    (-123_456_789, "1.234.567,89-", "-1'234'567.89", "-1,234,567.89"),
    (100_000_000, "1.000.000,00", "1'000'000.00", "1,000,000.00"),
  ])
  func printsAmounts(_ cents: Int, _ german: String, _ swiss: String, _ english: String) {
    #expect(SampleNumber.german(cents) == german)
    #expect(SampleNumber.swiss(cents) == swiss)
    #expect(SampleNumber.english(cents) == english)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""),
  ])
  func quotesOnlyWhatNeedsIt(_ text: String, _ expected: String) {
    #expect(SampleField.quoted(text, separator: ",") == expected)
  }

  @Test func drawsTheSameNumbersForTheSameKey() {
    let one = SampleRandom(company: 7, purpose: .revenue)
    let draws = (0..<2_000).map { one.integer($0, in: -25...25) }
    #expect(draws == (0..<2_000).map { one.integer($0, in: -25...25) })
    #expect(
      draws
        != (0..<2_000).map { SampleRandom(company: 8, purpose: .revenue).integer($0, in: -25...25) }
    )
    #expect(draws.min() == -25)
    #expect(draws.max() == 25)
    #expect(abs(draws.reduce(0, +)) < 2_000, "the mean is near 0")
  }

  private static func hundredths(_ text: some StringProtocol) -> Int {
    let digits = Int(String(text.filter(\.isNumber))) ?? 0
    return text.hasSuffix("-") ? -digits : digits
  }
}
