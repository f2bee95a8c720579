// SPDX-License-Identifier: Apache-2.0
import Accounts

extension NodeReader {
  /// The column of marks that gives amounts their sign.
  ///
  /// Without `positive` the opposites of the negative marks are positive.
  func signRule() -> SignRule? {
    guard let section = section(.sign), let column = Self.column(in: section),
      let negative = section["negative"]?.marks()
    else { return nil }
    guard let listed = section["positive"] else {
      return opposites(of: negative).map { SignRule(column, negative: negative, positive: $0) }
    }
    guard let positive = listed.marks() else { return nil }
    let turned = Set(negative.map(SignMark.folded))
    if let mark = positive.first(where: { turned.contains(SignMark.folded($0)) }) {
      return listed.fail(
        .contradiction,
        de: "'\(mark)' steht in '\(path)' unter negative und unter positive",
        en: "'\(mark)' stands under negative and under positive in '\(path)'"
      )
    }
    return SignRule(column, negative: negative, positive: positive)
  }

  /// The marks that mean the opposite, without those that are negative themselves.
  private func opposites(of negative: [String]) -> [String]? {
    if let mark = negative.first(where: { SignMark.counterparts(of: $0).isEmpty }) {
      return fail(
        .missingKey,
        de: "das Gegenteil von '\(mark)' ist nicht bekannt; nennen Sie es in '\(path).positive' "
          + "('' steht für eine leere Zelle)",
        en: "the opposite of '\(mark)' is not known; name it in '\(path).positive' ('' stands for "
          + "an empty cell)"
      )
    }
    let turned = Set(negative.map(SignMark.folded))
    var found: [String] = []
    for mark in negative.flatMap(SignMark.counterparts) {
      let isCapital = negative.contains { $0 == $0.uppercased() }
      let written = isCapital ? mark.uppercased() : mark
      if !turned.contains(mark), !found.contains(written) { found.append(written) }
    }
    guard found.isEmpty else { return found }
    return fail(
      .contradiction,
      de: "in '\(path)' sind beide Vorzeichen eines Paars negativ; nennen Sie in negative nur "
        + "eines",
      en: "both signs of a pair are negative in '\(path)'; name only one of them in negative"
    )
  }

  /// One mark or several; an empty text stands for an empty cell.
  private func marks() -> [String]? {
    if case .scalar = node.content { return mark().map { [$0] } }
    guard let items = list() else { return nil }
    let marks = items.compactMap { $0.mark() }
    return marks.count == items.count ? marks : nil
  }

  private func mark() -> String? {
    if case .scalar("", let style) = node.content, style != .plain { return "" }
    return text()
  }
}
