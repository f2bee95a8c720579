// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

extension Programme {
  /// Shares that are larger than the whole, most often percentages without their sign.
  func shareAdvice() -> [Finding] {
    let shocks = declared.scenarios.flatMap { scenario in
      (scenario.shock?.changes ?? []).filter { $0.relative < -2 || $0.relative > 10 }.map {
        change in
        doubtful(change.relative, of: "'\(change.value)'", at: scenario.position)
      }
    }
    guard let robustness = declared.robustness, case .around(let share) = robustness.spread,
      share > 2
    else { return shocks }
    return shocks + [doubtful(share, of: "'spread'", at: robustness.position)]
  }

  private func doubtful(_ share: Double, of what: String, at position: SourcePosition) -> Finding {
    let number = NumberText.shortest(share)
    let percent = NumberText.shortest((share * 100).rounded())
    return finding(
      .doubtfulShare,
      at: position,
      found: number,
      LocalizedText(
        de: "\(number) bei \(what) heißt \(percent) %; '\(number)%' ist \(number) von hundert",
        en: "\(number) of \(what) means \(percent) %; '\(number)%' is \(number) in a hundred"
      )
    )
  }
}
