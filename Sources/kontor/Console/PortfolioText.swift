// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import PortfolioAnalysis
import Reporting

/// The portfolio in a few lines, each with its n.
enum PortfolioText {
  static func lines(_ run: Run) -> [LocalizedText] {
    guard let figures = run.portfolioFigures else { return [] }
    var lines: [LocalizedText] = []
    if let concentration = run.concentration, let accounts = concentration.accountsFor80Percent {
      lines.append(
        LocalizedText(
          de: "\(accounts) von \(concentration.count) Kunden bringen 80 % des Umsatzes",
          en: "\(accounts) of \(concentration.count) accounts bring 80 % of the revenue"
        )
      )
    }
    lines += [whale(figures.whaleCurve), growth(figures.growth), risk(figures.risk)]
      .compactMap(\.self)
    if let stress = figures.stress.largestAccount {
      let share = percent(stress.lostShare)
      lines.append(
        LocalizedText(
          de: "fiele die Hälfte von '\(stress.name)' weg, fehlten \(share.german) des Umsatzes",
          en: "if half of '\(stress.name)' went, \(share.english) of the revenue would be missing"
        )
      )
    }
    if let matrix = figures.matrix { lines.append(fields(matrix)) }
    return lines
  }

  private static func whale(_ curve: WhaleCurve?) -> LocalizedText? {
    guard let curve, let accounts = curve.accountsAtPeak, let share = curve.peakShare else {
      return nil
    }
    let text = percent(share)
    return LocalizedText(
      de: "\(accounts) von \(curve.count) Kunden bringen zusammen \(text.german) des Ertrags",
      en: "\(accounts) of \(curve.count) accounts bring \(text.english) of the profit together"
    )
  }

  private static func growth(_ growth: GrowthDecomposition) -> LocalizedText? {
    guard let rate = growth.growth else { return nil }
    let text = percent(rate)
    return LocalizedText(
      de: "Umsatz \(text.german) gegenüber den zwölf Monaten davor (\(growth.new.count) neue,"
        + " \(growth.lost.count) verlorene, \(growth.grown.count) gewachsene,"
        + " \(growth.shrunk.count) geschrumpfte Kunden)",
      en: "revenue \(text.english) against the twelve months before (\(growth.new.count) new,"
        + " \(growth.lost.count) lost, \(growth.grown.count) grown, \(growth.shrunk.count) shrunk"
        + " accounts)"
    )
  }

  private static func risk(_ risk: PortfolioRisk) -> LocalizedText? {
    guard let volatility = risk.volatility else {
      return LocalizedText(
        de: "zu wenige Daten für Schwankung und Beta (n = \(risk.monthCount) Monate, nötig sind"
          + " \(PortfolioRisk.fewestMonths))",
        en: "too few data for volatility and beta (n = \(risk.monthCount) months,"
          + " \(PortfolioRisk.fewestMonths) are needed)"
      )
    }
    let (swing, cancelled) = (percent(volatility), percent(risk.diversification ?? 0))
    return LocalizedText(
      de:
        "Monatsumsätze schwanken um \(swing.german); \(cancelled.german) der Schwankungen gleichen"
        + " sich zwischen Kunden aus (n = \(risk.count) Kunden, \(risk.monthCount) Monate)",
      en:
        "monthly revenue swings by \(swing.english); \(cancelled.english) of the swings cancel out"
        + " between accounts (n = \(risk.count) accounts, \(risk.monthCount) months)"
    )
  }

  private static func fields(_ matrix: PortfolioMatrix) -> LocalizedText {
    let counts = PortfolioMatrix.Field.allCases.map { field in
      "\(matrix.fields.count { $0 == field }) \(field.rawValue)"
    }
    .joined(separator: ", ")
    let open = matrix.fields.count - matrix.count
    return LocalizedText(
      de: "Matrix: \(counts); \(open) ohne Feld, weil etwas fehlt oder sie nicht gereiht sind",
      en: "matrix: \(counts); \(open) without a field, for lack of a value or a rank"
    )
  }

  private static func percent(_ share: Double) -> LocalizedText {
    LocalizedText(
      de: ReadableNumber.percent(share, .german),
      en: ReadableNumber.percent(share, .english)
    )
  }
}
