// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Why a reference case is no problem that could be solved: where in the file, and what was
/// expected there.
struct CaseFault: Error, Equatable, Sendable {
  /// The way to the value, from the top of the document.
  var path: [JSONStep]
  /// The code of the finding.
  var code: FileCode
  /// What is wrong.
  var message: LocalizedText

  /// A fault of its own kind.
  init(_ code: FileCode, at path: [JSONStep], _ message: LocalizedText) {
    self.path = path
    self.code = code
    self.message = message
  }

  /// A key that must be there is not.
  static func missing(_ key: String, at path: [JSONStep]) -> CaseFault {
    CaseFault(
      .shape,
      at: path,
      LocalizedText(de: "Schlüssel '\(key)' fehlt", en: "key '\(key)' is missing")
    )
  }

  /// The value at `path` is something else than what was expected.
  static func expected(_ wanted: LocalizedText, at path: [JSONStep]) -> CaseFault {
    let name = path.described
    return CaseFault(
      .shape,
      at: path,
      LocalizedText(
        de: "bei '\(name)' wird \(wanted.german) erwartet",
        en: "expected \(wanted.english) at '\(name)'"
      )
    )
  }
}

/// The codes of files with decision problems and reference cases.
enum FileCode: String, Sendable, CaseIterable {
  /// The text is not JSON.
  case syntax = "K-D080"
  /// A key is missing or holds something of the wrong kind.
  case shape = "K-D081"
  /// The method or family is not known.
  case unknownName = "K-D082"
  /// The problem is in order, but has no answer.
  case undefined = "K-D083"
  /// A file holds no reference case.
  case noCase = "K-D084"
}

extension [JSONStep] {
  /// The way in words, such as `cases[2].inputs.items`.
  var described: String {
    reduce(into: "") { text, step in
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let index): text += "[\(index)]"
      }
    }
  }
}
