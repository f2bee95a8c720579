// SPDX-License-Identifier: Apache-2.0

/// A decoded text in the form that the scanner understands, with the dialect to scan it in.
///
/// Almost every text is that already and is passed on as it is. Lists with columns by position and
/// texts with unusual quotes are rewritten; no rewriting moves a line break, so physical lines keep
/// their numbers.
struct ScannableText {
  /// The text, from the same start on.
  let bytes: [UInt8]
  /// The dialect.
  let choice: DialectDetector.Choice
  /// How lines end.
  let newlineStyle: NewlineStyle

  /// Finds the dialect of `text` and rewrites what the scanner would not understand.
  init(_ text: DecodedText, settings: FormatSettings) {
    let sample = DialectSample(text.bytes, from: text.start)
    newlineStyle = sample.newlineStyle
    if let layout = ListLayout(sample: sample.bytes, settings: settings) {
      choice = layout.choice
      bytes = layout.rewritten(text.bytes, from: text.start)
      return
    }
    choice = DialectDetector(sample: sample, settings: settings).choice
    bytes =
      choice.repair?.repaired(text.bytes, from: text.start, dialect: choice.dialect) ?? text.bytes
  }
}
