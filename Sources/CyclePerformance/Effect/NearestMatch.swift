// SPDX-License-Identifier: Apache-2.0
import Accounts
import Statistics

/// Accounts with OKRs beside the most similar accounts without.
///
/// Similar is near in z-values of the covariates (standard deviation of the sample of all rows);
/// a control may serve several times, of equally near ones the first by id does.
package struct NearestMatch: Sendable, Equatable {
  /// The pairs of accounts, by id of the one with OKRs.
  package let pairs: [(treated: String, control: String)]
  /// How much more the account with OKRs changed, pair by pair.
  package let differences: [Double]
  /// How far the arms lie apart before matching, per covariate, in standard deviations; nil where
  /// neither arm varies.
  package let standardisedDifferences: [Double?]

  /// The mean of ``differences``.
  package var effect: Double { Sample.mean(differences) }

  /// Matches `rows` by their covariates, of which all have the same number.
  ///
  /// - Complexity: O(treated · control · covariates)
  package init(
    _ rows: [DifferenceInDifferences.Row]
  ) throws(DifferenceInDifferences.TooFewRows) {
    try DifferenceInDifferences.TooFewRows.check(rows)
    let ordered = rows.sorted { $0.account.isBytewiseLess(than: $1.account) }
    let columns = rows[0].covariates.indices
    let deviations = columns.map { column in
      Sample.variance(ordered.map { $0.covariates[column] }).squareRoot()
    }
    let (okr, other) = (ordered.filter(\.hasOKR), ordered.filter { !$0.hasOKR })
    let partners = okr.map { Self.nearest(to: $0, among: other, deviations) }
    pairs = zip(okr, partners).map { ($0.account, $1.account) }
    differences = zip(okr, partners).map { $0.change - $1.change }
    standardisedDifferences = columns.map { column in
      let (a, b) = (okr.map { $0.covariates[column] }, other.map { $0.covariates[column] })
      let spread = ((Sample.variance(a) + Sample.variance(b)) / 2).squareRoot()
      return spread > 0 ? (Sample.mean(a) - Sample.mean(b)) / spread : nil
    }
  }

  private static func nearest(
    to row: DifferenceInDifferences.Row,
    among others: [DifferenceInDifferences.Row],
    _ deviations: [Double]
  ) -> DifferenceInDifferences.Row {
    var best = (row: others[0], distance: Double.infinity)
    for other in others {
      let distance = deviations.indices.reduce(0.0) { sum, column in
        guard deviations[column] > 0 else { return sum }
        let gap = (row.covariates[column] - other.covariates[column]) / deviations[column]
        return sum + gap * gap
      }
      // Rounding must not decide between two that are equally near.
      if distance < best.distance - 1e-12 { best = (other, distance) }
    }
    return best.row
  }

  package static func == (a: NearestMatch, b: NearestMatch) -> Bool {
    a.differences == b.differences && a.standardisedDifferences == b.standardisedDifferences
      && a.pairs.elementsEqual(b.pairs, by: ==)
  }
}
