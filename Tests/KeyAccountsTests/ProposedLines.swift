// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Testing

/// The lines of the programme that is proposed for exports, in English.
enum ProposedLines {
  /// For one export.
  static func lines(_ export: String) throws -> [String] {
    try lines([(name: "export.csv", text: export)])
  }

  /// For several exports, each a file of this name in the folder of the programme.
  static func lines(_ exports: [(name: String, text: String)]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.path + "/kontor-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for export in exports {
      let path = "\(folder)/\(export.name)"
      #expect(FileManager.default.createFile(atPath: path, contents: Data(export.text.utf8)))
    }
    return try ProgrammeProposal(
      of: exports.map { "\(folder)/\($0.name)" },
      folder: folder,
      workingFolder: folder,
      language: .english
    ).text.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
  }
}
