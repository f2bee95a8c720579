// SPDX-License-Identifier: Apache-2.0
import CScores

/// Columns in single precision, by which the accounts with high scores are found.
///
/// Sums by weight are bounds here: they differ from those of ``WeightedSum`` by rounding, and by
/// the processor in their last bits. Columns must be finite.
struct ShortColumns: Sendable {
  /// How many accounts there are.
  let count: Int
  /// How many columns there are.
  let width: Int
  private let stride: Int
  private let numbers: [Float]

  /// Which instructions the kernels may use; for tests.
  enum Processor: CaseIterable {
    case best
    case halves
    case plain

    fileprivate var code: scores_processor {
      switch self {
      case .best: scores_best
      case .halves: scores_avx2
      case .plain: scores_plain
      }
    }
  }

  /// Accounts that were found with their scores, in room that is used again and again.
  struct Finds {
    /// How many were found.
    fileprivate(set) var count = 0
    /// Their places, ascending, and behind them what is left of earlier searches.
    fileprivate(set) var places: [Int]
    /// Their scores, likewise.
    fileprivate(set) var scores: [Float]
    private let processor: Processor

    /// Makes room for the accounts of some columns and of all that are picked of them.
    init(in columns: ShortColumns, _ processor: Processor = .best) {
      places = [Int](repeating: 0, count: columns.stride)
      scores = [Float](repeating: 0, count: columns.stride)
      self.processor = processor
    }

    fileprivate var code: scores_processor { processor.code }

    /// How many scores are at least as high as `bar`.
    func reaching(_ bar: Float) -> Int {
      unsafe Int(scores_reaching(scores, count, bar, code))
    }

    /// A score that at least `place` of the accounts reach, and not many more where scores allow
    /// for that; `place` is at least 1, and the lowest score is the answer where it is too large.
    func bar(_ place: Int) -> Float {
      guard count > 0 else { return -.infinity }
      return unsafe scores_bar(scores, count, min(place, count), code)
    }
  }

  /// Rounds columns of the same length.
  init(_ columns: [[Double]]) {
    count = columns.first?.count ?? 0
    width = columns.count
    stride = Self.padded(count)
    var numbers: [Float] = []
    numbers.reserveCapacity(width * stride)
    let padding = repeatElement(Float(0), count: stride - count)
    for column in columns {
      precondition(column.count == count, "columns of different length")
      numbers += column.lazy.map { Float($0) }
      numbers += padding
    }
    self.numbers = numbers
  }

  /// Some of the accounts of other columns.
  private init(_ source: ShortColumns, at places: [Int]) {
    precondition(places.allSatisfy { (0..<source.count).contains($0) }, "no such account")
    count = places.count
    width = source.width
    let (stride, width) = (Self.padded(places.count), source.width)
    self.stride = stride
    numbers = unsafe [Float](unsafeUninitializedCapacity: width * stride) { target, written in
      unsafe source.numbers.withUnsafeBufferPointer { numbers in
        unsafe places.withUnsafeBufferPointer { places in
          for j in 0..<width {
            let (from, to) = (j * source.stride, j * stride)
            for i in 0..<places.count { unsafe target[to + i] = numbers[from + places[i]] }
            for i in places.count..<stride { unsafe target[to + i] = 0 }
          }
        }
      }
      written = width * stride
    }
  }

  private static func padded(_ count: Int) -> Int {
    let tile = Int(SCORES_TILE)
    return (count + tile - 1) / tile * tile
  }

  /// The accounts at some places, in their order.
  func picking(_ places: [Int]) -> ShortColumns { ShortColumns(self, at: places) }

  /// Scores everybody in their order; the places in `finds` stay what they were.
  func score(_ weights: [Float], into finds: inout Finds) {
    check(weights, finds)
    unsafe withBlock { block in
      unsafe scores_add(&block, weights, count, &finds.scores, finds.code)
    }
    finds.count = count
  }

  /// Finds the accounts whose scores are at least `bar`.
  func find(from bar: Float, _ weights: [Float], into finds: inout Finds) {
    check(weights, finds)
    unsafe weights.withUnsafeBufferPointer { weights in
      let search = unsafe scores_search(
        weights: weights.baseAddress,
        reach: nil,
        means: nil,
        bar: bar
      )
      unsafe run(search, &finds)
    }
  }

  /// Finds the accounts whose lead over one with mean values may bring them to `bar` under some
  /// weights within a box, counted from what that one scores in its middle.
  ///
  /// - Parameters:
  ///   - bar: the lowest score that is of interest.
  ///   - box: the middle of the weights, and how far they are from it at most.
  ///   - means: one value per column.
  ///   - finds: takes the accounts, with bounds instead of scores.
  func find(
    from bar: Float,
    within box: (centre: [Float], reach: [Float]),
    means: [Float],
    into finds: inout Finds
  ) {
    check(box.centre, finds)
    precondition(box.reach.count == width && means.count == width, "one number per column")
    unsafe box.centre.withUnsafeBufferPointer { centre in
      unsafe box.reach.withUnsafeBufferPointer { reach in
        unsafe means.withUnsafeBufferPointer { means in
          let search = unsafe scores_search(
            weights: centre.baseAddress,
            reach: reach.baseAddress,
            means: means.baseAddress,
            bar: bar
          )
          unsafe run(search, &finds)
        }
      }
    }
  }

  private func run(_ search: scores_search, _ finds: inout Finds) {
    var search = unsafe search
    finds.count = unsafe withBlock { block in
      unsafe Int(scores_find(&block, &search, &finds.places, &finds.scores, finds.code))
    }
  }

  private func withBlock<Result>(_ body: (inout scores_block) -> Result) -> Result {
    unsafe numbers.withUnsafeBufferPointer { numbers in
      var block = unsafe scores_block(
        columns: numbers.baseAddress,
        stride: stride,
        width: width,
        count: count
      )
      return unsafe body(&block)
    }
  }

  private func check(_ weights: [Float], _ finds: Finds) {
    precondition(
      weights.count == width && finds.scores.count >= stride,
      "\(weights.count) weights for \(width) columns, room for \(finds.scores.count) of \(count)"
    )
  }
}
