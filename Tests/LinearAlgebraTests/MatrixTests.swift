// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  @Test func storesRowAfterRow() throws {
    let a = try #require(Matrix([[1, 2, 3], [4, 5, 6]]))
    #expect(a.elements == [1, 2, 3, 4, 5, 6])
    #expect(a[1, 0] == 4 && a.row(1) == [4, 5, 6] && a.column(2) == [3, 6])
    #expect(a.transposed() == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(!a.isSquare && Matrix.identity(2) == Matrix([[1, 0], [0, 1]]))
  }

  @Test func refusesRaggedRows() {
    #expect(Matrix([[1, 2], [3]]) == nil)
    #expect(Matrix([[Double]]()) == Matrix(rows: 0, columns: 0))
  }
}
