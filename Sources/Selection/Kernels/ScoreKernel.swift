// SPDX-License-Identifier: Apache-2.0

/// Weighted sums of columns, eight accounts at a time.
///
/// Advice to the next reader: the sums run criterion by criterion from 0 with a product and a sum
/// each, never fused, because scores must have the bits of ``WeightedSum``. Eight lanes stand for
/// eight accounts, so that no lane mixes the terms of one account. Bounds may use `Float`.
enum ScoreKernel {
  /// How many accounts are taken at a time; columns are padded to a multiple of it.
  static let lanes = 8

  /// The number of places that a column of `count` accounts takes.
  static func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }

  /// Writes one score per place: weights times the columns that lie `stride` places apart.
  ///
  /// - Parameters:
  ///   - columns: the columns one after another, each padded to `stride` places.
  ///   - stride: places per column, a multiple of ``lanes``; so many scores are written.
  ///   - weights: one weight per column.
  ///   - scores: takes the scores; `stride` long or longer.
  static func score<Number: BinaryFloatingPoint & SIMDScalar>(
    _ columns: [Number],
    stride: Int,
    weights: [Number],
    into scores: inout [Number]
  ) {
    precondition(
      stride % lanes == 0 && weights.count * stride <= columns.count && stride <= scores.count,
      "\(stride) places need columns and scores that long, found \(columns.count)"
    )
    unsafe columns.withUnsafeBytes { source in
      unsafe scores.withUnsafeMutableBytes { target in
        unsafe weights.withUnsafeBufferPointer { weights in
          for place in Swift.stride(from: 0, to: stride, by: lanes) {
            let sum = unsafe sum(weights, source, stride, at: place, from: .zero)
            unsafe store(sum, in: target, at: place)
          }
        }
      }
    }
  }

  /// Writes two scores per place: by the first columns alone, and by all of them.
  ///
  /// - Parameters:
  ///   - columns: the columns one after another, each padded to `stride` places.
  ///   - stride: places per column, a multiple of ``lanes``; so many scores are written.
  ///   - weights: one weight for each of the first columns and for each of the others.
  ///   - scores: takes the scores by the first columns.
  ///   - totals: takes the scores by all columns.
  static func score<Number: BinaryFloatingPoint & SIMDScalar>(
    _ columns: [Number],
    stride: Int,
    weights: (first: [Number], rest: [Number]),
    into scores: inout [Number],
    totals: inout [Number]
  ) {
    let all = weights.first + weights.rest
    let split = weights.first.count
    precondition(
      stride % lanes == 0 && all.count * stride <= columns.count && stride <= scores.count
        && stride <= totals.count,
      "\(stride) places need columns and scores that long, found \(columns.count)"
    )
    unsafe columns.withUnsafeBytes { source in
      unsafe scores.withUnsafeMutableBytes { scores in
        unsafe totals.withUnsafeMutableBytes { totals in
          unsafe all.withUnsafeBufferPointer { all in
            let (first, rest) = unsafe (all[..<split], all[split...])
            let others = unsafe UnsafeRawBufferPointer(
              rebasing: source[(split * stride * MemoryLayout<Number>.stride)...]
            )
            for place in Swift.stride(from: 0, to: stride, by: lanes) {
              let sum = unsafe sum(.init(rebasing: first), source, stride, at: place, from: .zero)
              unsafe store(sum, in: scores, at: place)
              unsafe store(
                Self.sum(.init(rebasing: rest), others, stride, at: place, from: sum),
                in: totals,
                at: place
              )
            }
          }
        }
      }
    }
  }

  /// Adds weights times columns to sums, eight accounts at once; the caller has checked the bounds.
  @inline(__always)
  private static func sum<Number: BinaryFloatingPoint & SIMDScalar>(
    _ weights: UnsafeBufferPointer<Number>,
    _ columns: UnsafeRawBufferPointer,
    _ stride: Int,
    at place: Int,
    from start: SIMD8<Number>
  ) -> SIMD8<Number> {
    guard var next = columns.baseAddress else { return start }
    let size = MemoryLayout<Number>.stride
    unsafe next += place &* size
    var sum = start
    for j in 0..<weights.count {
      unsafe sum += weights[j] * next.loadUnaligned(as: SIMD8<Number>.self)
      unsafe next += stride &* size
    }
    return sum
  }

  @inline(__always)
  private static func store<Number: SIMDScalar>(
    _ sum: SIMD8<Number>,
    in target: UnsafeMutableRawBufferPointer,
    at place: Int
  ) {
    unsafe target.storeBytes(
      of: sum,
      toByteOffset: place &* MemoryLayout<Number>.stride,
      as: SIMD8<Number>.self
    )
  }
}
