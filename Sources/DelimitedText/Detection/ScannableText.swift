// SPDX-License-Identifier: Apache-2.0

/// A decoded text in the form that the scanner understands, with the dialect to scan it in.
///
/// Almost every text is that already and is passed on as it is. Lists with columns by position and
/// texts with unusual quotes are rewritten part by part; no rewriting moves a line break, so
/// physical lines keep their numbers.
struct ScannableText {
  /// The dialect is found in a first part of this size.
  private static let sampleSize = 1 << 20

  /// The text, rewritten where that is needed.
  private(set) var text: DecodedText
  /// The dialect.
  private(set) var choice: DialectDetector.Choice
  /// How lines end.
  let newlineStyle: NewlineStyle

  /// Finds the dialect of `decoded` and rewrites what the scanner would not understand.
  init(_ decoded: DecodedText, settings: FormatSettings) {
    let head = decoded.utf8(decoded.start..<decoded.start + Self.sampleSize)
    let sample = DialectSample(head, from: 0)
    newlineStyle = sample.newlineStyle
    if let layout = ListLayout(sample: sample.bytes, settings: settings) {
      choice = layout.choice
      text = decoded.rewritten(by: ListRewriting(layout))
      return
    }
    let choice = DialectDetector(sample: sample, settings: settings).choice
    self.choice = choice
    text = decoded
    let dialect = choice.dialect
    var bytes = sample.bytes
    if let repair = choice.repair {
      let rewriting = QuoteRewriting(repair, dialect: dialect)
      text = text.rewritten(by: rewriting)
      bytes = rewriting.rewritten(bytes)
    }
    if let pairs = MarkPairs(bytes, dialect: dialect) {
      text = text.rewritten(by: pairs)
      self.choice.evidence.append(MarkPairs.evidence)
    }
  }

  /// The text with surplus words put together, now that the header is known; nil where there are
  /// none.
  func joiningWords(below header: HeaderDetector.Header) -> ScannableText? {
    let sample = text.utf8(text.start..<text.start + Self.sampleSize)
    let joining = WordJoining(
      sample,
      from: header.body,
      header: header.texts,
      dialect: choice.dialect
    )
    guard let joining else { return nil }
    var joined = self
    joined.text = text.rewritten(by: joining)
    joined.choice.evidence.append(joining.evidence)
    return joined
  }
}
