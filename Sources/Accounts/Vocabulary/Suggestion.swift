// SPDX-License-Identifier: Apache-2.0

/// "Did you mean": the known name that is nearest to a mistyped one.
package enum Suggestion {
  /// The nearest of `names`, or nil when none is near enough to be a slip of the keyboard.
  ///
  /// *Definition* Least edit distance with neighbouring letters swapped as one edit, ignoring case
  /// (optimal string alignment); at most a third of the longer name, at least 2. Ties go to the
  /// name listed first.
  package static func closest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in names {
      let letters = Array(candidate.lowercased())
      let allowed = max(2, max(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let distance = editDistance(wanted, letters)
      guard distance <= allowed, distance < max(wanted.count, 1) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// `; did you mean 'x'?`, or nothing.
  package static func english(_ name: String?) -> String {
    name.map { "; did you mean '\($0)'?" } ?? ""
  }

  /// `; meinten Sie 'x'?`, or nothing.
  package static func german(_ name: String?) -> String {
    name.map { "; meinten Sie '\($0)'?" } ?? ""
  }

  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
