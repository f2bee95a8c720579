// SPDX-License-Identifier: Apache-2.0
import Selection
import Testing

@Suite struct ReferenceCaseTests {
  @Test func solvesEveryReferenceCase() throws {
    let names = ReferenceCaseFiles.names
    guard !names.isEmpty else {
      print("skipped: no shared data")
      return
    }
    for name in names {
      let file = try ReferenceCaseFiles.read(name)
      let tolerance = try #require(file["tolerance"]?.number, "\(name)")
      let answer = CaseValue.table(try ReferenceCaseFiles.problem(file).solution())
      guard case .table(let expected)? = file["expected"] else {
        Issue.record("\(name) expects nothing")
        continue
      }
      for entry in expected {
        let found = try #require(answer[entry.key], "\(name): \(entry.key)")
        let gap = deviation(found, entry.value)
        #expect(gap <= tolerance, "\(name): \(entry.key) is off by \(gap)")
      }
    }
    #expect(names.count > 60)
  }

  /// The largest difference of two values, infinite where they have different shapes.
  private func deviation(_ found: CaseValue, _ expected: CaseValue) -> Double {
    switch (found, expected) {
    case (.number(let a), .number(let b)): return (a - b).magnitude
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return .infinity }
      return zip(a, b).map { deviation($0, $1) }.max() ?? 0
    case (.table(let a), .table(let b)):
      guard a.count == b.count else { return .infinity }
      return b.map { entry in deviation(found[entry.key] ?? .missing, entry.value) }.max() ?? 0
    default: return found == expected ? 0 : .infinity
    }
  }
}
