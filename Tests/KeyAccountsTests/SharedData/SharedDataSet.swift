// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Reporting
import Testing

/// One folder of other people's data with its expected figures, where it is there.
///
/// The files are linked into a temporary folder beside the programme, so that a programme names
/// them as a user would and findings carry these names.
struct SharedDataSet {
  /// The folder with the data.
  let folder: String
  /// What every reader must find.
  let expected: JSONValue

  /// Opens a folder below `data`; nil, with a note, where the data are absent.
  init?(_ name: String, expected file: String = "expected.json") throws {
    folder = "\(Self.root)/data/\(name)"
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
      print("skipped: no shared data")
      return nil
    }
    expected = try JSONParser.parse([UInt8](bytes))
  }

  /// The member `key` of the aggregates.
  func aggregate(_ key: String) throws -> JSONValue {
    try #require(expected["aggregates"]?[key], "\(key)")
  }

  /// The bytes of one of the files.
  func bytes(_ file: String) throws -> [UInt8] {
    let data = FileManager.default.contents(atPath: "\(folder)/\(file)")
    return [UInt8](try #require(data, "\(file)"))
  }

  /// Runs a programme on the linked files and on `files` of the test's own, with
  /// `KEY.PATH=VALUE` overrides as `--set` takes them.
  func run(
    _ programme: String,
    _ overrides: [String] = [],
    files: [String: [UInt8]] = [:]
  ) throws -> Run {
    let manager = FileManager.default
    let place = manager.temporaryDirectory.path + "/kontor-" + UUID().uuidString
    try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: place) }
    for name in try manager.contentsOfDirectory(atPath: folder) where files[name] == nil {
      try manager.createSymbolicLink(
        atPath: "\(place)/\(name)",
        withDestinationPath: "\(folder)/\(name)"
      )
    }
    for (name, bytes) in files {
      #expect(manager.createFile(atPath: "\(place)/\(name)", contents: Data(bytes)), "\(name)")
    }
    let path = "\(place)/kontor.yaml"
    #expect(manager.createFile(atPath: path, contents: Data(programme.utf8)))
    return try Programme(contentsOf: path, overrides: overrides).run()
  }

  private static var root: String {
    if let stated = ProcessInfo.processInfo.environment["KONTOR_SHARED"] { return stated }
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(package)/../shared"
  }
}
