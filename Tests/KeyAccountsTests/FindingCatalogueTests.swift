// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText
import FoundationEssentials
import KeyAccounts
import Testing

@Suite struct FindingCatalogueTests {
  @Test func explainsEveryCodeInTheSources() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = (1...5).flatMap { depth in
      FilePattern.matches(
        root + "/Sources" + String(repeating: "/*", count: depth) + "/*.swift"
      )
    }
    var codes: Set<String> = []
    for file in files where !file.contains("FindingCatalogue") {
      let bytes = try #require(FileManager.default.contents(atPath: file))
      let text = String(decoding: bytes, as: UTF8.self)
      codes.formUnion(text.matches(of: /"(K-[DPSW][0-9]{3})"/).map { String($0.1) })
    }
    #expect(codes.count > 80)
    for code in codes.sorted() {
      #expect(FindingCatalogue.explanation(of: code) != nil, "\(code) is not explained")
    }
  }

  @Test func explainsEveryCodeOfTheOKRRuleBook() throws {
    for code in OKRCode.allCases {
      let explanation = try #require(FindingCatalogue.explanation(of: code.code), "\(code)")
      #expect(explanation.citation == code.citation)
    }
  }

  @Test func explainsEachCodeOnceInTwoLanguages() {
    let codes = FindingCatalogue.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for explanation in FindingCatalogue.all {
      for text in [explanation.meaning, explanation.advice] {
        #expect(!text.german.isEmpty && !text.english.isEmpty, "\(explanation.code)")
        #expect(text.german != text.english, "\(explanation.code)")
        #expect(text.german.last != "." && text.english.last != ".", "\(explanation.code)")
      }
    }
  }

  @Test(arguments: [
    ("K-D007", "K-D007"), ("k-d007", "K-D007"), ("d007", "K-D007"), ("E001", "OKR-E001"),
    ("okr-w111B", "OKR-W111b"), ("K-P004", "K-P004"),
  ])
  func understandsShortFormsOfCodes(_ written: String, _ code: String) {
    #expect(FindingCatalogue.explanation(of: written)?.code == code)
  }

  @Test func suggestsTheNearestCode() {
    #expect(FindingCatalogue.explanation(of: "K-D0007") == nil)
    #expect(FindingCatalogue.suggestion(for: "K-D0007") == "K-D007")
    #expect(FindingCatalogue.explanation(of: "") == nil)
    #expect(FindingCatalogue.suggestion(for: "something else entirely") == nil)
  }
}
