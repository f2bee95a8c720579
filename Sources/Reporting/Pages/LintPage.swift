// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The findings on the OKR sheets for the OKR master, who watches over the process (S000, 7.3.1).
package struct LintPage: Sendable {
  /// The most findings of one code that are listed; all stand in `findings.csv`.
  package static let mostPerCode = 20

  private let findings: [Finding]
  private let meanings: [String: LocalizedText]
  private let language: Language

  /// The page of the OKR findings among `findings`, with the meaning of each code.
  package init(_ findings: [Finding], meanings: [String: LocalizedText], _ language: Language) {
    self.findings = findings.filter { $0.code.hasPrefix("OKR-") }
      .sorted(by: Finding.isOrderedBefore)
    self.meanings = meanings
    self.language = language
  }

  /// The page as Markdown: counts by code, then where each stands.
  package var page: MarkdownPage {
    var page = MarkdownPage(
      "okr_lint.md",
      title: LocalizedText(de: "OKR-Prüfbericht", en: "OKR lint report"),
      language
    )
    let groups = Dictionary(grouping: findings, by: \.code).sorted { a, b in
      let (first, second) = (Self.weight(of: a.value), Self.weight(of: b.value))
      return first != second ? first < second : a.key.isBytewiseLess(than: b.key)
    }
    guard !groups.isEmpty else {
      page.paragraph(LocalizedText(de: "keine Befunde", en: "no findings"))
      return page
    }
    page.table(
      [
        LocalizedText("Code"), LocalizedText(de: "Anzahl", en: "Count"),
        LocalizedText(de: "Bedeutung", en: "Meaning"), LocalizedText(de: "Quelle", en: "Source"),
      ],
      groups.map { code, members in
        [code, String(members.count), meanings[code]?(language), members.first?.citation]
      }
    )
    for (code, members) in groups { add(code, members, to: &page) }
    return page
  }

  private func add(_ code: String, _ members: [Finding], to page: inout MarkdownPage) {
    page.heading(LocalizedText("\(code) (\(members.count))"))
    page.list(
      members.prefix(Self.mostPerCode).map { finding in
        let place = [finding.file, finding.line.map(String.init)].compactMap { $0 }
          .joined(separator: ":")
        let start = place.isEmpty ? "" : "\(place): "
        return LocalizedText(
          de: start + finding.message.german,
          en: start + finding.message.english
        )
      }
    )
    let more = members.count - Self.mostPerCode
    guard more > 0 else { return }
    page.paragraph(
      LocalizedText(
        de: "und \(more) weitere, alle in findings.csv",
        en: "and \(more) more, all in findings.csv"
      )
    )
  }

  /// Errors first, then warnings, then hints.
  private static func weight(of findings: [Finding]) -> Int {
    findings.first.flatMap { Finding.Severity.allCases.firstIndex(of: $0.severity) } ?? 0
  }
}
