// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import Reporting

/// A file that a run wrote, as `run.json` records it, so that a later run knows it again.
struct WrittenFile: Equatable {
  /// The name within the folder of the reports.
  var name: String
  var byteCount: Int?
  /// The digest; nil for a file so large that reading it again would cost time.
  var sha256: String?
  /// Whether it stands there still although programme or data have changed since.
  var isOutdated = false

  /// Files beyond this size are known by their size alone, and by not being changed after the run.
  static let largestDigested = 8 << 20

  /// Describes a file as it lies at `path`; nil where there is none.
  init?(_ name: String, at path: String) {
    guard let state = FileState(of: path) else { return nil }
    self.name = name
    byteCount = state.byteCount
    guard state.byteCount <= Self.largestDigested else { return }
    sha256 = (try? FileBytes.content(path: path))?.audit().sha256
  }

  /// A file of which nothing but its name is known.
  init(named name: String) { self.name = name }

  /// Reads the record; nil for one that names no file below the folder.
  init?(_ record: JSONValue) {
    guard let name = record["file"]?.text, Self.isBelow(name) else { return nil }
    self.name = name
    byteCount = record["bytes"]?.int
    sha256 = record["sha256"]?.text
    isOutdated = record["outdated"]?.flag ?? false
  }

  /// The record.
  var record: JSONValue {
    var members: [JSONValue.Member] = [
      .init("file", .string(name)), .init("bytes", JSONValue(byteCount)),
      .init("sha256", JSONValue(sha256)),
    ]
    if isOutdated { members.append(.init("outdated", .bool(true))) }
    return .object(members)
  }

  /// Whether the file at `path` is still what was written; `end` is when the run had ended.
  func isUnchanged(at path: String, since end: FileState) -> Bool {
    guard let byteCount, let state = FileState(of: path), state.byteCount == byteCount else {
      return false
    }
    guard let sha256 else { return byteCount > Self.largestDigested && !state.isNewer(than: end) }
    return WrittenFile(name, at: path)?.sha256 == sha256
  }

  /// Nobody's record may lead out of the folder of the reports.
  static func isBelow(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name != "run.json" && !name.utf8.contains(0)
      && parts.allSatisfy { !["", ".", ".."].contains($0) }
  }
}
