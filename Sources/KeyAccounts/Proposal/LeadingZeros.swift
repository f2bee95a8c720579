// SPDX-License-Identifier: Apache-2.0

/// Numbers of accounts that one system pads with zeros and another does not.
enum LeadingZeros {
  /// A number without its leading zeros; every other text as it is.
  static func dropped(_ id: String) -> String {
    let bytes = id.utf8
    guard bytes.first == UInt8(ascii: "0"), bytes.allSatisfy({ (48...57).contains($0) })
    else { return id }
    let digits = id.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// The files with padded numbers of which another file knows at least half, and most of them only
  /// without the zeros.
  ///
  /// - Parameter ids: per file its different ids.
  /// - Returns: places of files whose ids stay different without zeros.
  static func padded(_ ids: [Set<String>]) -> Set<Int> {
    let plain = ids.map { Set($0.map(dropped)) }
    let padded = ids.indices.filter { file in
      guard plain[file] != ids[file], plain[file].count == ids[file].count else { return false }
      return ids.indices.contains { other in
        guard other != file else { return false }
        let meant = plain[file].intersection(plain[other]).count
        let written = ids[file].intersection(ids[other]).count
        return meant > written * 2 && meant * 2 >= min(ids[file].count, ids[other].count)
      }
    }
    return Set(padded)
  }
}
