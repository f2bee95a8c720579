// SPDX-License-Identifier: Apache-2.0

/// Recursive descent over the characters of one formula.
///
/// Depth and length are bounded, so that hostile input ends in an error and not in a deep stack.
struct ExpressionParser {
  private let characters: [Character]
  private var position = 0
  private var depth = 0
  private static let maximumDepth = 100
  private var operands = 0
  private static let maximumOperands = 500
  /// The longest window a formula may look at: a century.
  private static let maximumMonths = 1200.0

  init(_ text: String) { characters = Array(text) }

  mutating func parse() throws(ExpressionError) -> Expression.Node {
    let node = try disjunction()
    skipBlanks()
    guard position == characters.count else {
      throw characters[position].isLetter
        ? unexpected(
          "an operator (names with blanks stand in [ ])",
          "einen Operator (Namen mit Leerzeichen stehen in [ ])"
        ) : unexpected("an operator", "einen Operator")
    }
    return node
  }

  // MARK: Levels of precedence, loosest first

  private mutating func disjunction() throws(ExpressionError) -> Expression.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw failure("nested too deeply", "zu tief verschachtelt")
    }
    var node = try conjunction()
    while takeWord("or") { node = .binary(.or, node, try conjunction()) }
    return node
  }

  private mutating func conjunction() throws(ExpressionError) -> Expression.Node {
    var node = try negation()
    while takeWord("and") { node = .binary(.and, node, try negation()) }
    return node
  }

  private mutating func negation() throws(ExpressionError) -> Expression.Node {
    var count = 0
    while takeWord("not") { count += 1 }
    let node = try comparison()
    return count % 2 == 1 ? .not(node) : node
  }

  private mutating func comparison() throws(ExpressionError) -> Expression.Node {
    let left = try sum()
    if takeWord("in") { return .isIn(left, try choices()) }
    guard let sign = takeComparison() else { return left }
    return .binary(sign, left, try sum())
  }

  private mutating func choices() throws(ExpressionError) -> [Expression.Node] {
    guard take("(") else { throw unexpected("'('", "'('") }
    return try arguments()
  }

  private mutating func sum() throws(ExpressionError) -> Expression.Node {
    var node = try product()
    while true {
      if take("+") {
        node = .binary(.add, node, try product())
      } else if take("-") {
        node = .binary(.subtract, node, try product())
      } else {
        return node
      }
    }
  }

  private mutating func product() throws(ExpressionError) -> Expression.Node {
    var node = try factor()
    while true {
      if take("*") {
        node = .binary(.multiply, node, try factor())
      } else if take("/") {
        node = .binary(.divide, node, try factor())
      } else {
        return node
      }
    }
  }

  private mutating func factor() throws(ExpressionError) -> Expression.Node {
    var isNegative = false
    while true {
      if take("-") { isNegative.toggle() } else if !take("+") { break }
    }
    let node = try primary()
    return isNegative ? .negate(node) : node
  }

  private mutating func primary() throws(ExpressionError) -> Expression.Node {
    skipBlanks()
    guard position < characters.count else {
      throw unexpected("a number, name or '('", "eine Zahl, einen Namen oder '('")
    }
    operands += 1
    guard operands <= Self.maximumOperands else {
      throw failure(
        "more than \(Self.maximumOperands) names and numbers; split the formula into measures",
        "mehr als \(Self.maximumOperands) Namen und Zahlen; teilen Sie die Formel in Maße auf"
      )
    }
    switch characters[position] {
    case "(":
      position += 1
      let node = try disjunction()
      guard take(")") else { throw unexpected("')'", "')'") }
      return node
    case "'", "\"": return .text(try quoted(until: characters[position]))
    case "`": return .name(try quoted(until: "`"))
    case "[": return .name(try quoted(until: "]"))
    case let c where c.isASCII && c.isNumber: return try number()
    case let c where Self.startsName(c): return try nameOrCall()
    default: throw unexpected("a number, name or '('", "eine Zahl, einen Namen oder '('")
    }
  }

  // MARK: Words

  private mutating func nameOrCall() throws(ExpressionError) -> Expression.Node {
    let start = position
    while position < characters.count, Self.continuesName(characters[position]) { position += 1 }
    let name = String(characters[start..<position])
    guard take("(") else { return .name(name) }
    guard let function = ExpressionFunction(rawValue: name) else {
      position = start
      throw unknownFunction(name)
    }
    let given = try arguments()
    guard function.arity.contains(given.count) else {
      position = start
      throw failure(
        "\(name) takes \(Self.wording(function.arity)) arguments, found \(given.count)",
        "\(name) nimmt \(Self.wording(function.arity)) Argumente, gefunden \(given.count)"
      )
    }
    if let problem = Self.problem(with: given, of: function) {
      position = start
      throw failure(problem.english, problem.german)
    }
    return .call(name, given)
  }

  /// What is wrong with arguments of functions that look at the months of a value, nil if nothing.
  private static func problem(
    with given: [Expression.Node],
    of function: ExpressionFunction
  ) -> LocalizedText? {
    guard function.readsSeries || function == .distinct else { return nil }
    let name = function.rawValue
    guard case .name = given[0] else {
      return LocalizedText(
        de: "\(name) erwartet zuerst einen Namen",
        en: "\(name) expects a name first"
      )
    }
    guard given.count > 1 else { return nil }
    guard case .number(let months) = given[1], months >= 1, months <= maximumMonths,
      months == months.rounded()
    else {
      return LocalizedText(
        de: "\(name) erwartet als Fenster eine ganze Zahl von 1 bis 1200 Monaten",
        en: "\(name) expects a window of 1 to 1200 whole months"
      )
    }
    return nil
  }

  private mutating func arguments() throws(ExpressionError) -> [Expression.Node] {
    var found: [Expression.Node] = []
    if take(")") { return found }
    repeat { found.append(try disjunction()) } while take(",")
    guard take(")") else { throw unexpected("',' or ')'", "',' oder ')'") }
    return found
  }

  private mutating func number() throws(ExpressionError) -> Expression.Node {
    let start = position
    while position < characters.count, isNumberPart(at: position) { position += 1 }
    let text = String(characters[start..<position].filter { $0 != "_" })
    guard let value = Double(text), value.isFinite else {
      position = start
      throw failure("'\(text)' is not a number", "'\(text)' ist keine Zahl")
    }
    if position < characters.count, characters[position] == "%" {
      position += 1
      return .number(value / 100)
    }
    return .number(value)
  }

  private func isNumberPart(at index: Int) -> Bool {
    let character = characters[index]
    if character.isASCII, character.isNumber || character == "." || character == "_" { return true }
    if character == "e" || character == "E" { return true }
    let isSign = character == "+" || character == "-"
    return isSign && (characters[index - 1] == "e" || characters[index - 1] == "E")
  }

  private mutating func quoted(until close: Character) throws(ExpressionError) -> String {
    let start = position
    position += 1
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      guard character == close else {
        text.append(character)
        continue
      }
      guard position < characters.count, characters[position] == close, close != "]" else {
        return text
      }
      text.append(close)
      position += 1
    }
    position = start
    throw failure("the closing \(close) is missing", "das schließende \(close) fehlt")
  }

  // MARK: Signs

  private mutating func takeComparison() -> Expression.Operator? {
    for (sign, meaning) in Self.comparisons where take(sign) { return meaning }
    return nil
  }

  private static let comparisons: [(String, Expression.Operator)] = [
    ("==", .equal), ("!=", .notEqual), ("<>", .notEqual), ("<=", .lessOrEqual),
    (">=", .greaterOrEqual), ("=", .equal), ("<", .less), (">", .greater),
  ]

  private mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    guard characters[position...].starts(with: sign) else { return false }
    position += sign.count
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    let end = position + word.count
    guard end <= characters.count,
      String(characters[position..<end]).lowercased() == word,
      end == characters.count || !Self.continuesName(characters[end])
    else { return false }
    position = end
    return true
  }

  private mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private static func startsName(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }

  private static func continuesName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  // MARK: Messages

  private static func wording(_ arity: ClosedRange<Int>) -> String {
    arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound)–\(arity.upperBound)"
  }

  private func unknownFunction(_ name: String) -> ExpressionError {
    let known = ExpressionFunction.allCases.map(\.rawValue)
    let hint = Suggestion.closest(to: name, among: known)
    return failure(
      "'\(name)' is not a function" + Suggestion.english(hint),
      "'\(name)' ist keine Funktion" + Suggestion.german(hint)
    )
  }

  private func unexpected(_ expected: String, _ erwartet: String) -> ExpressionError {
    guard position < characters.count else {
      // In a flow mapping of YAML an unquoted formula ends at its first comma.
      let isCut =
        !characters.contains(",")
        && characters.count { $0 == "(" } > characters.count { $0 == ")" }
      return failure(
        "expected \(expected) at the end of '\(String(characters))'"
          + (isCut ? "; inside { } a formula with a comma needs quotes" : ""),
        "\(erwartet) am Ende von '\(String(characters))' erwartet"
          + (isCut ? "; in { } braucht eine Formel mit Komma Anführungszeichen" : "")
      )
    }
    let rest = String(characters[position...].prefix(12))
    return failure(
      "expected \(expected), found '\(rest)'",
      "\(erwartet) erwartet, gefunden '\(rest)'"
    )
  }

  private func failure(_ english: String, _ german: String) -> ExpressionError {
    ExpressionError(offset: position, message: LocalizedText(de: german, en: english))
  }
}
