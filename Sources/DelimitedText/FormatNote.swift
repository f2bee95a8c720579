// SPDX-License-Identifier: Apache-2.0

/// A short fact that decided how a file is read, in both languages.
package struct FormatNote: Sendable, Equatable {
  /// The German wording.
  package let german: String
  /// The English wording.
  package let english: String

  /// Pairs the wordings.
  init(de german: String, en english: String) {
    self.german = german
    self.english = english
  }
}
