// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import CyclePerformance

/// Words are found wherever splitting the whole text would find them.
@Suite struct WordListTests {
  private static let phrases = [
    "einführen", "Meeting", "Meetings", "order intake", "KR", "Östlich", "hold", "₂x", "Umsatz",
  ]
  private let list = WordList(Self.phrases)

  @Test(arguments: [
    ("Meeting geplant", "Meeting"), ("drei MEETINGS", "MEETINGS"),
    ("Order  Intake 5 %", "Order Intake"),
    ("Wir wollen CRM EINFÜHREN", "EINFÜHREN"), ("5 € – Umsatz", "Umsatz"), ("kr", "kr"),
    ("östlich von Ulm", "östlich"), ("a ₂X b", "₂X"), ("(hold)", "hold"), ("x/KR", "KR"),
  ])
  func findsWholeWordsInAnyCase(_ text: String, _ word: String) {
    #expect(list.first(in: text) == word)
  }

  @Test(arguments: [
    "", "Meet", "Meetingraum", "order", "intake order", "einführend", "KRs", "household",
    "5 € – 7 %",
    "Umsätze", "hol d", "stlich", "\u{301}hold\u{301}", "Überblick",
  ])
  func findsNoPartsOfWords(_ text: String) { #expect(list.first(in: text) == nil) }

  @Test func mixedTextsGiveWhatSplittingGives() {
    let bits = [
      "Umsatz", "umsatz", " ", "-", "–", "€", "₂x", "K", "İ", "ö", "Ö", "stlich", "order", "Intake",
      "kr", "r", "1", "MEETING", "s", "\u{301}", "einf", "ÜHREN", "/", "\u{A0}", "hold", "👍", "ß",
    ]
    let known = Set(Self.phrases.map { $0.lowercased() })
    var state: UInt64 = 7
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += bits[Int(state >> 33) % bits.count]
      }
      let words = text.split { !$0.isLetter && !$0.isNumber }
      let starts = words.indices.lazy.compactMap { start -> String? in
        [1, 2].lazy.filter { start + $0 <= words.count }
          .map { words[start..<start + $0].joined(separator: " ") }
          .first { known.contains($0.lowercased()) }
      }
      #expect(list.first(in: text) == starts.first, "\(text.debugDescription)")
    }
  }
}
