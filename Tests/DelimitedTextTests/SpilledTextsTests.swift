// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct SpilledTextsTests {
  /// Texts in memory, in the part that has not left it, and in the file, at every seam.
  @Test(arguments: [0, 10, 3000, 200_000])
  func givesEveryTextBackWhileTheyGrow(mostBytes: Int) {
    var texts = SpilledTexts()
    var expected: [[UInt8]] = []
    for number in 0..<400 {
      let length = mostBytes == 0 ? 0 : number &* 7919 % mostBytes
      let text = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length)
      texts.append(text)
      expected.append(text)
      #expect(texts[number] == text)
    }
    #expect(texts.count == 400)
    #expect((0..<400).allSatisfy { texts[$0] == expected[$0] })
  }
}
