// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra
import Testing

/// Seeded numbers in -1..<1 for test matrices (Knuth's 64-bit linear congruence).
struct SeededNumbers {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 52) - 1
  }

  mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in next() })
  }
}

/// The largest absolute difference of two equally long lists.
func deviation(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).map { ($0 - $1).magnitude }.max() ?? 0
}

@Suite struct KernelTests {
  /// Rounding of sums of up to 60 products of numbers below 1 stays well below this.
  let tolerance = 1e-11

  @Test(arguments: [(1, 1, 1), (3, 5, 2), (17, 8, 33), (60, 40, 1), (0, 3, 2), (2, 0, 3)])
  func productsAgreeWithTheDefinition(_ m: Int, _ k: Int, _ n: Int) {
    var numbers = SeededNumbers(state: UInt64(m * 10_000 + k * 100 + n))
    let (a, b) = (numbers.matrix(m, k), numbers.matrix(k, n))
    let product = MatrixProducts.product(a, b)
    #expect(product.rows == m && product.columns == n)
    #expect(deviation(product.elements, ReferenceAlgebra.product(a, b).elements) < tolerance)
    let x = numbers.matrix(k, 1).elements
    let image = MatrixProducts.product(a, x)
    #expect(image.count == m)
    #expect(deviation(image, ReferenceAlgebra.product(a, x)) < tolerance)
    let gram = MatrixProducts.gram(a)
    #expect(gram == gram.transposed())
    #expect(deviation(gram.elements, ReferenceAlgebra.gram(a).elements) < tolerance)
  }

  @Test(arguments: [1, 2, 5, 30]) func choleskyAgreesWithItsTwin(_ n: Int) throws {
    var numbers = SeededNumbers(state: UInt64(n))
    var a = ReferenceAlgebra.gram(numbers.matrix(n + 5, n))
    for i in 0..<n { a[i, i] += 1 }
    let factor = try Cholesky(a)
    #expect(
      deviation(factor.lower.elements, try ReferenceAlgebra.choleskyFactor(a).elements)
        < tolerance
    )
    let b = numbers.matrix(n, 2)
    let x = factor.solve(b)
    #expect(deviation(ReferenceAlgebra.product(a, x).elements, b.elements) < 1e-10)
    let twin = ReferenceAlgebra.solve(lower: factor.lower, b.column(1))
    #expect(deviation(x.column(1), twin) < 1e-10)
  }

  @Test func choleskyNamesTheMinorThatFails() throws {
    let indefinite = try #require(Matrix([[1, 0, 0], [0, -1, 0], [0, 0, 1]]))
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) { try Cholesky(indefinite) }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(order: 2)) {
      try ReferenceAlgebra.choleskyFactor(indefinite)
    }
  }

  @Test(arguments: [1, 2, 7, 25]) func symmetricEigenvaluesAgreeWithJacobi(_ n: Int) throws {
    var numbers = SeededNumbers(state: UInt64(100 + n))
    let half = numbers.matrix(n, n)
    var a = half
    for i in 0..<n { for j in 0..<n { a[i, j] = half[i, j] + half[j, i] } }
    let system = try EigenSolver.symmetric(a)
    #expect(
      deviation(system.values, ReferenceAlgebra.symmetricEigenvalues(a, sweeps: 15)) < tolerance
    )
    for k in 0..<n {
      let v = system.vectors.column(k)
      let image = ReferenceAlgebra.product(a, v)
      #expect(deviation(image, v.map { $0 * system.values[k] }) < 1e-10)
    }
  }

  @Test(arguments: [1, 2, 3, 9]) func principalEigenPairAgreesWithPowerIteration(_ n: Int) throws {
    var numbers = SeededNumbers(state: UInt64(200 + n))
    let a = Matrix(rows: n, columns: n, elements: (0..<n * n).map { _ in numbers.next() + 1.5 })
    let pair = try EigenSolver.principal(a)
    let twin = ReferenceAlgebra.principalEigenPair(a, iterations: 200)
    #expect((pair.value - twin.value).magnitude < tolerance)
    #expect(deviation(pair.vector, twin.vector) < tolerance)
    #expect((pair.vector.reduce(0, +) - 1).magnitude < tolerance)
  }

  @Test func leastSquaresAgreeWithTheNormalEquations() throws {
    var numbers = SeededNumbers(state: 300)
    let (a, b) = (numbers.matrix(20, 4), numbers.matrix(20, 2))
    let fit = try LeastSquares.solve(a, b, relativeCutoff: -1)
    #expect(fit.rank == 4 && fit.singularValues == fit.singularValues.sorted(by: >))
    for k in 0..<2 {
      let twin = try ReferenceAlgebra.leastSquares(a, b.column(k))
      #expect(deviation(fit.coefficients.column(k), twin) < 1e-10)
    }
  }

  @Test func leastSquaresAnswerCollinearColumnsWithTheLeastNorm() throws {
    let a = try #require(Matrix([[1, 1], [2, 2], [3, 3]]))
    let fit = try LeastSquares.solve(
      a,
      Matrix(rows: 3, columns: 1, elements: [2, 4, 6]),
      relativeCutoff: 1e-10
    )
    #expect(fit.rank == 1)
    #expect(deviation(fit.coefficients.elements, [1, 1]) < tolerance)
  }

  @Test func leastSquaresAnswerFewerEquationsThanUnknowns() throws {
    let a = try #require(Matrix([[3, 4]]))
    let fit = try LeastSquares.solve(
      a,
      Matrix(rows: 1, columns: 1, elements: [25]),
      relativeCutoff: -1
    )
    #expect(deviation(fit.coefficients.elements, [3, 4]) < tolerance)
  }

  @Test(arguments: [Double.nan, .infinity]) func decompositionsRefuseWhatIsNotFinite(
    _ bad: Double
  ) {
    let a = Matrix(rows: 1, columns: 1, elements: [bad])
    #expect(throws: LinearAlgebraError.nonFiniteInput) { try EigenSolver.symmetric(a) }
    #expect(throws: LinearAlgebraError.nonFiniteInput) { try EigenSolver.principal(a) }
    #expect(throws: LinearAlgebraError.nonFiniteInput) { try Cholesky(a) }
    #expect(throws: LinearAlgebraError.nonFiniteInput) {
      try LeastSquares.solve(a, a, relativeCutoff: -1)
    }
  }

  @Test func emptyMatricesHaveEmptyAnswers() throws {
    let none = Matrix(rows: 0, columns: 0)
    #expect(try EigenSolver.symmetric(none).values.isEmpty)
    #expect(try Cholesky(none).solve(none).elements.isEmpty)
    #expect(try LeastSquares.solve(none, none, relativeCutoff: -1).rank == 0)
    #expect(MatrixProducts.gram(none) == none)
  }
}
