// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// The decisions by people that hold on a day, one per account at most.
public struct ActiveDecisions: Sendable, Equatable {
  /// The decision that holds, by index of the account.
  public let byAccount: [Int: Decision]
  /// What is to be said about decisions that have ended, contradict each other or name nobody.
  public let findings: [Finding]

  /// Sorts out the decisions for `accounts`, which are ascending by UTF-8 bytes.
  ///
  /// *Validity* A decision holds up to and including its last day; without one, or without a day
  /// to compare with, it holds. *Contradictions* The later date wins, then the later in the list.
  public init(_ decisions: [Decision], accounts: [String], on day: CalendarDate?) {
    var active: [Int: Decision] = [:]
    var findings: [Finding] = []
    let rows = Dictionary(
      decisions.isEmpty ? [] : accounts.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for decision in decisions {
      guard let account = rows[decision.account] else {
        findings.append(Self.unknown(decision))
        continue
      }
      if let end = decision.validUntil, let day, end < day {
        findings.append(Self.expired(decision, end, day))
        continue
      }
      guard let earlier = active[account] else {
        active[account] = decision
        continue
      }
      let isLater = Self.number(decision.date) >= Self.number(earlier.date)
      if earlier.verdict != decision.verdict {
        findings.append(Self.contradiction(isLater ? decision : earlier))
      }
      if isLater { active[account] = decision }
    }
    byAccount = active
    self.findings = findings
  }

  /// The accounts kept off the list, with the reason.
  public var excluded: [Int: LocalizedText] {
    byAccount.filter { $1.verdict == .exclude }.mapValues(Self.reason)
  }

  /// Why a decision puts an account where it is.
  static func reason(_ decision: Decision) -> LocalizedText {
    let why = decision.reason.isEmpty ? "" : ": \(decision.reason)"
    return switch decision.verdict {
    case .include:
      LocalizedText(de: "durch Entscheidung aufgenommen\(why)", en: "included by decision\(why)")
    case .exclude:
      LocalizedText(de: "durch Entscheidung ausgeschlossen\(why)", en: "excluded by decision\(why)")
    }
  }

  private static func number(_ date: CalendarDate?) -> Int { date?.dayNumber ?? .min }

  private static func unknown(_ decision: Decision) -> Finding {
    Finding(
      .warning,
      "K-S022",
      field: "account",
      found: decision.account,
      message: LocalizedText(
        de: "die Entscheidung nennt einen Kunden, den die Daten nicht kennen",
        en: "the decision names an account that the data do not know"
      )
    )
  }

  private static func expired(
    _ decision: Decision,
    _ end: CalendarDate,
    _ day: CalendarDate
  ) -> Finding {
    Finding(
      .info,
      "K-S021",
      field: "valid_until",
      found: "\(end)",
      message: LocalizedText(
        de: "die Entscheidung zu Kunde '\(decision.account)' galt nur bis \(end) und zählt am"
          + " \(day) nicht mehr",
        en: "the decision on account '\(decision.account)' ended on \(end) and no longer counts"
          + " on \(day)"
      )
    )
  }

  private static func contradiction(_ winner: Decision) -> Finding {
    Finding(
      .warning,
      "K-S023",
      field: "decision",
      found: winner.verdict.rawValue,
      message: LocalizedText(
        de: "mehrere Entscheidungen zu Kunde '\(winner.account)' widersprechen sich; die mit dem"
          + " späteren 'date' gilt",
        en: "decisions on account '\(winner.account)' contradict each other; the one with the"
          + " later 'date' counts"
      )
    )
  }
}
