// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting

extension ReportFolder {
  /// What is left of an earlier run once a new one has written its files.
  struct Leftovers {
    /// What becomes of the files.
    var reports: WrittenReports
    /// Files of the earlier run that stay and are recorded again.
    var kept: [WrittenFile] = []
  }

  /// Sorts the files of an earlier run that `run` did not write again.
  ///
  /// One that is an input of the new run, such as the list it compares itself with, is a person's
  /// business and stays.
  func leftovers(of earlier: EarlierRun?, besides names: [String], _ run: Run) -> Leftovers {
    var found = Leftovers(reports: WrittenReports(files: names))
    guard let earlier else { return found }
    let written = Set(names)
    let inputs = Set(run.inputs.map(\.sha256))
    let isOutdated = earlier.isOutdated(by: run)
    for var file in earlier.files where !written.contains(file.name) && earlier.has(file) {
      guard isOutdated || file.isOutdated || run.refusal != nil else {
        found.kept.append(file)
        continue
      }
      if let digest = file.sha256, inputs.contains(digest) { continue }
      guard earlier.hasUnchanged(file) else {
        found.reports.changed.append(file.name)
        continue
      }
      let keepsOutdated = run.depth == .check || !removesOutdated
      guard keepsOutdated, run.refusal == nil else {
        found.reports.removed.append(file.name)
        continue
      }
      file.isOutdated = true
      found.kept.append(file)
      found.reports.outdated.append(file.name)
    }
    return found
  }

  /// Removes files, and folders that are empty then.
  func remove(_ names: [String]) {
    for name in names { AtomicFile.remove(place(name)) }
    let folders = Set(names.compactMap { name in name.lastIndex(of: "/").map { name[..<$0] } })
    for folder in folders.sorted() { AtomicFile.removeEmptyFolder(place(String(folder))) }
  }

  /// `run.json` with the files that lie in the folder.
  func manifest(of run: Run, _ names: [String], kept: [WrittenFile]) -> JSONValue {
    let files = names.compactMap { WrittenFile($0, at: place($0)) } + kept
    let records = files.sorted { $0.name.isBytewiseLess(than: $1.name) }.map(\.record)
    return .object((run.manifest.members ?? []) + [.init("outputs", .array(records))])
  }
}
