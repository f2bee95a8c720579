// SPDX-License-Identifier: Apache-2.0
import Glibc

/// `fuzz [SECONDS [SEED [FIRST]]]`: reads mutated exports until the time is over.
///
/// A crash ends the process. The last line printed says from which execution to start again, with
/// `FUZZ_TRACE=1` in the environment every number is printed before its execution.
@main struct Fuzz {
  private static let batch: UInt64 = 10_000
  /// A batch takes a few seconds; one that takes this long has a hang in it.
  private static let secondsPerBatch: UInt32 = 300

  static func main() {
    let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) ?? 0 }
    let seconds = Int(arguments.first ?? 60)
    let seed = arguments.count > 1 ? arguments[1] : 1
    var execution = arguments.count > 2 ? arguments[2] : 0
    let isTraced = unsafe getenv("FUZZ_TRACE") != nil
    let end = time(nil) + seconds
    var (readable, lost) = (0, 0)
    let first = execution
    while time(nil) < end {
      alarm(secondsPerBatch)
      for _ in 0..<batch {
        if isTraced { print("execution \(execution)") }
        switch run(execution, seed: seed) {
        case .read: readable += 1
        case .refused: break
        case .rowsLost:
          lost += 1
          print("rows lost in execution \(execution) of seed \(seed)")
        }
        execution += 1
      }
      print("seed \(seed): \(execution - first) executions, next \(execution), \(memory) MB")
      fflush(nil)
    }
    print("\(execution - first) executions, \(readable) readable, \(lost) with lost rows")
    if lost > 0 { exit(1) }
  }

  private static func run(_ execution: UInt64, seed: UInt64) -> Target.Outcome {
    var mutator = Mutator(random: SplitMix(state: seed &* 0x1_0000_0001 &+ execution << 20))
    let input = mutator.input()
    return Target.run(input, &mutator.random)
  }

  /// The most memory that the process has held.
  private static var memory: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
