// SPDX-License-Identifier: Apache-2.0
public import Accounts

/// Everything that is wrong with one programme file, so that it can be mended in one go.
public struct ProgrammeErrors: Error, Equatable, Sendable {
  /// The problems by line and column; never empty.
  public let errors: [RunError]
  /// The language that the file asks for, as far as it could be read.
  public let language: Language?

  /// Collects problems in the order of their places in the file.
  package init(_ first: RunError, _ others: [RunError] = [], language: Language? = nil) {
    self.language = language
    errors = ([first] + others).sorted(by: Self.isOrderedBefore)
  }

  /// The kind that decides the exit status: that of the first problem.
  public var kind: RunError.Kind { errors.first?.kind ?? .badProgramme }

  private static func isOrderedBefore(_ a: RunError, _ b: RunError) -> Bool {
    let (x, y) = (a.position, b.position)
    if x?.file != y?.file { return (x?.file ?? "").isBytewiseLess(than: y?.file ?? "") }
    if x?.line != y?.line { return (x?.line ?? 0) < (y?.line ?? 0) }
    if x?.column != y?.column { return (x?.column ?? 0) < (y?.column ?? 0) }
    if a.code != b.code { return a.code.isBytewiseLess(than: b.code) }
    return a.message.english.isBytewiseLess(than: b.message.english)
  }
}
