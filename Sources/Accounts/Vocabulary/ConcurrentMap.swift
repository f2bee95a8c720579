// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// Applies `transform` to every element on up to `threads` threads; results keep the order of the
/// elements, so the number of threads shows in nothing but the time.
package func concurrentMap<Element: Sendable, Answer: Sendable>(
  _ elements: [Element],
  threads: Int,
  _ transform: @Sendable (Element) -> Answer
) -> [Answer] {
  guard threads > 1, elements.count > 1 else { return elements.map(transform) }
  let next = Mutex(0)
  let answers = Mutex([Answer?](repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: min(threads, elements.count)) { _ in
    while true {
      let index = next.withLock { index in
        defer { index += 1 }
        return index
      }
      guard index < elements.count else { return }
      let answer = transform(elements[index])
      answers.withLock { $0[index] = answer }
    }
  }
  return answers.withLock { $0.compactMap(\.self) }
}
