// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Collects what is wrong while one programme file is read; reading goes on after each problem.
final class ProgrammeProblems {
  private(set) var errors: [RunError] = []

  func add(
    _ code: ProgrammeCode,
    at position: SourcePosition,
    de german: String,
    en english: String
  ) {
    errors.append(Self.error(code, at: position, de: german, en: english))
  }

  /// One problem as the error that ends a run.
  static func error(
    _ code: ProgrammeCode,
    at position: SourcePosition,
    de german: String,
    en english: String
  ) -> RunError {
    RunError(
      .badProgramme,
      code.rawValue,
      at: position,
      file: position.file,
      LocalizedText(de: german, en: english)
    )
  }

  /// Ends the reading if anything was wrong; `language` is what the file asks for.
  func throwIfAny(language: Language? = nil) throws(ProgrammeErrors) {
    guard let first = errors.first else { return }
    throw ProgrammeErrors(first, Array(errors.dropFirst()), language: language)
  }
}
