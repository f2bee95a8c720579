// SPDX-License-Identifier: Apache-2.0
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
  private let ranked = Array(Ranking.Status.ranked.rawValue.utf8)

  /// The most bytes that one row can take: two delimiters, ten digits and the longest status each.
  var mostBytes: Int { marks.count * 24 }

  init(_ outcome: ScenarioOutcome) {
    scenarios = outcome.scenarios
    marks = outcome.scenarios.map(\.marks)
    statuses = Dictionary(
      uniqueKeysWithValues: Ranking.Status.allCases.map { ($0, Array($0.rawValue.utf8)) }
    )
  }

  /// Writes rank and status of an account in every scenario, each with a delimiter in front.
  ///
  /// - Parameters:
  ///   - account: the index of the account.
  ///   - delimiter: what stands between fields.
  ///   - start: where to begin.
  ///   - bytes: with at least ``mostBytes`` from there on.
  /// - Returns: the place behind the last byte.
  func write(
    _ account: Int,
    delimiter: UInt8,
    from start: Int,
    into bytes: inout MutableSpan<UInt8>
  ) -> Int {
    var end = start
    for scenario in marks.indices {
      let mark = marks[scenario][account]
      bytes[end] = delimiter
      end += 1
      if mark > 1 { Self.write(mark >> 1, into: &bytes, at: &end) }
      bytes[end] = delimiter
      end += 1
      if mark & 1 == 1 {
        Self.write(listed, into: &bytes, at: &end)
      } else if mark > 0 {
        Self.write(ranked, into: &bytes, at: &end)
      } else if let status = scenarios[scenario].status(of: account), let word = statuses[status] {
        Self.write(word, into: &bytes, at: &end)
      }
    }
    return end
  }

  private static func write(
    _ word: [UInt8],
    into bytes: inout MutableSpan<UInt8>,
    at end: inout Int
  ) {
    for place in word.indices { bytes[end + place] = word[place] }
    end += word.count
  }

  private static func write(_ rank: UInt32, into bytes: inout MutableSpan<UInt8>, at end: inout Int)
  {
    var rest = rank
    var digits = 1
    var limit: UInt32 = 10
    while digits < 10, rest >= limit {
      digits += 1
      limit = digits < 10 ? limit &* 10 : .max
    }
    for place in stride(from: end + digits - 1, through: end, by: -1) {
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    end += digits
  }
}
