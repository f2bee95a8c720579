// SPDX-License-Identifier: Apache-2.0

extension OKRMapping.FileKind {
  /// The kind of OKR file that a header belongs to; nil for files about anything else.
  ///
  /// It must name all columns that such a file cannot do without, and the ones that tell it from
  /// lists of other things. What all rows have in common, as a sheet of one cycle has its cycle, need
  /// not be a column.
  ///
  /// - Parameters:
  ///   - header: the texts of the header.
  ///   - constants: columns that are known without the file.
  package init?(header: [String], constants: Set<OKRColumn> = []) {
    let found = Self.inOrderOfDetail.first { kind in
      let known = constants.union(Self.columns(of: header, in: kind))
      return known.isSuperset(of: OKRColumn.required(in: kind))
        && kind.marks.allSatisfy { !known.isDisjoint(with: $0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// The columns that a header names in a file of `kind`.
  package static func columns(of header: [String], in kind: Self) -> [OKRColumn] {
    HeaderMatcher(kind: kind, file: OKRMapping.File("")).match(header, line: 1)
      .columns.map(\.column)
  }

  /// Kinds with more columns of their own first.
  private static let inOrderOfDetail: [Self] = [
    .plan, .keyResults, .objectives, .milestones, .moals, .checkins, .reviews, .cycles,
  ]

  /// Of each group at least one column must be there.
  private var marks: [Set<OKRColumn>] {
    switch self {
    case .plan: [[.kind, .baseline, .target, .current, .typedProgress]]
    case .checkins: [[.keyResult, .number], [.date, .week], [.value, .zone]]
    case .reviews: [[.rightFocus, .nextFocus, .learned]]
    default: []
    }
  }
}
