// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Finds the files that a pattern with `*`, `?` and `[...]` stands for.
package enum FilePattern {
  /// The matching paths, in the order of their bytes; none for an unreadable folder.
  package static func matches(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    var paths: [String] = []
    for index in 0..<Int(unsafe found.gl_pathc) {
      guard let path = unsafe found.gl_pathv[index] else { continue }
      paths.append(unsafe String(cString: path))
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
