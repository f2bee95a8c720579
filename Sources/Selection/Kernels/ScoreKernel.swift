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
    let size = MemoryLayout<Number>.stride
    unsafe columns.withUnsafeBytes { source in
      unsafe scores.withUnsafeMutableBytes { target in
        unsafe weights.withUnsafeBufferPointer { weights in
          for place in Swift.stride(from: 0, to: stride, by: lanes) {
            var sum = SIMD8<Number>(repeating: 0)
            for j in 0..<weights.count {
              let column = unsafe source.loadUnaligned(
                fromByteOffset: (j * stride + place) * size,
                as: SIMD8<Number>.self
              )
              unsafe sum += weights[j] * column
            }
            unsafe target.storeBytes(of: sum, toByteOffset: place * size, as: SIMD8<Number>.self)
          }
        }
      }
    }
  }
}
