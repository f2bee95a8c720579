// SPDX-License-Identifier: Apache-2.0
import Selection

/// Ranks and statuses of `scenarios.csv` as bytes: of two hundred scenarios and a hundred thousand
/// accounts there are forty million.
struct ScenarioText: Sendable {
  private let scenarios: [ScenarioRanking]
  /// Per scenario and account twice the rank, plus one on the list.
  private let marks: [[UInt32]]
  /// Per rank its digits, the first in the lowest byte; ranks beyond are written digit by digit.
  private let digits: [UInt64]
  /// The bytes of each status.
  private let statuses: [Ranking.Status: [UInt8]]
  private let listed = Array(Ranking.Status.shortlisted.rawValue.utf8)
  private let ranked = Self.word(Array(Ranking.Status.ranked.rawValue.utf8))

  /// The most bytes that one row can take: two delimiters, ten digits and the longest status each,
  /// and what the last word reaches beyond its end.
  var mostBytes: Int { marks.count * 24 + 8 }

  init(_ outcome: ScenarioOutcome) {
    scenarios = outcome.scenarios
    marks = outcome.scenarios.map(\.marks)
    // Seven digits and a delimiter fill a word.
    let last = min(outcome.accounts.count, 9_999_999)
    digits = (0...last).map { Self.word(Array(String($0).utf8)) }
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
    let delimiter = UInt64(delimiter)
    for scenario in marks.indices {
      let mark = marks[scenario][account]
      let rank = Int(mark >> 1)
      if mark < 2 {
        Self.store(delimiter, into: &bytes, at: &end)
      } else if rank < digits.count {
        Self.store(digits[rank] << 8 | delimiter, into: &bytes, at: &end)
      } else {
        Self.store(delimiter, into: &bytes, at: &end)
        Self.write(Array(String(rank).utf8), into: &bytes, at: &end)
      }
      if mark > 1, mark & 1 == 0 {
        Self.store(ranked << 8 | delimiter, into: &bytes, at: &end)
        continue
      }
      Self.store(delimiter, into: &bytes, at: &end)
      if mark & 1 == 1 {
        Self.write(listed, into: &bytes, at: &end)
      } else if let status = scenarios[scenario].status(of: account), let word = statuses[status] {
        Self.write(word, into: &bytes, at: &end)
      }
    }
    return end
  }

  /// Up to eight bytes as one number, the first in the lowest place.
  private static func word(_ bytes: [UInt8]) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Writes the bytes of a word up to its highest that is not 0.
  private static func store(
    _ word: UInt64,
    into bytes: inout MutableSpan<UInt8>,
    at end: inout Int
  ) {
    var raw = unsafe bytes.mutableBytes
    raw.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt64.self)
    end += 8 - word.leadingZeroBitCount / 8
  }

  private static func write(
    _ word: [UInt8],
    into bytes: inout MutableSpan<UInt8>,
    at end: inout Int
  ) {
    for place in word.indices { bytes[end + place] = word[place] }
    end += word.count
  }
}
