// SPDX-License-Identifier: Apache-2.0

/// A language that Kontor writes for people.
public enum Language: String, Sendable, CaseIterable {
  /// German, the language of most programmes.
  case german = "de"
  /// English.
  case english = "en"
}

/// One text for people, in every language that Kontor writes.
///
/// Data files carry stable English column names; only messages, labels and reports are localized.
public struct LocalizedText: Sendable, Hashable {
  /// The German wording.
  public let german: String
  /// The English wording.
  public let english: String

  /// Pairs a German with an English wording.
  public init(de german: String, en english: String) {
    self.german = german
    self.english = english
  }

  /// Uses one wording for both languages, for names and figures that need no translation.
  public init(_ text: String) {
    self.init(de: text, en: text)
  }

  /// A plain decimal number with the mark of each language.
  package init(decimal plain: String) {
    self.init(de: plain.split(separator: ".").joined(separator: ","), en: plain)
  }

  /// The wording in `language`.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }
}
