// SPDX-License-Identifier: Apache-2.0

/// Weighted sums of columns, eight accounts at a time.
///
/// Advice to the next reader: the sums run criterion by criterion from 0 with a product and a sum
/// each, never fused, because the scores must have the bits of ``WeightedSum``. Eight lanes stand
/// for eight accounts, so that no lane mixes the terms of one account.
enum ScoreKernel {
  /// How many accounts are taken at a time; columns are padded to a multiple of it.
  static let lanes = 8

  /// The number of places that a column of `count` accounts takes.
  static func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }

  /// Writes one score per place: weights times the columns that lie `stride` places apart.
  ///
  /// - Parameters:
  ///   - columns: the columns one after another, each padded to `stride` places.
  ///   - stride: places per column, a multiple of ``lanes``.
  ///   - count: how many places are wanted; the scores are padded up to a multiple of ``lanes``.
  ///   - weights: one weight per column.
  ///   - scores: takes the scores; as long as the padded count or longer.
  static func score(
    _ columns: [Double],
    stride: Int,
    count: Int,
    weights: ArraySlice<Double>,
    into scores: inout [Double]
  ) {
    let width = padded(count)
    precondition(
      width <= stride && weights.count * stride <= columns.count && width <= scores.count,
      "\(count) places need columns and scores that long, found \(stride) and \(scores.count)"
    )
    unsafe columns.withUnsafeBytes { source in
      unsafe scores.withUnsafeMutableBytes { target in
        unsafe weights.withUnsafeBufferPointer { weights in
          var place = 0
          while place < width {
            var sum = SIMD8<Double>(repeating: 0)
            for j in 0..<weights.count {
              let at = (j * stride + place) * MemoryLayout<Double>.stride
              let column = unsafe source.loadUnaligned(fromByteOffset: at, as: SIMD8<Double>.self)
              unsafe sum += weights[j] * column
            }
            unsafe target.storeBytes(
              of: sum,
              toByteOffset: place * MemoryLayout<Double>.stride,
              as: SIMD8<Double>.self
            )
            place += lanes
          }
        }
      }
    }
  }
}
