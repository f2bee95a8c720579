// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import KeyAccounts
import Selection
import Testing

@Suite struct ProgrammeFileSharedTests {
  @Test func readsEveryProgrammeOfTheComparison() throws {
    let folder = Self.sharedFolder + "/peers/programmes"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      print("skipped: no shared data")
      return
    }
    let programmes = names.filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(!programmes.isEmpty)
    for name in programmes {
      let programme = try Programme(contentsOf: "\(folder)/\(name)")
      #expect(programme.header.goal == .custom, "\(name)")
      #expect(programme.sources.count == 1, "\(name)")
      #expect(!programme.selection.criteria.isEmpty, "\(name)")
    }
  }

  private static var sharedFolder: String {
    if let folder = ProcessInfo.processInfo.environment["KONTOR_SHARED"] { return folder }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared"
  }
}
