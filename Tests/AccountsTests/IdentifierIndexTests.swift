// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Accounts

@Suite struct IdentifierIndexTests {
  @Test func numbersIdsInTheOrderOfTheirFirstAppearance() {
    var index = IdentifierIndex()
    let ids = ["K2", "K1", "K2", "", "k1", "K1 "]
    #expect(ids.map { index.number(of: $0) } == [0, 1, 0, 2, 3, 4])
    #expect(index.count == 5 && index[1] == "K1" && index[3] == "k1")
    #expect(index.known("K1") == 1 && index.known("K3") == nil && index.known("Ä") == nil)
  }

  @Test func idsThatUnicodeHoldsEqualAreOne() {
    var index = IdentifierIndex()
    // Composed and decomposed letters; the sign of the unit kelvin is the letter K.
    let ids = ["K1", "M\u{FC}ller", "Mu\u{308}ller", "\u{212A}1", "K1", "Z", "Muller"]
    #expect(ids.map { index.number(of: $0) } == [0, 1, 1, 0, 0, 2, 3])
    #expect(index.count == 4 && index[0] == "K1" && index[3] == "Muller")
    #expect(index.known("Mu\u{308}ller") == 1 && index.known("Z") == 2)
  }

  @Test func manyIdsKeepTheirNumbers() {
    var index = IdentifierIndex()
    for number in 0..<5000 { #expect(index.number(of: "ACC\(number)") == number) }
    #expect((0..<5000).allSatisfy { (number: Int) in index.known("ACC\(number)") == number })
  }
}
