// SPDX-License-Identifier: Apache-2.0
import CSolver

/// Solves linear models, with or without whole numbers, by COIN-OR's CBC (Forrest and others).
///
/// One thread, no clock: a search ends after a number of nodes, so the same model gives the same
/// answer. Values of whole columns come as the solver has them, within 1e-9 of whole numbers.
enum LinearSolver {
  /// Nodes of the search tree after which a search ends; lists of accounts need few hundred.
  static let usualNodeLimit = 50_000

  /// The values that maximise the objective of `model`.
  ///
  /// *Edge cases* A model without columns is solved by no values where no row demands anything.
  static func outcome(of model: LinearModel, nodeLimit: Int = usualNodeLimit) -> LinearOutcome {
    guard !model.columns.isEmpty else {
      let isMet = model.rows.allSatisfy { $0.lower <= 0 && $0.upper >= 0 }
      return isMet ? .solved(values: [], bound: 0, isProved: true) : .infeasible
    }
    let entries = CompressedColumns(model)
    var values = [Double](repeating: 0, count: model.columns.count)
    var bound = 0.0
    let status = unsafe csolver_solve(
      Int32(model.columns.count),
      Int32(model.rows.count),
      entries.starts,
      entries.rows,
      entries.factors,
      model.columns.map { finite($0.lower) },
      model.columns.map { finite($0.upper) },
      model.columns.map { -$0.objective },
      model.columns.map { $0.isWhole ? 1 : 0 },
      model.rows.map { finite($0.lower) },
      model.rows.map { finite($0.upper) },
      Int32(clamping: nodeLimit),
      &values,
      &bound
    )
    switch status {
    case csolver_optimal: return .solved(values: values, bound: -bound, isProved: true)
    case csolver_limited: return .solved(values: values, bound: -bound, isProved: false)
    case csolver_infeasible: return .infeasible
    case csolver_absent: return .absent
    default: return .unsolved
    }
  }

  /// The solver's word for no bound is the largest number.
  private static func finite(_ bound: Double) -> Double {
    max(-.greatestFiniteMagnitude, min(.greatestFiniteMagnitude, bound))
  }
}

/// The factors of a model column by column, rows ascending.
private struct CompressedColumns {
  var starts: [Int32] = [0]
  var rows: [Int32] = []
  var factors: [Double] = []

  init(_ model: LinearModel) {
    var columns = [[(row: Int32, factor: Double)]](repeating: [], count: model.columns.count)
    for (index, row) in model.rows.enumerated() {
      for (column, factor) in row.factors { columns[column].append((Int32(index), factor)) }
    }
    for column in columns {
      rows += column.map(\.row)
      factors += column.map(\.factor)
      starts.append(Int32(rows.count))
    }
  }
}
