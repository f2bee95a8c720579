// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1 + 2 * 3", "(1 + (2 * 3))"),
    ("(1 + 2) * 3", "((1 + 2) * 3)"),
    ("8 / 4 / 2", "((8 / 4) / 2)"),
    ("8 - 4 - 2", "((8 - 4) - 2)"),
    ("-a * b", "(-a * b)"),
    ("--a", "a"),
    ("a - -1", "(a - -1)"),
    ("a or b and c", "(a or (b and c))"),
    ("not a = 1 and b = 2", "(not (a = 1) and (b = 2))"),
    ("not not a = 1", "(a = 1)"),
    ("a + 1 >= b * 2", "((a + 1) >= (b * 2))"),
    ("a == 1", "(a = 1)"),
    ("a <> 'x'", "(a != 'x')"),
    ("a IN ('x', \"y\")", "a in ['x', 'y']"),
    ("max(0, a - b)", "max(0, (a - b))"),
    ("sum(revenue, 12)", "sum(revenue, 12)"),
    ("`net sales` / [DB I]", "(net sales / DB I)"),
    ("'it''s'", "'it's'"),
    ("5% * 1_000", "(0.05 * 1000)"),
    ("1e3 + 2.5E-1", "(1000 + 0.25)"),
    ("  Ümsatz  ", "Ümsatz"),
    ("android", "android"),
  ])
  func readsPrecedenceAndWords(text: String, tree: String) throws {
    #expect(try Expression(parsing: text).root.tree == tree)
  }

  @Test(arguments: [
    ("", 0), ("   ", 3), ("1 +", 3), ("1 2", 2), ("(1", 2), ("1)", 1), ("a ! b", 2),
    ("sum(", 4), ("sum()", 0), ("sum(revenue, 1, 2)", 0), ("growth(a, 1, 2)", 0), ("abs(1, 2)", 0),
    ("starts_with(a)", 0), ("1 + summe(a)", 4), ("'open", 0), ("[open", 0), ("1.2.3", 0),
    ("1e999", 0), ("a in b", 5), ("max(a b)", 6), ("a = = b", 4), ("#", 0), ("2 * foo(1)", 4),
    ("sum(1 + 2)", 0), ("sum(revenue, 0)", 0), ("sum(revenue, -3)", 0), ("sum(revenue, 1.5)", 0),
    ("sum(revenue, n)", 0), ("1 + growth(revenue, 1e9)", 4), ("distinct('x')", 0),
  ])
  func namesTheOffsetOfTheOffendingCharacter(text: String, offset: Int) throws {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.message.english.isEmpty == false)
    #expect(error?.message.german.isEmpty == false)
  }

  @Test func suggestsTheNearestFunction() throws {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: "coalese(a)") }
    #expect(error?.message.english == "'coalese' is not a function; did you mean 'coalesce'?")
    #expect(error?.message.german == "'coalese' ist keine Funktion; meinten Sie 'coalesce'?")
  }

  @Test func boundsDepthAndLength() throws {
    let deep = String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99)
    #expect(try Expression(parsing: deep).root == .number(1))
    for hostile in [
      String(repeating: "(", count: 100_000), String(repeating: "max(", count: 5000),
      String(repeating: "1+", count: 100_000) + "1",
      String(repeating: "1=", count: 5000),
    ] {
      #expect(throws: ExpressionError.self) { try Expression(parsing: hostile) }
    }
    let signs = String(repeating: "-", count: 100_001) + "1"
    #expect(try Expression(parsing: signs).root == .negate(.number(1)))
    let nots = String(repeating: "not ", count: 10_001) + "a"
    #expect(try Expression(parsing: nots).root == .not(.name("a")))
  }

  @Test func listsNamesOnceInOrder() throws {
    let expression = try Expression(parsing: "max(b, a) + sum(b, 3) * c - (a in (d, 'x'))")
    #expect(expression.names == ["b", "a", "c", "d"])
  }

  @Test(arguments: [
    ("a > 1", true), ("a and b", true), ("not a", true), ("a in (1)", true),
    ("starts_with(a, 'x')", true), ("a + 1", false), ("max(a, b)", false), ("'x'", false),
  ])
  func knowsConditions(text: String, isCondition: Bool) throws {
    #expect(try Expression(parsing: text).isCondition == isCondition)
  }

  @Test func neverTrapsOnBrokenText() {
    let pieces = [
      "a", "1", "(", ")", "'", "\"", "[", "]", "`", ",", "+", "-", "*", "/", "=", "!", "<", ">",
      " ", "and", "or", "not", "in", "sum", "e", ".", "%", "\u{0}", "ß", "👩‍👩‍👧", "1e+", "_",
    ]
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        let expression = try Expression(parsing: text)
        #expect(expression.text == text)
      } catch {
        #expect((0...text.count).contains(error.offset), "offset of '\(text)'")
      }
    }
  }
}

extension Expression.Node {
  /// The formula with every grouping shown.
  fileprivate var tree: String {
    switch self {
    case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .text(let text): "'\(text)'"
    case .name(let name): name
    case .negate(let node): "-\(node.tree)"
    case .not(let node): "not \(node.tree)"
    case .binary(let sign, let left, let right): "(\(left.tree) \(sign.rawValue) \(right.tree))"
    case .isIn(let node, let choices):
      "\(node.tree) in [\(choices.map(\.tree).joined(separator: ", "))]"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.tree).joined(separator: ", ")))"
    }
  }
}
