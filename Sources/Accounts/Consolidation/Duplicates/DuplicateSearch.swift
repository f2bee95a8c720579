// SPDX-License-Identifier: Apache-2.0

/// Finds pairs of accounts that may be the same customer; it merges none.
///
/// *Definition* Names count 80 points times the share of common words, each word weighing more the
/// fewer accounts use it; equal names after folding count all 80. An equal VAT id lifts a pair to 95
/// at least. An equal postcode adds 15, an equal country 5; another VAT id or country takes away 20,
/// another postcode 5. Pairs from 75 points are suspicions.
///
/// Only accounts with a rare word, a whole name or a VAT id in common are compared, so the effort
/// grows with the accounts and not with their pairs.
/// - Complexity: O(n k) for n accounts and blocks of at most k = 40.
package struct DuplicateSearch {
  /// From here on a pair is a suspicion, in hundredths.
  package static let threshold = 75
  /// A word that more accounts share says too little to compare them all.
  private static let blockLimit = 40

  private let table: AccountTable
  private let names: [CompanyName]
  private var wordIndices: [[Int]] = []
  private var blocks: [[Int]] = []
  private let vat: [String?]
  private let postcodes: [String?]
  private let countries: [String?]

  /// Prepares the comparison of the accounts of `table`.
  package init(_ table: AccountTable) {
    self.table = table
    names = table.names.map(CompanyName.init)
    vat = Self.texts(table, Self.vatNames)
    postcodes = Self.texts(table, Self.postcodeNames)
    countries = Self.texts(table, ["country", "land"])
    indexWords()
  }

  private static let vatNames = ["vat", "vat_id", "ust", "ustid", "ust_id", "ust_idnr", "uid"]
  private static let postcodeNames = ["postcode", "postal_code", "plz", "zip"]

  /// One attribute without blanks and signs, in capitals; nil where it is missing.
  private static func texts(_ table: AccountTable, _ wanted: [String]) -> [String?] {
    guard let attribute = table.attributes.first(where: { wanted.contains($0.name.lowercased()) })
    else { return Array(repeating: nil, count: table.count) }
    return attribute.texts.map { text in
      let plain = text?.uppercased().filter { $0.isLetter || $0.isNumber } ?? ""
      return plain.isEmpty ? nil : plain
    }
  }

  private mutating func indexWords() {
    var index: [String: Int] = [:]
    wordIndices = names.indices.map { row in
      names[row].words.map { word in
        let next = index.count
        let number = index[word] ?? next
        if number == next {
          index[word] = next
          blocks.append([])
        }
        blocks[number].append(row)
        return number
      }
    }
  }

  // MARK: Pairs

  /// Two rows in one number, the lower one in front, so that millions of pairs sort fast.
  private struct Pair {
    let packed: UInt64

    init(_ row: Int, _ other: Int) { packed = UInt64(row) << 32 | UInt64(other) }
    init(packed: UInt64) { self.packed = packed }

    var row: Int { Int(packed >> 32) }
    var other: Int { Int(packed & 0xFFFF_FFFF) }
  }

  /// The suspicions by falling score, then by the ids.
  package func suspicions() -> [DuplicateSuspicion] {
    var pairs = candidates()
    pairs.sort()
    var last: UInt64?
    var found: [DuplicateSuspicion] = []
    for packed in pairs where packed != last {
      last = packed
      if let suspicion = suspicion(Pair(packed: packed)) { found.append(suspicion) }
    }
    return
      found
      .sorted {
        ($1.scoreHundredths, $0.row, $0.other) < ($0.scoreHundredths, $1.row, $1.other)
      }
  }

  /// Packed pairs that are worth comparing, some of them several times.
  private func candidates() -> [UInt64] {
    var pairs: [UInt64] = []
    for block in blocks where block.count <= Self.blockLimit {
      for (place, row) in block.enumerated() {
        for other in block[(place + 1)...] { pairs.append(Pair(row, other).packed) }
      }
    }
    // A group of equal keys of any size is shown as pairs with its first account.
    for keys in [names.map { $0.compact.isEmpty ? nil : $0.compact }, vat] {
      var first: [String: Int] = [:]
      for (row, key) in keys.enumerated() {
        guard let key else { continue }
        if let start = first[key] {
          pairs.append(Pair(start, row).packed)
        } else {
          first[key] = row
        }
      }
    }
    return pairs
  }

  private func suspicion(_ pair: Pair) -> DuplicateSuspicion? {
    let (row, other) = (pair.row, pair.other)
    var evidence: [DuplicateSuspicion.Evidence] = []
    let isSameName = !names[row].compact.isEmpty && names[row].compact == names[other].compact
    let similarity = isSameName ? 1 : sharedWeight(row, other)
    var score = Int((80 * similarity).rounded(.down))
    if isSameName {
      evidence.append(.sameName)
    } else if similarity >= 0.5 {
      evidence.append(.similarName)
    }
    let sameVAT = Self.equality(vat, row, other)
    if let same = Self.equality(postcodes, row, other) {
      score += same ? 15 : -5
      if same { evidence.append(.samePostcode) }
    }
    if let same = Self.equality(countries, row, other) {
      score += same ? 5 : -20
      if same { evidence.append(.sameCountry) }
    }
    if let same = sameVAT {
      score = same ? max(score, 95) : score - 20
      if same { evidence.append(.sameVAT) }
    }
    guard score >= Self.threshold else { return nil }
    return DuplicateSuspicion(
      scoreHundredths: min(score, 100),
      row: row,
      other: other,
      evidence: evidence
    )
  }

  /// Whether two accounts agree; nil where one of them has no value.
  private static func equality(_ texts: [String?], _ row: Int, _ other: Int) -> Bool? {
    guard let a = texts[row], let b = texts[other] else { return nil }
    return a == b
  }

  /// The weight of the common words divided by the weight of all words of both names.
  private func sharedWeight(_ row: Int, _ other: Int) -> Double {
    let (a, b) = (wordIndices[row], wordIndices[other])
    let shared = a.reduce(0.0) { $0 + (b.contains($1) ? weight(ofWord: $1) : 0) }
    let all = a.reduce(0.0) { $0 + weight(ofWord: $1) } + b.reduce(0.0) { $0 + weight(ofWord: $1) }
    return all > 0 ? 2 * shared / all : 0
  }

  /// A word weighs the more the fewer accounts use it, in rational steps that no platform rounds
  /// otherwise.
  private func weight(ofWord word: Int) -> Double { 1 + 8 / Double(blocks[word].count) }
}

extension DuplicateSearch {
  /// One finding that counts the suspicions; none for none.
  package static func finding(_ suspicions: [DuplicateSuspicion]) -> Finding? {
    guard !suspicions.isEmpty else { return nil }
    let count = suspicions.count
    return Finding(
      .info,
      "K-D061",
      found: "\(count)",
      message: LocalizedText(
        de: "Kundenpaare, die derselbe Kunde sein können: \(count), in duplicates.csv; nichts "
          + "wurde zusammengelegt, bestätigte gehören in accounts.mapping",
        en: "pairs of accounts that may be the same customer: \(count), in duplicates.csv; nothing "
          + "was merged, confirmed ones belong into accounts.mapping"
      )
    )
  }
}
