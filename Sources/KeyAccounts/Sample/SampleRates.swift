// SPDX-License-Identifier: Apache-2.0

/// Monthly rates of the sample, invented but near what such currencies cost.
enum SampleRates {
  /// EUR for one unit in ten-thousandths, by month from January 2023.
  static let franc = [
    10_036, 10_102, 10_085, 10_153, 10_247, 10_243, 10_349, 10_425, 10_418, 10_472, 10_380, 10_590,
    10_670, 10_577, 10_355, 10_245, 10_172, 10_376, 10_327, 10_566, 10_624, 10_657, 10_681, 10_705,
    10_622, 10_630, 10_463, 10_671, 10_682, 10_668, 10_729, 10_653, 10_696, 10_780, 10_743, 10_715,
  ]
  /// EUR for one dollar in ten-thousandths, by month from January 2023.
  static let dollar = [
    9_284, 9_335, 9_342, 9_116, 9_198, 9_228, 9_043, 9_165, 9_360, 9_468, 9_252, 9_168,
    9_169, 9_265, 9_198, 9_324, 9_249, 9_290, 9_221, 9_080, 9_007, 9_174, 9_408, 9_543,
    9_658, 9_602, 9_251, 8_920, 8_866, 8_682, 8_562, 8_591, 8_523, 8_594, 8_652, 8_541,
  ]

  /// EUR for one unit of `currency` in ten-thousandths.
  static func rate(of currency: String, in month: Int) -> Int {
    switch currency {
    case "CHF": franc[month]
    case "USD": dollar[month]
    default: 10_000
    }
  }

  /// The rate table.
  static var text: String {
    let rows = ["CHF", "USD"].flatMap { currency in
      (0..<SampleMonths.count).map { month in
        let rate = SampleNumber.plain(rate(of: currency, in: month), decimals: 4)
        return "\(currency),\(SampleMonths.iso(month)),\(rate)"
      }
    }
    return (["currency,period,rate"] + rows).map { $0 + "\n" }.joined()
  }
}
