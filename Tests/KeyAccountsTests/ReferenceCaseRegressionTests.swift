// SPDX-License-Identifier: Apache-2.0
import KeyAccounts
import Reporting
import Testing

/// Figures worked out by hand for small samples.
@Suite struct ReferenceCaseRegressionTests {
  private func agree(_ found: JSONValue?, _ wanted: [Double]) -> Bool {
    guard let found = found?.numbers, found.count == wanted.count else { return false }
    return zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test func leastSquaresThroughFourPoints() throws {
    // y = 1 + 2x with residuals +1, -1, -1, +1 at x = 0, 1, 2, 3.
    let fit = try CaseText.figures(
      "ols",
      #"{"X": [[0], [1], [2], [3]], "y": [2, 2, 4, 8], "groups": ["a", "a", "b", "b"]}"#
    )
    #expect(agree(fit["coef"], [1, 2]))
    #expect(agree(fit["fitted"], [1, 3, 5, 7]))
    #expect(agree(fit["leverage"], [0.7, 0.3, 0.3, 0.7]))
    #expect(agree(fit["se"], [1.4, 0.4].map { $0.squareRoot() }))
    #expect(fit["r2"]?.double.map { abs($0 - 20.0 / 24) < 1e-12 } == true)
    #expect(fit["clusters"] == .integer(2))
    #expect(fit["reason"] == .null)
  }

  @Test func leastSquaresDoesNotDependOnUnits() throws {
    let plain = try CaseText.figures("ols", #"{"X": [[1], [2], [4], [7]], "y": [1, 3, 2, 5]}"#)
    let scaled = try CaseText.figures(
      "ols",
      #"{"X": [[1e9], [2e9], [4e9], [7e9]], "y": [1, 3, 2, 5]}"#
    )
    #expect(agree(scaled["fitted"], plain["fitted"]?.numbers ?? []))
    #expect(agree(scaled["p"], plain["p"]?.numbers ?? []))
  }

  @Test func leastSquaresNamesWhatItCannotDo() throws {
    let few = try CaseText.figures("ols", #"{"X": [[1], [2]], "y": [1, 2]}"#)
    #expect(few == ["error": "too_few_rows", "n": .integer(2), "k": .integer(2)])
    let collinear = try CaseText.figures(
      "ols",
      #"{"X": [[1, 2], [2, 4], [3, 6], [5, 10]], "y": [1, 2, 3, 4]}"#
    )
    #expect(collinear == ["error": "rank_deficient", "rank": .integer(2), "k": .integer(3)])
    let zeros = try CaseText.figures("ols", #"{"X": [[0], [0], [0]], "y": [1, 2, 3]}"#)
    #expect(zeros == ["error": "rank_deficient", "rank": .integer(1), "k": .integer(2)])
    let constant = try CaseText.figures("ols", #"{"X": [[1], [2], [3]], "y": [4, 4, 4]}"#)
    #expect(constant["r2"] == .null)
    #expect(constant["reason"] == "constant_response")
    #expect(agree(constant["coef"], [4, 0]))
  }

  @Test func ridgeWithoutAPriceIsLeastSquares() throws {
    let ridge = try CaseText.figures(
      "ridge",
      #"{"X": [[0], [1], [2], [3]], "y": [2, 2, 4, 8], "lambdas": [0, 4]}"#
    )
    let path = try #require(ridge["path"]?.elements)
    #expect(agree(path[0]["coef"], [2]))
    #expect(agree(.array([path[0]["intercept"] ?? .null, path[0]["df"] ?? .null]), [1, 2]))
    // The standardised column has length 2, so a price of 4 halves the coefficient.
    #expect(agree(path[1]["coef"], [1]))
    #expect(agree(.array([path[1]["df"] ?? .null]), [1.5]))
    let constant = try CaseText.figures(
      "ridge",
      #"{"X": [[1, 5], [2, 5]], "y": [1, 2], "lambdas": [1]}"#
    )
    #expect(constant == ["error": "constant_column", "columns": [.integer(1)]])
  }

  private static let rows = #"""
    [{"account": "a", "okr": true, "pre": 10, "post": 15, "size": 1},
     {"account": "b", "okr": true, "pre": 20, "post": 27, "size": 9},
     {"account": "c", "okr": false, "pre": 12, "post": 13, "size": 8},
     {"account": "d", "okr": false, "pre": 18, "post": 21, "size": 2}]
    """#

  @Test func differencesOfChanges() throws {
    let did = try CaseText.figures("did", #"{"rows": \#(Self.rows)}"#)
    // Changes 5 and 7 against 1 and 3; of six splits two differ by 4.
    #expect(did["did"] == .integer(4))
    #expect(agree(.array([did["se_welch"] ?? .null]), [2].map { $0.squareRoot() }))
    #expect(agree(.array([did["se_classical"] ?? .null]), [2].map { $0.squareRoot() }))
    #expect(agree(.array([did["permutation_p"] ?? .null]), [1.0 / 3]))
    #expect(did["means"]?["okr_post"] == .integer(21))
  }

  @Test func nearestMatches() throws {
    let match = try CaseText.figures(
      "did",
      #"{"rows": \#(Self.rows), "covariates": ["size"]}"#
    )
    #expect(match["pairs"] == [["a", "d"], ["b", "c"]])
    #expect(match["diffs"]?.numbers == [2, 6])
    #expect(match["att"] == .integer(4))
    let tied = try CaseText.figures(
      "did",
      #"{"rows": \#(Self.rows.replacing("\"size\": 8", with: "\"size\": 2")), "#
        + #""covariates": ["size"]}"#
    )
    #expect(tied["pairs"] == [["a", "c"], ["b", "c"]])
    let few = try CaseText.figures(
      "did",
      #"{"rows": [{"account": "a", "okr": true, "pre": 1, "post": 1}]}"#
    )
    #expect(few == ["error": "too_few_rows", "n_treated": .integer(1), "n_control": .integer(0)])
  }
}
