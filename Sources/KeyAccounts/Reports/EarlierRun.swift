// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting

/// The run whose reports lie in a folder already, as its `run.json` tells.
struct EarlierRun {
  /// The files it wrote, in the order of their names.
  let files: [WrittenFile]
  private let manifest: JSONValue
  private let end: FileState
  private let folder: String

  /// Reads the record of a folder; nil where no run has been.
  init?(in folder: String) {
    let path = folder + "run.json"
    guard let end = FileState(of: path), let bytes = try? FileBytes.read(path: path),
      let manifest = try? JSONParser.parse(bytes), manifest["schema"]?.text == "kontor-run/1"
    else { return nil }
    self.manifest = manifest
    self.end = end
    self.folder = folder
    let records = manifest["outputs"]?.elements
    files = records.map { $0.compactMap { WrittenFile($0) } } ?? Self.described(in: folder)
  }

  /// The tables that the folder's data package names, where the run recorded no files.
  private static func described(in folder: String) -> [WrittenFile] {
    guard let bytes = try? FileBytes.read(path: folder + "datapackage.json"),
      let package = try? JSONParser.parse(bytes)
    else { return [] }
    let names = package["resources"]?.elements?.compactMap { $0["path"]?.text } ?? []
    return names.filter(WrittenFile.isBelow).map { WrittenFile(named: $0) }
  }

  /// Whether its results rest on another programme or other data than those of `run`.
  ///
  /// Runs of different depth read different files; only what both have read is compared.
  func isOutdated(by run: Run) -> Bool {
    let now = run.manifest
    let deciding = [
      "engine", "programme_sha256", "overrides", "data_as_of", "seed", "data_sha256",
    ]
    guard deciding.allSatisfy({ manifest[$0] == now[$0] }) else { return true }
    let known = Dictionary(
      (manifest["inputs"]?.elements ?? []).map { ($0["file"]?.text, $0["sha256"]?.text) },
      uniquingKeysWith: { first, _ in first }
    )
    return run.inputs.contains { input in
      known[input.name].map { $0 != input.sha256 } ?? false
    }
  }

  /// Whether a file is there.
  func has(_ file: WrittenFile) -> Bool { FileState(of: folder + file.name) != nil }

  /// Whether a file is as the run left it.
  func hasUnchanged(_ file: WrittenFile) -> Bool {
    file.isUnchanged(at: folder + file.name, since: end)
  }
}
