// SPDX-License-Identifier: Apache-2.0
import Accounts
import Testing

@testable import CyclePerformance

@Suite struct KeyDateMentionTests {
  @Test(arguments: [
    ["OKR 2026", "Stand: 20.11.2026"], ["Stand 20.11.2026"], ["STAND:", "20.11.2026"],
    ["As of 2026-11-20 08:15"], ["Stichtag : 20.11.26", "Stand: 20.11.2026"],
  ])
  func aTitleNamesTheDayOfTheValues(_ titles: [String]) {
    #expect(TitleMention.keyDate(in: titles) == CalendarDate(year: 2026, month: 11, day: 20))
  }

  @Test(arguments: [
    [], ["Stand"], ["Stand: offen"], ["Standort: 20.11.2026"], ["gültig bis 20.11.2026"],
    ["Stand: 20.11.2026", "As of 21.11.2026"],
  ])
  func otherTitlesNameNone(_ titles: [String]) {
    #expect(TitleMention.keyDate(in: titles) == nil)
  }
}
