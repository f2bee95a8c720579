// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// Reads the chunks of a file ahead of the one who takes them, in their order.
///
/// Helpers load, audit and read chunks side by side; whoever takes chunks does the same instead of
/// waiting. What a chunk holds depends on no other, so the number of helpers shows in nothing.
final class ChunkReader: Sendable {
  /// What is to be read, and how.
  struct Job: Sendable {
    var content: FileContent
    /// Offset of the first row.
    var bodyStart: Int
    var fieldCount: Int
    var dialect: Dialect
    var plan: RegularRows.Plan
    var size: Int
  }

  private struct State: Sendable {
    /// The chunk the taker wants, and the first one nobody has begun.
    var wanted = 0
    var next = 0
    var ready: [RowChunk] = []
    /// Storage to be used again.
    var spare: [RowChunk] = []
    /// Those of the helpers that do nothing at the moment, and how many are about to start.
    var idleParsers: [RowParser] = []
    var startingHelpers = 0
    /// Chunks under way.
    var begun = 0
    /// Takes the bytes of the file in their order; nil while somebody works on it.
    var audit: RunningAudit?
    var isWaiting = false
    var isStopped = false

    /// Whether somebody waited until now.
    mutating func stopsWaiting() -> Bool {
      defer { isWaiting = false }
      return isWaiting
    }
  }

  private let job: Job
  private let chunkCount: Int
  /// So many chunks may be begun or ready at a time, the taker's own left out.
  private let depth: Int
  private let audits: Bool
  private let state: Mutex<State>
  private let news = DispatchSemaphore(value: 0)

  /// Reads with so many helpers; `audits` asks for the file's audit on the way.
  init(_ job: Job, helpers: Int, audits: Bool) {
    self.job = job
    self.audits = audits
    chunkCount = (job.content.count + job.size - 1) / job.size
    let useful = min(helpers, max(0, chunkCount - 2))
    depth = useful == 0 ? 1 : 2 * useful + 1
    var state = State()
    state.idleParsers = (0..<useful).map { RowParser(number: $0 + 1, plan: job.plan) }
    state.audit = audits ? RunningAudit() : nil
    self.state = Mutex(state)
  }

  /// Lets helpers end after the chunk they are at.
  func stop() { state.withLock { $0.isStopped = true } }

  // MARK: Taking

  /// The chunk of this number, which is no smaller than the last; `used` is no longer needed.
  func take(_ number: Int, with parser: inout RowParser, used: consuming RowChunk) -> RowChunk {
    // Storage goes from hand to hand: nobody else may hold it when it is written to again.
    var used: RowChunk? = used.hasRoom ? consume used : nil
    state.withLock { state in
      if let used = used.take() { state.spare.append(used) }
      state.wanted = number
      state.next = max(state.next, number)
      while let old = state.ready.firstIndex(where: { $0.number < number }) {
        state.spare.append(state.ready.remove(at: old))
      }
    }
    while true {
      startHelpers()
      if let chunk = readyChunk(number) { return chunk }
      if var chunk = begin() {
        read(&chunk, with: &parser)
        finish(consume chunk)
      } else {
        news.wait()
      }
    }
  }

  private func readyChunk(_ number: Int) -> RowChunk? {
    state.withLock { state in
      guard let place = state.ready.firstIndex(where: { $0.number == number }) else {
        state.isWaiting = true
        return nil
      }
      state.isWaiting = false
      return state.ready.remove(at: place)
    }
  }

  // MARK: Reading

  private func startHelpers() {
    let new = state.withLock { state in
      guard canBegin(state) else { return 0 }
      defer { state.startingHelpers = state.idleParsers.count }
      return state.idleParsers.count - state.startingHelpers
    }
    for _ in 0..<new { DispatchQueue.global().async { [self] in help() } }
  }

  private func help() {
    // Taken here and not with the task, which would keep a copy of it.
    var taken = state.withLock { state in
      state.startingHelpers -= 1
      return state.idleParsers.popLast()
    }
    guard var parser = taken.take() else { return }
    while var chunk = begin() {
      read(&chunk, with: &parser)
      finish(consume chunk)
    }
    giveBack(consume parser)
  }

  private func giveBack(_ parser: consuming RowParser) {
    var parser: RowParser? = consume parser
    state.withLock { state in
      if let parser = parser.take() { state.idleParsers.append(parser) }
    }
  }

  private func canBegin(_ state: borrowing State) -> Bool {
    !state.isStopped && state.next < chunkCount && state.begun + state.ready.count < depth
  }

  /// The next chunk that nobody has begun; nil when enough are under way.
  private func begin() -> RowChunk? {
    var spare: RowChunk?
    let begun: Int? = state.withLock { state in
      guard canBegin(state) else { return nil }
      state.next += 1
      state.begun += 1
      spare = state.spare.popLast()
      return state.next - 1
    }
    guard let begun else { return nil }
    var chunk =
      spare.take() ?? RowChunk(size: job.size, fieldCount: job.fieldCount, dialect: job.dialect)
    chunk.load(begun, of: job.content, first: job.bodyStart)
    audit(chunk)
    return chunk
  }

  private func read(_ chunk: inout RowChunk, with parser: inout RowParser) {
    guard let start = chunk.start else { return }
    chunk.mark(from: start)
    parser.read(&chunk)
  }

  private func finish(_ chunk: consuming RowChunk) {
    var chunk: RowChunk? = consume chunk
    let isAwaited = state.withLock { state in
      state.begun -= 1
      guard let chunk = chunk.take() else { return false }
      if chunk.number < state.wanted {
        state.spare.append(chunk)
      } else {
        state.ready.append(chunk)
      }
      return state.stopsWaiting()
    }
    if isAwaited { news.signal() }
  }

  // MARK: Audit

  /// Audits the file up to the end of a chunk, unless somebody else is about it.
  private func audit(_ chunk: borrowing RowChunk) {
    guard var audit = state.withLock({ $0.audit.take() }) else { return }
    audit.add(job.content, upTo: chunk.range.lowerBound)
    if audit.position == chunk.range.lowerBound {
      let isLast = chunk.range.upperBound == job.content.count
      unsafe chunk.withPart { part in unsafe audit.add(part, isLast: isLast) }
    }
    giveBack(audit)
  }

  private func giveBack(_ audit: RunningAudit) {
    let isAwaited = state.withLock { state in
      state.audit = audit
      return state.stopsWaiting()
    }
    if isAwaited { news.signal() }
  }

  /// What is known of the whole file; nil when no audit was asked for.
  func finishedAudit() -> FileAudit? {
    guard audits else { return nil }
    stop()
    while true {
      let audit: RunningAudit? = state.withLock { state in
        state.isWaiting = state.audit == nil
        return state.audit.take()
      }
      if var audit {
        audit.add(job.content, upTo: job.content.count)
        return audit.finished()
      }
      news.wait()
    }
  }
}
