// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Selection

/// Ranks and statuses of `scenarios.csv` as bytes: of two hundred scenarios and a hundred thousand
/// accounts there are forty million.
struct ScenarioText: Sendable {
  private let scenarios: [ScenarioRanking]
  /// Per scenario and account twice the rank, plus one on the list.
  private let marks: [[UInt32]]
  /// The bytes of each status.
  private let statuses: [Ranking.Status: [UInt8]]
  private let listed = Array(Ranking.Status.shortlisted.rawValue.utf8)
  private let ranked = TextBuffer.word(Array(Ranking.Status.ranked.rawValue.utf8))

  init(_ outcome: ScenarioOutcome) {
    scenarios = outcome.scenarios
    marks = outcome.scenarios.map(\.marks)
    statuses = Dictionary(
      uniqueKeysWithValues: Ranking.Status.allCases.map { ($0, Array($0.rawValue.utf8)) }
    )
  }

  /// Appends rank and status of an account in every scenario, each with a delimiter in front.
  func append(_ account: Int, delimiter: UInt8, to text: inout TextBuffer) {
    for scenario in marks.indices {
      let mark = marks[scenario][account]
      text.append(delimiter)
      if mark > 1 { text.append(Int(mark >> 1)) }
      text.append(delimiter)
      if mark & 1 == 1 {
        text.append(listed)
      } else if mark > 0 {
        text.append(word: ranked)
      } else if let status = scenarios[scenario].status(of: account), let word = statuses[status] {
        text.append(word)
      }
    }
  }
}
