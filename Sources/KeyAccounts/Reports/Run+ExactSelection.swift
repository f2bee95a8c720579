// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension ExactSelection {
  /// `selection.capacity` of `report.json`: the proof of the list and what its limits cost.
  var summary: JSONValue {
    [
      "status": .string(status.rawValue), "proved_optimal": .bool(status == .optimal),
      "limit": JSONValue(limit), "effort_used": JSONValue(effortUsed), "seats": JSONValue(seats),
      "score": Self.score(scoreBillionths), "bound": Self.score(boundBillionths),
      "lift": Self.score(liftBillionths),
      "shadow_price": JSONValue(gains.first.map { Double($0.scoreBillionths) / 1e9 / $0.effort }),
      "gains": .array(
        gains.map { ["effort": .number($0.effort), "score": Self.score($0.scoreBillionths)] }
      ),
      "decisions": .array(
        costs.map { ["account": .string($0.id), "cost": Self.score($0.scoreBillionths)] }
      ),
      "left_out": .array(alternatives.map(Self.summary)),
      "quotas": .array(quotas.map(Self.summary)),
    ]
  }

  private static func score(_ billionths: Int64) -> JSONValue {
    .number(Double(billionths) / 1e9)
  }

  private static func summary(_ alternative: Alternative) -> JSONValue {
    [
      "account": .string(alternative.id),
      "loss": alternative.lossBillionths.map(score) ?? .null,
      "displaces": .array(alternative.displaced.map(JSONValue.string)),
    ]
  }

  private static func summary(_ quota: QuotaUse) -> JSONValue {
    [
      "attribute": .string(quota.attribute), "text": .string(quota.text),
      "count": .integer(quota.count), "at_least": JSONValue(quota.atLeast),
      "at_most": JSONValue(quota.atMost),
    ]
  }
}

extension Shortlist {
  /// `selection.pilot` of `report.json`: the accounts to begin with; nil outside the prototype.
  var pilotSummary: JSONValue? {
    pilot.map { pilot in
      [
        "accounts": .array(pilot.members.map { .string(entries[$0.position].id) }),
        "n": .integer(entries.count), "exact": .bool(pilot.isExact),
      ]
    }
  }
}
