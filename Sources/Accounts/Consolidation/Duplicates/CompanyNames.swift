// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Companies' names reduced to what identifies them, as numbers.
///
/// *Definition* Lower case; accents dropped; `ß` as `ss`; `ä` and `ae` both as `a`, likewise `ö` and
/// `ü`; words between anything but letters and digits; legal forms, `&`, "und", "and" and marks
/// such as "(alt)" dropped. A name of nothing but such words keeps them all.
struct CompanyNames {
  /// Per name the number of its words in their order without blanks, so that `Key Tec` equals
  /// `KeyTec`; -1 for a name without words.
  private(set) var wholes: [Int32] = []
  /// How many different words there are; they are numbered in the order of their bytes.
  private(set) var wordCount = 0

  private var words: [Int32] = []
  private var ends: [Int] = [0]

  /// Reduces all names.
  init(_ names: NameColumn) {
    var (known, compacts) = (EqualTexts(), EqualTexts())
    var folding = NameFolding()
    var compact: [UInt8] = []
    /// Per text the first name that is written so, -1 before it.
    var firsts = [Int32](repeating: -1, count: names.texts.count)
    wholes.reserveCapacity(names.count)
    ends.reserveCapacity(names.count + 1)
    for text in names.numbers.map({ Int($0) }) {
      guard firsts[text] < 0 else {
        repeatName(Int(firsts[text]))
        continue
      }
      firsts[text] = Int32(wholes.count)
      let start = words.count
      folding.appendWords(of: names.texts[text], to: &words, &known)
      compact.removeAll(keepingCapacity: true)
      for place in start..<words.count { known.append(words[place], to: &compact) }
      wholes.append(compact.isEmpty ? -1 : compacts.number(adding: compact.span))
      ends.append(words.count)
    }
    sortWords(known)
  }

  /// Adds a name that is written like an earlier one.
  private mutating func repeatName(_ earlier: Int) {
    for place in ends[earlier]..<ends[earlier + 1] { words.append(words[place]) }
    wholes.append(wholes[earlier])
    ends.append(words.count)
  }

  /// The words of a name, ascending by their bytes, each once.
  func words(of name: Int) -> ArraySlice<Int32> { words[ends[name]..<ends[name + 1]] }

  /// Numbers words in the order of their bytes, and sorts those of each name.
  private mutating func sortWords(_ known: EqualTexts) {
    wordCount = known.count
    let order = BytewiseOrder(of: (0..<wordCount).map { known.text(Int32($0)) }).indices
    var ranks = [Int32](repeating: 0, count: wordCount)
    for (rank, word) in order.enumerated() { ranks[word] = Int32(rank) }
    var (first, count) = (0, 0)
    for name in wholes.indices {
      let start = count
      for place in first..<ends[name + 1] {
        insert(ranks[Int(words[place])], from: start, before: &count)
      }
      first = ends[name + 1]
      ends[name + 1] = count
    }
    words.removeLast(words.count - count)
  }

  /// Inserts a word in its order among those from `start` to `end`, unless it is there.
  private mutating func insert(_ word: Int32, from start: Int, before end: inout Int) {
    var place = end
    while place > start, words[place - 1] > word { place -= 1 }
    if place > start, words[place - 1] == word { return }
    for other in stride(from: end, to: place, by: -1) { words[other] = words[other - 1] }
    words[place] = word
    end += 1
  }
}

/// Takes names apart; each word, and each piece beyond ASCII, is thought about once.
struct NameFolding {
  private var isIgnored: [Bool] = []
  private var pieces = TextNumbers()
  private var foldedPieces: [[UInt8]] = []
  private var folded: [UInt8] = []
  private var all: [Int32] = []

  /// Appends the words of a name that tell it from others, in their order; `known` are the words
  /// of all names so far.
  mutating func appendWords(
    of name: String,
    to words: inout [Int32],
    _ known: inout EqualTexts
  ) {
    folded.removeAll(keepingCapacity: true)
    all.removeAll(keepingCapacity: true)
    let bytes = name.utf8.span
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
      if end > start { fold(bytes.extracting(start..<end)) }
      folded.append(UInt8(ascii: " "))
      start = end + 1
    }
    split(&known)
    let count = words.count
    for word in all where !isIgnored[Int(word)] { words.append(word) }
    if words.count == count { words += all }
  }

  // MARK: Folding

  private mutating func fold(_ piece: Span<UInt8>) {
    let start = folded.count
    for offset in piece.indices {
      let byte = piece[offset]
      guard byte < 0x80 else {
        folded.removeSubrange(start...)
        folded += beyondASCII(piece)
        return
      }
      let plain = Self.plainBytes[Int(byte)]
      if plain != 0 { folded.append(plain) }
    }
  }

  private mutating func beyondASCII(_ piece: Span<UInt8>) -> [UInt8] {
    let (number, isNew) = pieces.number(adding: piece)
    if isNew { foldedPieces.append(Self.folded(pieces.text(number))) }
    return foldedPieces[number]
  }

  private static func folded(_ piece: String) -> [UInt8] {
    var folded = ""
    for character in piece.lowercased() {
      if let byte = character.asciiValue {
        let plain = plainBytes[Int(byte)]
        if plain != 0 { folded.append(Character(Unicode.Scalar(plain))) }
      } else if let plain = plainLetters[character] {
        folded += plain
      } else if character != "’" {
        folded.append(character.isLetter || character.isNumber ? character : " ")
      }
    }
    return Array(folded.utf8)
  }

  /// What becomes of each byte of ASCII; 0 for those that leave no trace, so that abbreviations such
  /// as `s.r.o.` and `Ges.m.b.H.` become one word each.
  private static let plainBytes: [UInt8] = (UInt8(0)..<128).map { byte in
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "'"): 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: UInt8(ascii: " ")
    }
  }

  // MARK: Words

  /// Finds the words between blanks; `s. r. o.` is one word, too.
  private mutating func split(_ known: inout EqualTexts) {
    // Words are moved together within the text: what is made of a word is never longer.
    var (word, start) = (0..<0, 0)
    var isInitials = false
    for end in folded.indices where folded[end] == UInt8(ascii: " ") {
      defer { start = end + 1 }
      guard end > start else { continue }
      let isLetter = end - start == 1
      if !(isLetter && isInitials) {
        finish(word, &known)
        word = word.upperBound..<word.upperBound
      }
      for place in start..<end { folded[word.upperBound + place - start] = folded[place] }
      word = word.lowerBound..<word.upperBound + end - start
      isInitials = isLetter
    }
    finish(word, &known)
  }

  private mutating func finish(_ word: Range<Int>, _ known: inout EqualTexts) {
    guard !word.isEmpty else { return }
    let end = Self.dropUmlautLetters(word, of: &folded)
    let number = known.number(adding: folded.span.extracting(word.lowerBound..<end))
    while isIgnored.count < known.count {
      isIgnored.append(Self.ignored.contains(known.text(Int32(isIgnored.count))))
    }
    all.append(number)
  }

  /// `Mueller` as `Muller`, the way `Müller` is folded, too; the answer is where the word ends then.
  private static func dropUmlautLetters(_ word: Range<Int>, of bytes: inout [UInt8]) -> Int {
    var end = word.lowerBound
    var last: UInt8 = 0
    for place in word {
      let byte = bytes[place]
      if byte == UInt8(ascii: "e"), isVowelBeforeE(last) { continue }
      (bytes[end], last) = (byte, byte)
      end += 1
    }
    return end
  }

  private static func isVowelBeforeE(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "u")
  }

  /// Letters with accents as they are folded.
  static let plainLetters: [Character: String] = {
    let groups = [
      ("a", "äàáâãåāăą"), ("c", "çćč"), ("d", "ďđð"), ("e", "èéêëēėęě"), ("g", "ğģ"),
      ("i", "ìíîïīįı"), ("k", "ķ"), ("l", "łľļ"), ("n", "ñńňņ"), ("o", "öòóôõøōő"),
      ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"), ("u", "üùúûūůűų"), ("y", "ýÿ"),
      ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"),
    ]
    var letters: [Character: String] = [:]
    for (plain, accented) in groups { for letter in accented { letters[letter] = plain } }
    return letters
  }()

  /// Legal forms, joining words and marks of old or double records, as they are after folding.
  private static let ignored = Set(
    ignoredWords.map { word in
      var bytes = Array(word.utf8)
      let end = dropUmlautLetters(bytes.indices, of: &bytes)
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  )

  /// The same words as people write them.
  static let ignoredWords =
    ("gmbh gesmbh mbh ag kg ohg gbr ek ev eg se kgaa ug co cokg gmbhcokg gmbhco kdt inc "
    + "incorporated corp corporation company ltd limited plc llc llp lp sa sas sarl sasu eurl "
    + "spa srl snc sl slu bv nv vof as oy oyj ab aps asa sro spzoo zoo sp doo dd kft zrt nyrt "
    + "rt ooo pty pte bhd kk und and et y e u alt neu dup dublette duplicate old new")
    .split(separator: " ").map(String.init)
}
