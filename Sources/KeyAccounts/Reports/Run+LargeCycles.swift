// SPDX-License-Identifier: Apache-2.0
import Accounts

// MARK: - OKR cycles of very many accounts

extension Run {
  /// The most accounts of which the stages before the OKR cycles are computed and written along
  /// with them.
  static let mostAccountsBeside = 50_000

  /// Decides whether the earlier stages are left to a run of everything, and says so.
  mutating func leaveEarlierStages(_ options: RunOptions) {
    guard options.isForCyclesAlone, accounts.count > Self.mostAccountsBeside else { return }
    leavesEarlierStages = true
    findings.append(
      Finding(
        .info,
        "K-D151",
        found: String(accounts.count),
        message: LocalizedText(
          de: "bei \(accounts.count) Kunden stehen hier nur die OKR-Zyklen; Kunden, Rangliste, "
            + "Portfolio und Dubletten schreibt 'kontor run'",
          en: "with \(accounts.count) accounts only the OKR cycles are here; 'kontor run' writes "
            + "accounts, ranking, portfolio and duplicates"
        )
      )
    )
  }
}
