// SPDX-License-Identifier: Apache-2.0
import Accounts
import ArgumentParser
import KeyAccounts

/// When to colour messages.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Prints for people: results to stdout, everything else to stderr.
struct Console: Sendable {
  let language: Language
  let color: ColorChoice
  let isQuiet: Bool

  /// How many findings of one code are shown before the rest is only counted.
  private static let shownPerCode = 5

  /// Writes data to stdout, byte for byte.
  func output(_ bytes: [UInt8]) { Stream.output.write(bytes) }

  /// Writes data to stdout.
  func output(_ text: String) { output(Array(text.utf8)) }

  /// Writes a line to stderr unless quiet.
  func note(_ text: String) {
    guard !isQuiet else { return }
    Stream.error.write(Array((text + "\n").utf8))
  }

  /// Writes a line to stderr unless quiet.
  func note(_ text: LocalizedText) { note(text(language)) }

  /// Writes an error to stderr, always.
  func error(_ text: String) { Stream.error.write(Array((text + "\n").utf8)) }

  /// Prints what stopped a run, the way compilers do.
  func failure(_ failure: RunError) {
    var place = failure.file.map { "\($0): " } ?? ""
    if let position = failure.position {
      place = "\(position.file):\(position.line):\(position.column): "
    }
    error("\(place)\(label(.error, failure.code)): \(failure.message(language))")
  }

  /// Prints error findings, and warnings unless quiet, few of a kind, and counts the rest.
  func findings(_ findings: FindingList) {
    var shown: [String: Int] = [:]
    for index in findings.indices {
      let kind = findings.kind(at: index)
      guard isPrinted(kind.severity) else { continue }
      let count = shown[kind.code, default: 0] + 1
      shown[kind.code] = count
      if count <= Self.shownPerCode { error(line(findings[index])) }
    }
    for (code, count) in shown.sorted(by: { $0.key < $1.key }) where count > Self.shownPerCode {
      let more = count - Self.shownPerCode
      error(
        LocalizedText(
          de: "… und \(more) weitere \(code), alle in findings.csv",
          en: "… and \(more) more \(code), all in findings.csv"
        )(language)
      )
    }
  }

  private func isPrinted(_ severity: Finding.Severity) -> Bool {
    severity == .error || severity == .warning && !isQuiet
  }

  /// One finding on one line: place, severity, code, message.
  func line(_ finding: Finding) -> String {
    // A column without a line would be read as a line.
    let column = finding.line == nil ? nil : finding.column
    let place = [finding.file, finding.line.map(String.init), column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let start = place.isEmpty ? "" : place + ": "
    return "\(start)\(label(finding.severity, finding.code)): \(finding.message(language))"
  }

  private func label(_ severity: Finding.Severity, _ code: String) -> String {
    let text = "\(severity.rawValue)[\(code)]"
    guard usesColor else { return text }
    let tint = severity == .error ? "31" : severity == .warning ? "33" : "36"
    return "\u{1B}[1;\(tint)m\(text)\u{1B}[0m"
  }

  private var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Stream.error.isTerminal && Environment.value("NO_COLOR") == nil
        && Environment.value("TERM") != "dumb"
    }
  }
}

extension Language {
  /// The language of the user's environment, for messages only.
  static var ofEnvironment: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { Environment.value($0) }.first ?? ""
    return locale.hasPrefix("de") ? .german : .english
  }
}

extension Console {
  /// A console in the language of the environment.
  static let plain = Console(language: .ofEnvironment, color: .auto, isQuiet: false)
}
