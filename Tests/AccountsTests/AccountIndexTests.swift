// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct AccountIndexTests {
  @Test func findsEveryIdAndNoOther() {
    let ids = (0..<5_000).map { "A\($0 * 7)" } + ["", "Müller", "a rather long id of an account"]
    let index = AccountIndex(ids)
    #expect(ids.map { index.row(of: $0) } == ids.indices.map { $0 })
    let asked = ids.reversed() + ["A1", "A", "müller"]
    #expect(index.rows(of: asked) == asked.map { Int32(index.row(of: $0) ?? -1) })
    #expect(AccountIndex([]).rows(of: ["A"]) == [-1] && index.rows(of: []).isEmpty)
    #expect(index.row(of: "A1") == nil && index.row(of: "müller") == nil)
    #expect(AccountIndex([]).row(of: "A") == nil)
    #expect(AccountIndex(["A", "B", "A"]).row(of: "A") == 0)
  }
}
