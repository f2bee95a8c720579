// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting
import Selection

extension ReferenceCase {
  /// Solves a bare decision problem.
  func solvedProblem() throws(CaseFault) -> CaseFigures {
    let problem = try decisionProblem()
    do throws(DecisionProblemError) {
      return CaseFigures(try problem.solution().map { .init($0.key, JSONValue($0.value)) })
    } catch {
      return try figures(of: error)
    }
  }

  private func decisionProblem() throws(CaseFault) -> DecisionProblem {
    let method = try body.required("method")
    let name = try method.text()
    guard DecisionProblem.methods.contains(name) else {
      throw CaseInputs.unknown(name, among: DecisionProblem.methods, at: method.path)
    }
    var problem = DecisionProblem(method: name)
    if let matrix = body.optional("matrix") {
      problem.matrix = try matrix.rows()
      try Self.checkShape(matrix, problem.matrix)
    }
    if let criteria = body.optional("criteria") {
      problem.directions = try criteria.list().map { entry throws(CaseFault) in
        try entry.required("direction").choice(of: Direction.self) == .cost ? .minimise : .maximise
      }
    }
    problem.weights = try body.optional("weights")?.numbers()
    if let parameters = body.optional("parameters") {
      _ = try parameters.members()
      problem.parameters = CaseValue(parameters.json)
    }
    return problem
  }

  private enum Direction: String, CaseIterable {
    case benefit, cost
  }

  /// Points at the first row of another length than the first.
  private static func checkShape(
    _ matrix: CaseInputs,
    _ rows: [[Double]]
  ) throws(CaseFault) {
    let width = rows.first?.count ?? 0
    guard let ragged = rows.firstIndex(where: { $0.count != width }) else { return }
    throw .expected(
      LocalizedText(
        de: "eine Zeile mit \(width) Zahlen (gefunden \(rows[ragged].count))",
        en: "a row of \(width) numbers (found \(rows[ragged].count))"
      ),
      at: matrix.path + [.element(ragged)]
    )
  }

  /// The named error that stands for values without an answer; all else is a malformed problem.
  private func figures(of error: DecisionProblemError) throws(CaseFault) -> CaseFigures {
    let name: String
    switch error {
    case .undefined: name = "undefined"
    case .selection(.weightsAddUpToZero): name = "weights_add_up_to_zero"
    case .selection(.comparisonUnsolved): name = "comparison_unsolved"
    case .unknownMethod:
      throw CaseFault(.unknownName, at: body.path + [.member("method")], error.message)
    case .malformed, .selection:
      throw CaseFault(.shape, at: body.path + place(of: error), error.message)
    }
    var figures = CaseFigures.error(name)
    figures.reason = CaseFault(.undefined, at: body.path, error.message)
    return figures
  }

  /// The part of the problem that an error is about.
  private func place(of error: DecisionProblemError) -> [JSONStep] {
    switch error {
    case .selection(.badWeight): [.member("weights")]
    case .selection: [.member("parameters")]
    case .malformed(let text): Self.path(quotedIn: text.english)
    default: []
    }
  }

  /// The way to the key that a message names first, in quotes.
  private static func path(quotedIn message: String) -> [JSONStep] {
    let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return [] }
    let name = parts[1].split(separator: ",").first ?? ""
    return name.split(separator: ".").map { .member(String($0)) }
  }
}

extension CaseValue {
  /// The same value, read from JSON.
  init(_ json: JSONValue) {
    self =
      switch json {
      case .null: .missing
      case .bool(let flag): .flag(flag)
      case .integer(let number): .number(Double(number))
      case .number(let number): .number(number)
      case .string(let text): .text(text)
      case .array(let elements): .list(elements.map(CaseValue.init))
      case .object(let members): .table(members.map { .init($0.name, CaseValue($0.value)) })
      }
  }
}

extension JSONValue {
  /// The same value for writing; a number that is not finite becomes null.
  init(_ value: CaseValue) {
    self =
      switch value {
      case .missing: .null
      case .flag(let flag): .bool(flag)
      case .number(let number): .finite(number)
      case .text(let text): .string(text)
      case .list(let members): .array(members.map { JSONValue($0) })
      case .table(let entries): .object(entries.map { .init($0.key, JSONValue($0.value)) })
      }
  }

  /// A number, null where there is none that is finite; whole numbers are written as such.
  static func finite(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    return Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  /// A list of numbers, null where one is missing or not finite.
  static func finite(_ numbers: [Double?]) -> JSONValue { .array(numbers.map(JSONValue.finite)) }

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
