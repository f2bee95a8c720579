// SPDX-License-Identifier: Apache-2.0
public import Accounts
import DelimitedText
import Reporting

/// A folder in which a new programme starts.
public struct StartFolder: Sendable {
  /// The folder; it is made when missing.
  public var path: String

  /// Names a folder.
  public init(path: String) { self.path = path }

  /// Writes the files; either all names are free, or nothing is written.
  ///
  /// - Throws: ``RunError`` of kind `cannotWrite`.
  public func write(_ files: [SampleFile], overwriting: Bool) throws(RunError) {
    if !overwriting, let taken = files.first(where: { exists($0.path) }) {
      throw RunError(
        .cannotWrite,
        "K-W002",
        file: "\(path)/\(taken.path)",
        LocalizedText(
          de: "'\(taken.path)' gibt es schon; --force überschreibt",
          en: "'\(taken.path)' exists already; --force overwrites it"
        )
      )
    }
    do {
      for file in files {
        let folders = file.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        try AtomicFile.makeFolder(path + folders)
        try AtomicFile.write(file.bytes, to: "\(path)/\(file.path)")
      }
    } catch {
      throw RunError(
        .cannotWrite,
        "K-W001",
        file: error.path,
        LocalizedText(
          de: "'\(error.path)' kann nicht geschrieben werden: \(error.reason)",
          en: "cannot write '\(error.path)': \(error.reason)"
        )
      )
    }
  }

  private func exists(_ name: String) -> Bool { !FilePattern.matches("\(path)/\(name)").isEmpty }
}
