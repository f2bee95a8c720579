// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Selection

@Suite struct PilotProposalTests {
  @Test(arguments: [(0, 0), (1, 1), (3, 3), (4, 3), (6, 3), (7, 4), (10, 5), (300, 5)])
  func takesHalfOfTheListWithinThreeToFive(list: Int, pilot: Int) {
    #expect(PilotProposal.size(ofList: list) == pilot)
    let proposal = PilotProposal(numbers: [], texts: [], count: list)
    #expect(proposal.members.count == pilot)
  }

  @Test func takesTheAccountsThatDifferMost() {
    let proposal = PilotProposal(
      numbers: [[0, 0.1, 0.5, 0.9, 1]],
      texts: [["N", "N", "S", "W", "W"]],
      count: 5
    )
    #expect(proposal.members.map(\.position) == [0, 2, 4])
    #expect(proposal.closest == 750_000_000)
    #expect(proposal.isExact)
  }

  @Test func comparesOnlyWhatBothHave() {
    let proposal = PilotProposal(
      numbers: [[nil, 0, 1, nil]],
      texts: [["a", nil, "b", nil]],
      count: 4
    )
    #expect(proposal.members.map(\.position) == [0, 1, 2])
    #expect(proposal.closest == 0)
  }

  @Test func takesTheFirstAccountsWhereAllAreAlike() {
    let proposal = PilotProposal(
      numbers: [Array(repeating: 7, count: 8)],
      texts: [Array(repeating: "x", count: 8)],
      count: 8
    )
    #expect(proposal.members.map(\.position) == [0, 1, 2, 3])
    #expect(proposal.closest == 0)
  }

  @Test func growsTheSetOfALongList() throws {
    let places = (0..<200).map { Double(($0 * 37) % 200) }
    let proposal = PilotProposal(numbers: [places.map { $0 }], texts: [], count: 200)
    #expect(!proposal.isExact)
    #expect(proposal.members.count == 5)
    // Five points on a line are at most a quarter of it apart.
    #expect((125_000_000...250_000_000).contains(try #require(proposal.closest)))
  }

  @Test func survivesNumbersThatAreNone() {
    let proposal = PilotProposal(
      numbers: [[.infinity, -.infinity, .nan, 1, 1e308, -1e308]],
      texts: [],
      count: 6
    )
    #expect(proposal.members.count == 3)
  }
}

extension PilotProposal {
  /// The distance of the closest pair in billionths.
  fileprivate var closest: Int64? { members.compactMap(\.distanceBillionths).min() }
}
