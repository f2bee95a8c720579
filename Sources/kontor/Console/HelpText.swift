// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser

/// Help in the language of `--language`, else of the environment.
enum HelpText {
  private static let language = asked(in: CommandLine.arguments) ?? .ofEnvironment

  /// The wording in the language of the user.
  static func words(de german: String, en english: String) -> String {
    LocalizedText(de: german, en: english)(language)
  }

  /// The help of an option or argument.
  static func help(
    de german: String,
    en english: String,
    valueName: String? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: words(de: german, en: english)).named(valueName)
  }

  /// A help page with the library's own words in the language of the user.
  static func page(_ text: String) -> String {
    guard language == .german else { return text }
    return words.reduce(text) { text, word in
      text.split(separator: word.english, omittingEmptySubsequences: false)
        .joined(separator: word.german)
    }
  }

  /// The value of `--language` before the command line is parsed.
  private static func asked(in arguments: [String]) -> Language? {
    let name = "--language"
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix(name + "=") {
        return Language(rawValue: String(argument.dropFirst(name.count + 1)))
      }
      if argument == name, index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
    }
    return nil
  }

  private static let words: [(english: String, german: String)] = [
    ("OVERVIEW: ", "ÜBERBLICK: "), ("USAGE: ", "AUFRUF: "), ("\nARGUMENTS:\n", "\nARGUMENTE:\n"),
    ("\nOPTIONS:\n", "\nOPTIONEN:\n"), ("\nSUBCOMMANDS:\n", "\nBEFEHLE:\n"),
    ("default: ", "Standard: "), ("(values:", "(Werte:"),
    ("Show help information.", "Diese Hilfe zeigen."), ("Show the version.", "Die Version zeigen."),
    (
      "See 'kontor help <subcommand>' for detailed help.",
      "'kontor help <subcommand>' hilft zu einem Befehl weiter."
    ),
  ]
}

extension ArgumentHelp {
  /// The same help with a name for the value.
  fileprivate func named(_ valueName: String?) -> ArgumentHelp {
    guard let valueName else { return self }
    return ArgumentHelp(abstract, valueName: valueName)
  }
}
