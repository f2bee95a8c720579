// SPDX-License-Identifier: Apache-2.0

/// Copies chosen accounts out of columns that lie one after another, for ``ScoreKernel``.
enum ColumnPacking {
  /// The chosen places of every column, each padded with 0 to a multiple of the kernel's lanes.
  ///
  /// - Parameters:
  ///   - columns: the columns one after another.
  ///   - stride: places per column.
  ///   - chosen: places below `stride`.
  /// - Returns: as many columns, `ScoreKernel.padded(chosen.count)` places each.
  static func packed<Number: BinaryFloatingPoint>(
    _ columns: [Number],
    stride: Int,
    chosen: [Int]
  ) -> [Number] {
    let width = ScoreKernel.padded(chosen.count)
    let count = stride == 0 ? 0 : columns.count / stride
    precondition(
      chosen.allSatisfy { (0..<stride).contains($0) },
      "the chosen places must lie below \(stride)"
    )
    return unsafe [Number](unsafeUninitializedCapacity: count * width) { target, written in
      unsafe columns.withUnsafeBufferPointer { source in
        unsafe chosen.withUnsafeBufferPointer { chosen in
          for j in 0..<count {
            for index in 0..<chosen.count {
              unsafe target[j * width + index] = source[j * stride + chosen[index]]
            }
            for index in chosen.count..<width { unsafe target[j * width + index] = 0 }
          }
        }
      }
      written = count * width
    }
  }
}
