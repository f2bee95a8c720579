// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
import KeyAccounts
import Selection
import Testing

@Suite struct ReadmeExampleTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  /// The example of the README, line for line; there is no such file at the root of the package.
  private func example() throws {
    let run = try Programme(contentsOf: "kontor.yaml").run()
    for entry in run.selection?.shortlist.entries ?? [] {
      print(entry.position, entry.id, entry.reason.english)
    }
  }

  private func lines(of path: String) throws -> [Substring] {
    String(decoding: try FileBytes.read(path: path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func theReadmeShowsTheLinesCompiledHere() throws {
    let source = try lines(of: #filePath)
    let start = try #require(source.firstIndex { $0.contains("func example()") })
    let body = source[(start + 1)...(start + 4)].map { $0.dropFirst(4) }
    let readme = try lines(of: "\(Self.root)/README.md")
    let first = try #require(readme.firstIndex(of: body[0]))
    #expect(Array(readme[first..<(first + 4)]) == body)
    #expect(readme[first - 2] == "import KeyAccounts")
  }

  @Test func itsFirstCallSaysWhenThereIsNoProgramme() {
    #expect(throws: ProgrammeErrors.self) { try example() }
  }

  @Test func itReadsTheListOfTheSample() throws {
    let run = try Programme(contentsOf: "\(Self.root)/Datasets/kontor.yaml").run()
    let entries = try #require(run.selection?.shortlist.entries)
    #expect(entries.map(\.position) == Array(1...10))
    #expect(entries.first?.id == "0000410003")
    #expect(entries.first?.reason.english == "rank 1, already on the list")
  }
}
