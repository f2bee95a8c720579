// SPDX-License-Identifier: Apache-2.0
import CPanel

/// Rows of numbers as the kernels of CPanel take them: read where they lie, block by block.
///
/// Whatever the processor, a result has the same bits; `processor` is for tests.
@safe struct PanelRows: ~Copyable {
  /// Which instructions the kernels may use.
  enum Processor: CaseIterable {
    case best
    case halves
    case plain

    fileprivate var code: panel_processor {
      switch self {
      case .best: panel_best
      case .halves: panel_avx2
      case .plain: panel_plain
      }
    }
  }

  /// Rows of a part; each part is factored for itself, so that parts could go side by side.
  static let part = 512 * Int(PANEL_BLOCK)

  let columns: PanelColumns
  let processor: Processor
  private let sources: UnsafeMutablePointer<Int32>
  private let block: UnsafeMutablePointer<Double>

  init(_ columns: PanelColumns, _ processor: Processor) {
    self.columns = columns
    self.processor = processor
    let count = columns.coefficients + 1
    unsafe sources = .allocate(capacity: count)
    unsafe block = .allocate(capacity: 2 * count * Int(PANEL_BLOCK))
    let wanted = [-1] + columns.predictors + [columns.response]
    for (place, column) in wanted.enumerated() { unsafe sources[place] = Int32(column) }
  }

  deinit {
    unsafe sources.deallocate()
    unsafe block.deallocate()
  }

  private func view(of values: UnsafeBufferPointer<Double>) -> panel_view {
    unsafe panel_view(
      values: values.baseAddress,
      width: columns.width,
      columns: sources,
      count: columns.coefficients + 1
    )
  }

  /// The triangle R of the rows, the response's column last (tall and skinny QR: Demmel, Grigori,
  /// Hoemmen and Langou 2012).
  ///
  /// - Complexity: O(rows · columns²)
  func triangle(_ values: Span<Double>) -> Matrix {
    let count = columns.coefficients + 1
    let rows = columns.rows(in: values.count)
    var whole = Matrix(rows: count, columns: count)
    for start in stride(from: 0, to: rows, by: Self.part) {
      var triangle = Matrix(rows: count, columns: count)
      unsafe values.withUnsafeBufferPointer { buffer in
        var view = unsafe view(of: buffer)
        unsafe panel_factor(
          &view,
          start,
          min(rows, start + Self.part),
          &triangle.elements,
          block,
          processor.code
        )
      }
      merge(triangle, into: &whole)
    }
    return whole
  }

  private func merge(_ triangle: Matrix, into whole: inout Matrix) {
    let places = (0..<Int32(triangle.columns)).map { $0 }
    unsafe places.withUnsafeBufferPointer { places in
      unsafe triangle.elements.withUnsafeBufferPointer { buffer in
        var view = unsafe panel_view(
          values: buffer.baseAddress,
          width: triangle.columns,
          columns: places.baseAddress,
          count: triangle.columns
        )
        unsafe panel_factor(
          &view,
          0,
          triangle.rows,
          &whole.elements,
          block,
          processor.code
        )
      }
    }
  }

  /// What coefficients leave over: the sum of squares and the products with every column, each
  /// computed in twice the precision (Ogita, Rump and Oishi 2005).
  ///
  /// - Complexity: O(rows · columns)
  func residuals(
    _ values: Span<Double>,
    _ coefficients: CompensatedCoefficients
  ) -> (squares: Double, products: [Double]) {
    let count = coefficients.sums.count
    var squares = [0.0, 0.0]
    var products = [Double](repeating: 0, count: 2 * count)
    unsafe values.withUnsafeBufferPointer { buffer in
      var view = unsafe view(of: buffer)
      unsafe panel_residuals(
        &view,
        0,
        columns.rows(in: values.count),
        coefficients.sums,
        coefficients.rests,
        &squares,
        &products,
        block,
        processor.code
      )
    }
    return (
      squares[0] + squares[1],
      (0..<count).map { products[2 * $0] + products[2 * $0 + 1] }
    )
  }

  /// What the sandwich estimators add up over the rows.
  ///
  /// - Complexity: O(rows · columns²)
  func sandwich(
    _ values: Span<Double>,
    _ fit: PanelLeastSquares,
    groups: [Int32]?,
    keepsRows: Bool
  ) -> PanelSandwich {
    let rows = columns.rows(in: values.count)
    precondition(groups.map { $0.count == rows } ?? true, "not one group per row")
    let sums = SandwichMemory(
      fit,
      groups: (groups?.max()).map { Int($0) + 1 } ?? 0,
      rows: keepsRows ? rows : 0
    )
    return unsafe values.withUnsafeBufferPointer { buffer in
      unsafe (groups ?? []).withUnsafeBufferPointer { groups in
        var view = unsafe view(of: buffer)
        var fit = unsafe sums.fit(groups.isEmpty ? nil : groups.baseAddress)
        var result = unsafe sums.sums
        unsafe panel_sandwich(&view, 0, rows, &fit, &result, block, processor.code)
        return unsafe sums.sandwich(most: result.most)
      }
    }
  }
}

/// One piece of memory for all that a sandwich needs and adds up.
@safe private struct SandwichMemory: ~Copyable {
  private let memory: UnsafeMutableBufferPointer<Double>
  private let coefficients: Int
  private let groups: Int
  private let rows: Int

  init(_ fit: PanelLeastSquares, groups: Int, rows: Int) {
    coefficients = fit.coefficients.count
    self.groups = groups
    self.rows = rows
    let start = fit.coefficients + fit.triangle.elements
    let count = start.count + coefficients * (2 + groups) + 2 * rows
    unsafe memory = .allocate(capacity: count)
    unsafe memory.initialize(repeating: 0)
    for (place, value) in start.enumerated() { unsafe memory[place] = value }
  }

  deinit { unsafe memory.deallocate() }

  private var sumsStart: Int { coefficients + (coefficients + 1) * (coefficients + 1) }
  private var groupsStart: Int { sumsStart + 2 * coefficients }
  private var rowsStart: Int { groupsStart + groups * coefficients }

  private func pointer(_ place: Int) -> UnsafeMutablePointer<Double>? {
    unsafe memory.baseAddress.map { unsafe $0 + place }
  }

  func fit(_ groups: UnsafePointer<Int32>?) -> panel_fit {
    unsafe panel_fit(
      coefficients: pointer(0),
      triangle: pointer(coefficients),
      groups: groups
    )
  }

  var sums: panel_sums {
    unsafe panel_sums(
      fitted: rows > 0 ? pointer(rowsStart) : nil,
      leverage: rows > 0 ? pointer(rowsStart + rows) : nil,
      equal: pointer(sumsStart),
      left_out: pointer(sumsStart + coefficients),
      groups: pointer(groupsStart),
      most: 0
    )
  }

  private func copy(_ start: Int, _ count: Int) -> [Double] {
    unsafe Array(memory[start..<start + count])
  }

  func sandwich(most: Double) -> PanelSandwich {
    PanelSandwich(
      equal: copy(sumsStart, coefficients),
      leftOut: copy(sumsStart + coefficients, coefficients),
      groups: Matrix(
        rows: groups,
        columns: coefficients,
        elements: copy(groupsStart, groups * coefficients)
      ),
      largestLeverage: most,
      fitted: copy(rowsStart, rows),
      leverage: copy(rowsStart + rows, rows)
    )
  }
}
