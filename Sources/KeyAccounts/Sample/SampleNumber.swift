// SPDX-License-Identifier: Apache-2.0

/// Amounts as the systems of the sample print them, from whole hundredths.
enum SampleNumber {
  /// `1.234,56` and `1.234,56-`: SAP puts the minus behind.
  static func german(_ hundredths: Int) -> String {
    digits(hundredths, grouping: ".", decimal: ",") + (hundredths < 0 ? "-" : "")
  }

  /// `1'234.56` and `-1'234.56`.
  static func swiss(_ hundredths: Int) -> String {
    (hundredths < 0 ? "-" : "") + digits(hundredths, grouping: "'", decimal: ".")
  }

  /// `1,234.56` and `-1,234.56`.
  static func english(_ hundredths: Int) -> String {
    (hundredths < 0 ? "-" : "") + digits(hundredths, grouping: ",", decimal: ".")
  }

  /// `1.0312`, as many decimals as asked for.
  static func plain(_ value: Int, decimals: Int) -> String {
    let text = padded(abs(value), to: decimals + 1)
    return (value < 0 ? "-" : "") + text.dropLast(decimals) + "." + text.suffix(decimals)
  }

  /// `47` or `47,5`, from tenths.
  static func germanTenths(_ tenths: Int) -> String {
    let fraction = abs(tenths) % 10
    let whole = (tenths < 0 ? "-" : "") + String(abs(tenths) / 10)
    return fraction == 0 ? whole : "\(whole),\(fraction)"
  }

  /// The digits with zeros in front.
  static func padded(_ value: Int, to length: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, length - text.utf8.count)) + text
  }

  private static func digits(_ hundredths: Int, grouping: String, decimal: String) -> String {
    var rest = abs(hundredths) / 100
    var groups: [String] = []
    while rest >= 1000 {
      groups.append(padded(rest % 1000, to: 3))
      rest /= 1000
    }
    groups.append(String(rest))
    let whole = groups.reversed().joined(separator: grouping)
    return whole + decimal + padded(abs(hundredths) % 100, to: 2)
  }
}
