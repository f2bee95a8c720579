// SPDX-License-Identifier: Apache-2.0
import Accounts

/// Finds objectives that work, over several levels, for their own key results.
enum CascadeCheck {
  /// Reports each circle once, at its first row, and takes its objectives out of the figures.
  ///
  /// - Complexity: O(n) in the objectives
  static func findings(_ sheet: inout OKRSheet) -> [Finding] {
    let parents = sheet.objectives.indices.map { objective in
      sheet.objectives.parent(at: objective).flatMap { sheet.keyResults.objective(of: $0) }
    }
    var findings: [Finding] = []
    var walkOf = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walkOf[start] == 0 {
      var path: [Int] = []
      var next: Int? = start
      while let objective = next, walkOf[objective] == 0 {
        walkOf[objective] = start + 1
        path.append(objective)
        next = parents[objective]
      }
      guard let meeting = next, walkOf[meeting] == start + 1,
        let entry = path.firstIndex(of: meeting)
      else { continue }
      findings.append(close(Array(path[entry...]), in: &sheet))
    }
    return findings
  }

  private static func close(_ circle: [Int], in sheet: inout OKRSheet) -> Finding {
    for index in circle { sheet.objectives.exclude(at: index, .cascadeCycle) }
    let places = circle.map { sheet.objectives.line(at: $0) }
    let first = places.firstIndex(of: places.min() ?? 0) ?? 0
    let ordered = circle[first...] + circle[..<first]
    let ids = ordered.map { sheet.objectives.ids[$0] }
    let path = (ids + ids.prefix(1)).joined(separator: " -> ")
    return .okr(
      .cascadeCycle,
      at: sheet.objectives.place(at: circle[first]),
      field: ids.first,
      found: path,
      LocalizedText(
        de: "Kaskade läuft im Kreis: \(path)",
        en: "the cascade runs in a circle: \(path)"
      )
    )
  }
}
