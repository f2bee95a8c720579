// SPDX-License-Identifier: Apache-2.0

/// Mean and variance of a few values.
package enum Sample {
  /// The mean; not a number for no values.
  package static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The variance with n - 1 in the denominator; not a number below two values.
  package static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
