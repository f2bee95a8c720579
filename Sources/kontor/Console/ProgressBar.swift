// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Synchronization

/// A line on the terminal that says how far long work has come.
///
/// It shows only on a terminal, only after a second, and wipes itself out with the next message.
final class ProgressBar: Sendable {
  private static let width = 20
  private let console: Console
  private let start = ContinuousClock.now
  private let isShown = Mutex(false)

  /// Makes a bar, or nil where nobody would see it.
  init?(_ console: Console) {
    guard Stream.error.isTerminal, !console.isQuiet else { return nil }
    self.console = console
  }

  deinit {
    if isShown.withLock({ $0 }) { Stream.error.write(Array("\r\u{1B}[K".utf8)) }
  }

  /// Shows a step once the run has taken a second.
  func show(_ progress: RunProgress) {
    guard ContinuousClock.now - start > .seconds(1) else { return }
    let filled = Self.width * progress.done / max(1, progress.total)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let step = progress.step(console.language)
    isShown.withLock { shown in
      shown = true
      Stream.error.write(Array("\r\u{1B}[K\(bar) \(step)".utf8))
    }
  }
}
