// SPDX-License-Identifier: Apache-2.0
package import Accounts

/// The findings on the OKR sheets for the OKR master, who watches over the process (S000, 7.3.1).
package struct LintPage: Sendable {
  /// The most findings of one code that are listed; all stand in `findings.csv`.
  package static let mostPerCode = 20

  private let findings: FindingList
  private let meanings: [String: LocalizedText]
  private let language: Language

  /// The page of the OKR findings among `findings`, with the meaning of each code.
  ///
  /// The findings are in their published order.
  package init(_ findings: FindingList, meanings: [String: LocalizedText], _ language: Language) {
    self.findings = findings
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
    let groups = groups
    guard !groups.isEmpty else {
      page.paragraph(LocalizedText(de: "keine Befunde", en: "no findings"))
      return page
    }
    page.table(
      [
        LocalizedText("Code"), LocalizedText(de: "Anzahl", en: "Count"),
        LocalizedText(de: "Bedeutung", en: "Meaning"), LocalizedText(de: "Quelle", en: "Source"),
      ],
      groups.map { group in
        [
          group.kind.code, String(group.count), meanings[group.kind.code]?(language),
          group.first.first?.citation,
        ]
      }
    )
    for group in groups { add(group, to: &page) }
    return page
  }

  /// The OKR findings of one kind.
  private struct Group {
    var kind: FindingBatch.Kind
    var count = 0
    /// The first of them, as many as are listed.
    var first: [Finding] = []
  }

  /// Errors first, then warnings, then hints; each by code.
  private var groups: [Group] {
    // There are few codes, so that looking through the groups is faster than hashing.
    var groups: [Group] = []
    for index in findings.indices {
      let kind = findings.kind(at: index)
      let known = groups.firstIndex { $0.kind.code == kind.code }
      guard known != nil || kind.code.hasPrefix("OKR-") else { continue }
      let group = known ?? groups.count
      if known == nil { groups.append(Group(kind: kind)) }
      groups[group].count += 1
      if groups[group].count <= Self.mostPerCode { groups[group].first.append(findings[index]) }
    }
    let severities = Finding.Severity.allCases
    return groups.sorted { a, b in
      let first = severities.firstIndex(of: a.kind.severity) ?? 0
      let second = severities.firstIndex(of: b.kind.severity) ?? 0
      return first != second ? first < second : a.kind.code.isBytewiseLess(than: b.kind.code)
    }
  }

  private func add(_ group: Group, to page: inout MarkdownPage) {
    page.heading(LocalizedText("\(group.kind.code) (\(group.count))"))
    page.list(
      group.first.map { finding in
        let place = [finding.file, finding.line.map(String.init)].compactMap { $0 }
          .joined(separator: ":")
        let start = place.isEmpty ? "" : "\(place): "
        return LocalizedText(
          de: start + finding.message.german,
          en: start + finding.message.english
        )
      }
    )
    let more = group.count - Self.mostPerCode
    guard more > 0 else { return }
    page.paragraph(
      LocalizedText(
        de: "und \(more) weitere, alle in findings.csv",
        en: "and \(more) more, all in findings.csv"
      )
    )
  }
}
