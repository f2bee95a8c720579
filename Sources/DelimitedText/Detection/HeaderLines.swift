// SPDX-License-Identifier: Apache-2.0

/// Headers of more than one line.
enum HeaderLines {
  /// The names of two lines, one above the other, joined with a blank.
  ///
  /// Exports of merged cells name a group of columns once, over the first of them. So an empty
  /// upper cell takes the text to its left, as long as the lower cell has one of its own.
  static func joined(upper: [String], lower: [String]) -> [String] {
    var group = ""
    return (0..<max(upper.count, lower.count)).map { column in
      let above = column < upper.count ? upper[column] : ""
      let below = column < lower.count ? lower[column] : ""
      if !above.isEmpty { group = above }
      if below.isEmpty { return above }
      return group.isEmpty ? below : "\(group) \(below)"
    }
  }
}
