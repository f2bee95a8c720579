// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Finds the files of reference cases below a folder.
enum ReferenceCaseFolder {
  /// Links may lead in a circle; no real tree is as deep.
  private static let maximumDepth = 24

  /// The file at `path`, or every `*.json` below the folder there, by the bytes of their paths.
  static func files(at path: String) throws(RunError) -> [String] {
    guard isFolder(path) else { return [path] }
    let root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    return files(below: root, depth: 0).sorted { $0.isBytewiseLess(than: $1) }
  }

  private static func files(below folder: String, depth: Int) -> [String] {
    guard depth < maximumDepth else { return [] }
    let pattern = escaped(folder == "/" ? "" : folder)
    let folders = FilePattern.matches(pattern + "/*/").map { String($0.dropLast()) }
    let nested = folders.flatMap { files(below: $0, depth: depth + 1) }
    return FilePattern.matches(pattern + "/*.json").filter { !folders.contains($0) } + nested
  }

  private static func isFolder(_ path: String) -> Bool {
    !FilePattern.matches(escaped(path) + "/.").isEmpty
  }

  /// The path with the signs that mean something in a pattern taken literally.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { text, sign in
      if "*?[]\\".contains(sign) { text.append("\\") }
      text.append(sign)
    }
  }
}
