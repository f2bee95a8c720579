// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct NameColumnTests {
  @Test(arguments: [[], [""], ["Alpha"], ["Beta", "", "Alpha", "Beta", "ÄÖ", ""]])
  func readsLikeAListOfNames(_ names: [String]) {
    let column = NameColumn(names)
    #expect(Array(column) == names && column.count == names.count)
    #expect(column.answers { $0.utf8.count } == names.map(\.utf8.count))
    #expect(column == NameColumn(names) && column != NameColumn(names + ["Beta"]))
  }

  @Test func asksOncePerName() {
    var asked: [String] = []
    let lengths = NameColumn(["b", "a", "b", "b"]).answers { name in
      asked.append(name)
      return name.count
    }
    #expect(lengths == [1, 1, 1, 1])
    #expect(asked.filter { $0 == "b" }.count == 1 && asked.filter { $0 == "a" }.count == 1)
  }

  @Test func equalNamesMayBeKeptSeveralTimes() {
    var texts = TextColumn(missing: 3, of: ["x", "x"])
    texts.set(number: 0, of: 0)
    texts.set(number: 1, of: 2)
    #expect(NameColumn(texts) == ["x", "", "x"])
  }
}
