// SPDX-License-Identifier: Apache-2.0
import Accounts
import Glibc

/// Reads the bytes of a programme file as text, and refuses what cannot be one.
enum ProgrammeText {
  /// The largest programme file in bytes; a real one has a few thousand.
  static let largestSize = 4 << 20
  /// Endings of files that hold figures, which people hand over in place of a programme.
  private static let exportEndings = [".csv", ".tsv", ".csv.gz", ".xls", ".xlsx"]

  /// The whole text of the file at `path`.
  static func read(_ path: String) throws(ProgrammeErrors) -> String {
    let bytes = try bytes(of: path)
    let start = SourcePosition(file: path, line: 1, column: 1)
    guard !exportEndings.contains(where: path.lowercased().hasSuffix) else {
      throw ProgrammeErrors(
        ProgrammeProblems.error(
          .unreadableText,
          at: start,
          de: "'\(path)' ist ein Export, keine Programmdatei; 'kontor init --from \(path)' schlägt "
            + "eine vor",
          en: "'\(path)' is an export, no programme file; 'kontor init --from \(path)' proposes one"
        )
      )
    }
    guard bytes.count <= largestSize else {
      throw ProgrammeErrors(
        ProgrammeProblems.error(
          .unreadableText,
          at: start,
          de: "die Programmdatei ist größer als 4 MB; ist '\(path)' eine Programmdatei?",
          en: "the programme file is larger than 4 MB; is '\(path)' a programme file?"
        )
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProgrammeErrors(
        ProgrammeProblems.error(
          .unreadableText,
          at: start,
          de: "die Programmdatei ist kein UTF-8; bitte als UTF-8 speichern",
          en: "the programme file is not UTF-8; save it as UTF-8"
        )
      )
    }
    return text
  }

  /// At most one byte more than the largest size, so that a mistaken path to a huge export costs
  /// nothing.
  private static func bytes(of path: String) throws(ProgrammeErrors) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw unreadable(path, errno) }
    defer { unsafe fclose(file) }
    var buffer = [UInt8](repeating: 0, count: largestSize + 1)
    let count = unsafe fread(&buffer, 1, buffer.count, file)
    guard unsafe ferror(file) == 0 else { throw unreadable(path, errno) }
    return Array(buffer[..<count])
  }

  private static func unreadable(_ path: String, _ reason: Int32) -> ProgrammeErrors {
    let message =
      switch reason {
      case EISDIR:
        LocalizedText(
          de: "'\(path)' ist ein Ordner, erwartet ist eine Programmdatei",
          en: "'\(path)' is a folder, expected a programme file"
        )
      case EACCES, EPERM:
        LocalizedText(
          de: "die Programmdatei '\(path)' darf nicht gelesen werden",
          en: "the programme file '\(path)' may not be read"
        )
      default:
        LocalizedText(
          de: "die Programmdatei '\(path)' fehlt; 'kontor init' legt eine an",
          en: "the programme file '\(path)' is missing; 'kontor init' writes one"
        )
      }
    return ProgrammeErrors(
      RunError(.missingInput, ProgrammeCode.missingFile.rawValue, file: path, message)
    )
  }
}
