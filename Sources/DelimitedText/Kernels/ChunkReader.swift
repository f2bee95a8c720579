// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Synchronization

/// Reads the chunks of a file ahead of the one who takes them, in their order.
///
/// Helpers load, read and audit chunks side by side; whoever takes chunks does the same instead of
/// waiting. What a chunk holds depends on no other, so the number of helpers shows in nothing.
final class ChunkReader: Sendable {
  /// What is to be read, and how.
  struct Job: Sendable {
    var content: FileContent
    /// Offset of the first row.
    var bodyStart: Int
    var fieldCount: Int
    var dialect: Dialect
    var parser: RowParser
    var size: Int
  }

  private struct State: Sendable {
    /// The chunk the taker wants, and the first one nobody has begun.
    var wanted = 0
    var next = 0
    var ready: [RowChunk] = []
    /// Storage to be used again.
    var spare: [RowChunk] = []
    /// How many of the helpers do nothing at the moment.
    var idleHelpers = 0
    /// Chunks under way.
    var begun = 0
    /// Takes the bytes of the file in their order; nil while somebody works on it.
    var audit: RunningAudit?
    /// Whether somebody waits for a chunk or the audit.
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
    depth = 4 * useful + 1
    var state = State()
    state.idleHelpers = useful
    state.audit = audits ? RunningAudit() : nil
    self.state = Mutex(state)
  }

  /// Lets helpers end after the chunk they are at.
  func stop() { state.withLock { $0.isStopped = true } }

  // MARK: Taking

  /// The chunk of this number, which is no smaller than the last; `used` is no longer needed.
  func take(_ number: Int, used: consuming RowChunk) -> RowChunk {
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
      if let chunk = readyChunk(number) {
        catchUp(with: chunk)
        return chunk
      }
      if let chunk = begin() {
        finish(read(consume chunk))
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
      defer { state.idleHelpers = 0 }
      return state.idleHelpers
    }
    for _ in 0..<new { DispatchQueue.global().async { [self] in help() } }
  }

  private func help() {
    while let chunk = begin() {
      finish(read(consume chunk))
      while let next = nextToAudit() {
        audit(next)
        finish(consume next)
      }
    }
    state.withLock { $0.idleHelpers += 1 }
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
    return chunk
  }

  private func read(_ chunk: consuming RowChunk) -> RowChunk {
    if let start = chunk.start {
      chunk.mark(from: start)
      job.parser.read(&chunk)
    }
    audit(chunk)
    return chunk
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

  /// Audits a chunk when all before it is audited.
  private func audit(_ chunk: borrowing RowChunk) {
    let taken: RunningAudit? = state.withLock { state in
      guard let audit = state.audit, audit.position == chunk.range.lowerBound else { return nil }
      return state.audit.take()
    }
    guard var audit = taken else { return }
    let isLast = chunk.range.upperBound == job.content.count
    unsafe chunk.withPart { part in unsafe audit.add(part, isLast: isLast) }
    giveBack(audit)
  }

  /// The chunk that was ready before those in front of it and is next to be audited; under way again
  /// until it is finished.
  private func nextToAudit() -> RowChunk? {
    state.withLock { state in
      guard let position = state.audit?.position,
        let place = state.ready.firstIndex(where: { $0.range.lowerBound == position })
      else { return nil }
      state.begun += 1
      return state.ready.remove(at: place)
    }
  }

  /// Audits the file up to the end of the chunk that is taken, as far as nobody has.
  private func catchUp(with chunk: borrowing RowChunk) {
    guard var audit = state.withLock({ $0.audit.take() }) else { return }
    audit.add(job.content, upTo: chunk.range.lowerBound)
    giveBack(audit)
    self.audit(chunk)
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
