// SPDX-License-Identifier: Apache-2.0

/// Paths from one folder to a file, by their texts alone.
enum RelativePath {
  /// How `file` is called from inside `folder`; both relative to `workingFolder` or absolute.
  static func path(of file: String, from folder: String, workingFolder: String) -> String {
    let target = parts(of: file, in: workingFolder)
    let start = parts(of: folder, in: workingFolder)
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target[common...]).joined(separator: "/")
  }

  /// The components of a path from the root, without `.` and `..`.
  private static func parts(of path: String, in workingFolder: String) -> [String] {
    let whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
    var parts: [String] = []
    for part in whole.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts
  }
}
