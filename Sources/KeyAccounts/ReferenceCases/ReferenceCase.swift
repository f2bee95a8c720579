// SPDX-License-Identifier: Apache-2.0
import Accounts
package import Reporting

/// One problem with, if it is a reference case, the answer it should have.
package struct ReferenceCase: Sendable {
  /// Which of the two formats the case has.
  package enum Kind: String, Sendable {
    /// A bare decision problem.
    case method
    /// A case of a family of OKR figures.
    case family
  }

  /// The name of the case; the file's where it has none.
  package var id: String
  /// The format.
  package var kind: Kind
  /// The method or family, nil when the file does not say.
  package var name: String?
  /// The file as the user named it.
  package var file: String
  /// The case with its place.
  let body: CaseInputs

  /// The answer it should have, nil where the file gives none.
  package var expected: JSONValue? { body.json["expected"] }
}
