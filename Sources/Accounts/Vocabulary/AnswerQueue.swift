// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// Makes `count` answers on up to `threads` threads and hands them to `take` in their order, on the
/// calling thread, which makes some itself rather than wait; so the number of threads shows in
/// nothing but the time.
package func forEachInOrder<Answer: Sendable>(
  _ count: Int,
  threads: Int,
  make: @escaping @Sendable (Int) -> Answer,
  take: (Answer) -> Void
) {
  guard threads > 1, count > 1 else {
    for index in 0..<count { take(make(index)) }
    return
  }
  let queue = AnswerQueue(count: count, depth: 4 * threads, make: make)
  for _ in 1..<threads { DispatchQueue.global().async { queue.help() } }
  for index in 0..<count { take(queue.answer(index)) }
}

/// Answers on their way from those who make them to the one who takes them.
private final class AnswerQueue<Answer: Sendable>: Sendable {
  private struct State: Sendable {
    /// The first answer nobody has begun.
    var next = 0
    var ready: [Int: Answer] = [:]
    /// The one that somebody waits for.
    var wanted = 0
  }

  private let count: Int
  private let make: @Sendable (Int) -> Answer
  private let state = Mutex(State())
  /// For how many more answers there is room.
  private let room: DispatchSemaphore
  private let news = DispatchSemaphore(value: 0)

  init(count: Int, depth: Int, make: @escaping @Sendable (Int) -> Answer) {
    self.count = count
    self.make = make
    room = DispatchSemaphore(value: depth)
  }

  /// Makes answers as long as there are any to begin.
  func help() {
    repeat { room.wait() } while makeNext()
    room.signal()
  }

  /// The answer of this number, each asked for once and in their order.
  func answer(_ number: Int) -> Answer {
    while true {
      let answer = state.withLock { state in
        state.wanted = number
        return state.ready.removeValue(forKey: number)
      }
      if let answer {
        room.signal()
        return answer
      }
      guard room.wait(timeout: .now()) == .success else {
        news.wait()
        continue
      }
      if !makeNext() {
        room.signal()
        news.wait()
      }
    }
  }

  /// Makes an answer that nobody has begun; false when there is none.
  private func makeNext() -> Bool {
    let number = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    guard number < count else { return false }
    let answer = make(number)
    let isWanted = state.withLock { state in
      state.ready[number] = answer
      return state.wanted == number
    }
    if isWanted { news.signal() }
    return true
  }
}
