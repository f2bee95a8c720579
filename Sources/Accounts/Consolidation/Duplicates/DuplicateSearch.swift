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
  private static let blockLimit: Int32 = 40

  private let names: CompanyNames
  private let vat: AttributeClasses
  private let postcodes: AttributeClasses
  private let countries: AttributeClasses
  /// Per word how many names have it.
  private let uses: [Int32]

  /// Prepares the comparison of the accounts of `table`.
  package init(_ table: AccountTable) {
    names = CompanyNames(table.names)
    vat = AttributeClasses(of: table, Self.vatNames)
    postcodes = AttributeClasses(of: table, Self.postcodeNames)
    countries = AttributeClasses(of: table, ["country", "land"])
    var uses = [Int32](repeating: 0, count: names.wordCount)
    for row in names.wholes.indices {
      for word in names.words(of: row) { uses[Int(word)] += 1 }
    }
    self.uses = uses
  }

  private static let vatNames = ["vat", "vat_id", "ust", "ustid", "ust_id", "ust_idnr", "uid"]
  private static let postcodeNames = ["postcode", "postal_code", "plz", "zip"]

  // MARK: Pairs

  /// Two rows in one number, the lower one in front, so that millions of pairs sort fast.
  private struct Pair {
    let packed: UInt64

    init(_ row: Int32, _ other: Int32) { packed = UInt64(row) << 32 | UInt64(other) }
    init(packed: UInt64) { self.packed = packed }

    var row: Int { Int(packed >> 32) }
    var other: Int { Int(packed & 0xFFFF_FFFF) }
  }

  /// The suspicions by falling score, then by the ids.
  package func suspicions() -> [DuplicateSuspicion] {
    var pairs = candidates()
    pairs.sortByDigits()
    var last: UInt64?
    var found = [[DuplicateSuspicion]](repeating: [], count: 101)
    for packed in pairs where packed != last {
      last = packed
      guard let suspicion = suspicion(Pair(packed: packed)) else { continue }
      found[suspicion.scoreHundredths].append(suspicion)
    }
    return Array(found.reversed().joined())
  }

  /// Packed pairs that are worth comparing, some of them several times.
  private func candidates() -> [UInt64] {
    var pairs: [UInt64] = []
    addBlocks(to: &pairs)
    // A group of equal keys of any size is shown as pairs with its first account.
    for classes in [names.wholes, vat.classes] {
      var first = [Int32](repeating: -1, count: classes.count)
      for (row, key) in classes.enumerated() where key >= 0 {
        if first[Int(key)] >= 0 {
          pairs.append(Pair(first[Int(key)], Int32(row)).packed)
        } else {
          first[Int(key)] = Int32(row)
        }
      }
    }
    return pairs
  }

  /// Adds all pairs of accounts with a rare word in common.
  private func addBlocks(to pairs: inout [UInt64]) {
    var ends: [Int] = []
    for count in uses {
      ends.append((ends.last ?? 0) + (Self.isCompared(count) ? Int(count) : 0))
    }
    var rows = [Int32](repeating: 0, count: ends.last ?? 0)
    // Backwards, so that the rows of each word ascend and its end becomes its start.
    for row in names.wholes.indices.reversed() {
      for word in names.words(of: row) where Self.isCompared(uses[Int(word)]) {
        ends[Int(word)] -= 1
        rows[ends[Int(word)]] = Int32(row)
      }
    }
    for (word, count) in uses.enumerated() where Self.isCompared(count) {
      let block = rows[ends[word]..<ends[word] + Int(count)]
      for (place, row) in zip(block.indices, block) {
        for other in block[(place + 1)...] { pairs.append(Pair(row, other).packed) }
      }
    }
  }

  private static func isCompared(_ uses: Int32) -> Bool { (2...blockLimit).contains(uses) }

  private func suspicion(_ pair: Pair) -> DuplicateSuspicion? {
    let (row, other) = (pair.row, pair.other)
    let isSameName = names.wholes[row] >= 0 && names.wholes[row] == names.wholes[other]
    let similarity = isSameName ? 1 : sharedWeight(row, other)
    let samePostcode = postcodes.equality(row, other)
    let sameCountry = countries.equality(row, other)
    let sameVAT = vat.equality(row, other)
    var score = Int((80 * similarity).rounded(.down))
    if let samePostcode { score += samePostcode ? 15 : -5 }
    if let sameCountry { score += sameCountry ? 5 : -20 }
    if let sameVAT { score = sameVAT ? max(score, 95) : score - 20 }
    guard score >= Self.threshold else { return nil }
    var evidence: [DuplicateSuspicion.Evidence] = []
    if isSameName {
      evidence.append(.sameName)
    } else if similarity >= 0.5 {
      evidence.append(.similarName)
    }
    if samePostcode == true { evidence.append(.samePostcode) }
    if sameCountry == true { evidence.append(.sameCountry) }
    if sameVAT == true { evidence.append(.sameVAT) }
    return DuplicateSuspicion(
      scoreHundredths: min(score, 100),
      row: row,
      other: other,
      evidence: evidence
    )
  }

  /// The weight of the common words divided by the weight of all words of both names.
  private func sharedWeight(_ row: Int, _ other: Int) -> Double {
    let (a, b) = (names.words(of: row), names.words(of: other))
    let shared = a.reduce(0.0) { $0 + (b.contains($1) ? weight(ofWord: $1) : 0) }
    let all = a.reduce(0.0) { $0 + weight(ofWord: $1) } + b.reduce(0.0) { $0 + weight(ofWord: $1) }
    return all > 0 ? 2 * shared / all : 0
  }

  /// A word weighs the more the fewer accounts use it, in rational steps that no platform rounds
  /// otherwise.
  private func weight(ofWord word: Int32) -> Double { 1 + 8 / Double(uses[Int(word)]) }
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
