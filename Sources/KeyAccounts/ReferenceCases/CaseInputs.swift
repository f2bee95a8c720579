// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting

/// A value of a case that knows where it stands, so that a wrong one can be pointed at.
///
/// A key whose value is null counts as absent where it may be absent.
struct CaseInputs: Sendable {
  /// The value.
  let json: JSONValue
  /// The way to it from the top of the document.
  let path: [JSONStep]

  /// The value of a key, nil when it is absent or null.
  func optional(_ key: String) -> CaseInputs? {
    guard let value = json[key], value != .null else { return nil }
    return CaseInputs(json: value, path: path + [.member(key)])
  }

  /// Whether the key is there, with any value.
  func has(_ key: String) -> Bool { json[key] != nil }

  /// The value of a key that must be there.
  func required(_ key: String) throws(CaseFault) -> CaseInputs {
    guard let value = json[key] else { throw .missing(key, at: path) }
    return CaseInputs(json: value, path: path + [.member(key)])
  }

  /// The value itself, nil for null.
  var ifPresent: CaseInputs? { json == .null ? nil : self }
}

// MARK: - The value itself

extension CaseInputs {
  func number() throws(CaseFault) -> Double {
    guard let number = json.double else {
      throw .expected(LocalizedText(de: "eine Zahl", en: "a number"), at: path)
    }
    return number
  }

  func int() throws(CaseFault) -> Int {
    guard let number = json.int else {
      throw .expected(LocalizedText(de: "eine ganze Zahl", en: "a whole number"), at: path)
    }
    return number
  }

  func text() throws(CaseFault) -> String {
    guard let text = json.text else {
      throw .expected(LocalizedText(de: "ein Text", en: "a text"), at: path)
    }
    return text
  }

  func flag() throws(CaseFault) -> Bool {
    guard let flag = json.flag else {
      throw .expected(LocalizedText(de: "true oder false", en: "true or false"), at: path)
    }
    return flag
  }

  func date() throws(CaseFault) -> CalendarDate {
    guard let date = json.text.flatMap(CalendarDate.init(iso:)) else {
      throw .expected(
        LocalizedText(de: "ein Tag wie 2025-12-31", en: "a day such as 2025-12-31"),
        at: path
      )
    }
    return date
  }

  func list() throws(CaseFault) -> [CaseInputs] {
    guard let elements = json.elements else {
      throw .expected(LocalizedText(de: "eine Liste", en: "a list"), at: path)
    }
    return elements.enumerated().map { CaseInputs(json: $1, path: path + [.element($0)]) }
  }

  func members() throws(CaseFault) -> [(name: String, value: CaseInputs)] {
    guard let members = json.members else {
      throw .expected(LocalizedText(de: "ein Objekt", en: "an object"), at: path)
    }
    return members.map { ($0.name, CaseInputs(json: $0.value, path: path + [.member($0.name)])) }
  }

  func numbers() throws(CaseFault) -> [Double] {
    try list().map { element throws(CaseFault) in try element.number() }
  }

  func optionalNumbers() throws(CaseFault) -> [Double?] {
    try list().map { element throws(CaseFault) in try element.ifPresent?.number() }
  }

  func texts() throws(CaseFault) -> [String] {
    try list().map { element throws(CaseFault) in try element.text() }
  }

  func rows() throws(CaseFault) -> [[Double]] {
    try list().map { element throws(CaseFault) in try element.numbers() }
  }

  /// One of the words of a list.
  func choice<Word: RawRepresentable<String> & CaseIterable>(
    of _: Word.Type
  ) throws(CaseFault) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw Self.unknown(text, among: Word.allCases.map(\.rawValue), at: path)
    }
    return word
  }

  /// A word that is none of `names`.
  static func unknown(
    _ word: String,
    among names: [String],
    at path: [JSONStep]
  ) -> CaseFault {
    // A long list helps less than the nearest word.
    let suggestion = Suggestion.closest(to: word, among: names)
    let isNear = names.count > 5 && suggestion != nil
    let list = names.joined(separator: " | ")
    let german = isNear ? "" : "; erwartet: \(list)"
    let english = isNear ? "" : "; expected \(list)"
    return CaseFault(
      .unknownName,
      at: path,
      LocalizedText(
        de: "'\(word)' ist unbekannt\(german)\(Suggestion.german(suggestion))",
        en: "'\(word)' is unknown\(english)\(Suggestion.english(suggestion))"
      )
    )
  }
}

// MARK: - Values of keys

extension CaseInputs {
  func number(_ key: String) throws(CaseFault) -> Double { try required(key).number() }

  func number(_ key: String, or standard: Double) throws(CaseFault) -> Double {
    try optional(key)?.number() ?? standard
  }

  func optionalNumber(_ key: String) throws(CaseFault) -> Double? { try optional(key)?.number() }

  func int(_ key: String) throws(CaseFault) -> Int { try required(key).int() }

  func text(_ key: String) throws(CaseFault) -> String { try required(key).text() }

  func numbers(_ key: String) throws(CaseFault) -> [Double] { try required(key).numbers() }

  func list(_ key: String) throws(CaseFault) -> [CaseInputs] { try required(key).list() }

  /// Two lists of numbers of one length.
  func pairedNumbers(
    _ first: String,
    _ second: String
  ) throws(CaseFault) -> (first: [Double], second: [Double]) {
    let (x, y) = (try numbers(first), try numbers(second))
    guard x.count == y.count else {
      throw .expected(
        LocalizedText(de: "eine Liste mit \(x.count) Zahlen", en: "a list of \(x.count) numbers"),
        at: path + [.member(second)]
      )
    }
    return (x, y)
  }
}
