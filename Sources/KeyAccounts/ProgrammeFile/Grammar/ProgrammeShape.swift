// SPDX-License-Identifier: Apache-2.0

/// What may stand at one place of the programme file.
///
/// The reader and the published JSON Schema both follow these declarations, so that neither can know
/// a key that the other does not.
indirect enum ProgrammeShape: Sendable, Equatable {
  case text
  case number(atLeast: Double?)
  case integer(atLeast: Int)
  case choice([String])
  /// Exactly this whole number.
  case constant(Int)
  case list(ProgrammeShape)
  /// A list that may be empty.
  case openList(ProgrammeShape)
  /// A mapping whose keys the user chooses.
  case names(ProgrammeShape)
  case section(ProgrammeSection)
  case either([ProgrammeShape])

  /// A column: its header, or header and occurrence.
  static let column = ProgrammeShape.either([.text, .section(.column)])

  /// The words of an enumeration.
  static func oneOf<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> ProgrammeShape
  where Choice.RawValue == String {
    .choice(type.allCases.map(\.rawValue))
  }
}

/// One key of a section.
struct ProgrammeKey: Sendable, Equatable {
  let name: String
  let shape: ProgrammeShape
  let isRequired: Bool
  let summary: String

  /// An optional key.
  init(_ name: String, _ shape: ProgrammeShape, _ summary: String) {
    self.init(name, shape, isRequired: false, summary)
  }

  private init(_ name: String, _ shape: ProgrammeShape, isRequired: Bool, _ summary: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
  }

  /// A key without which the section means nothing.
  static func required(
    _ name: String,
    _ shape: ProgrammeShape,
    _ summary: String
  ) -> ProgrammeKey {
    ProgrammeKey(name, shape, isRequired: true, summary)
  }
}

/// The mappings with fixed keys that a programme file is made of.
enum ProgrammeSection: String, CaseIterable, Sendable {
  case root, programme
  case source, sourceFormat, format, column, accountColumn, constantPeriod, currency, value, sign
  case accounts, parent, rates
  case criterion, scale, weighting, bestWorst, method
  case shortlist, capacity, quota
  case matrix, robustness, scenario, scenarioFile, scenarioList
  case okr, okrFile, okrConstant, okrProfile

  /// The keys of the section, in the order of the documentation.
  var keys: [ProgrammeKey] {
    switch self {
    case .root: Self.rootKeys
    case .programme: Self.programmeKeys
    case .source, .sourceFormat, .format, .column, .accountColumn, .constantPeriod, .currency,
      .value, .sign:
      sourceKeys
    case .accounts, .parent, .rates: accountKeys
    case .criterion, .scale, .weighting, .bestWorst, .method: selectionKeys
    case .shortlist, .capacity, .quota: shortlistKeys
    case .matrix, .robustness, .scenario, .scenarioFile, .scenarioList: analysisKeys
    case .okr, .okrFile, .okrConstant, .okrProfile: okrKeys
    }
  }
}
