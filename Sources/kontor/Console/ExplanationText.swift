// SPDX-License-Identifier: Apache-2.0
import Accounts
import KeyAccounts
import Reporting
import Selection

/// The words around the table of one explanation.
struct ExplanationText {
  /// Who it is and where it stands.
  let before: String
  /// What the table means and what holds the account where it is.
  let after: String

  init(_ explanation: Explanation, run: Run, language: Language) {
    before = Self.standing(explanation, run)(language) + "\n\n"
    after =
      "\n" + Self.meaning(explanation, run).map { $0(language) }.joined(separator: "\n") + "\n"
  }

  private static func name(_ id: String, _ run: Run) -> String {
    let name = run.accounts.row(of: id).map { run.accounts.names[$0] } ?? ""
    return name.isEmpty ? id : "\(id) \(name)"
  }

  private static func standing(_ explanation: Explanation, _ run: Run) -> LocalizedText {
    let who = name(explanation.account, run)
    let row = explanation.row
    let reason = row.reason
    let de = reason.map { ": \($0.german)" } ?? ""
    let en = reason.map { ": \($0.english)" } ?? ""
    let status = CodeWords.text(row.status.rawValue, inColumn: "status", .german)
    guard let rank = row.rank, let score = row.scoreBillionths else {
      return LocalizedText(
        de: "\(who)\nohne Rang, Status \(status)\(de)",
        en: "\(who)\nwithout rank, status \(row.status.rawValue)\(en)"
      )
    }
    let points = Double(score) / 1e9
    let count = run.selection?.ranking.rankedCount ?? 0
    return LocalizedText(
      de: "\(who)\nRang \(rank) von \(count), Punkte "
        + "\(ReadableNumber.text(points, .german)), Status \(status)\(de)",
      en: "\(who)\nrank \(rank) of \(count), score "
        + "\(ReadableNumber.text(points, .english)), status \(row.status.rawValue)\(en)"
    )
  }

  private static func meaning(_ explanation: Explanation, _ run: Run) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    if let rival = explanation.rival {
      lines.append(distance(explanation, name(rival, run)))
    }
    if let criterion = explanation.costliestCriterion {
      lines.append(
        LocalizedText(
          de:
            "am meisten kostet dagegen das Kriterium '\(criterion)' ('Abstand': Beitrag minus dessen "
            + "Beitrag)",
          en:
            "against it, criterion '\(criterion)' costs most ('Gap': contribution minus that account's)"
        )
      )
    }
    if let line = CertaintyText.line(on: explanation.row.account, run) { lines.append(line) }
    guard !explanation.changes.isEmpty else {
      lines.append(
        LocalizedText(
          de: "kein Wert eines Kriteriums ändert das: ein Gate oder eine Entscheidung gibt den "
            + "Ausschlag",
          en: "no value of a criterion changes that: a gate or a decision settles it"
        )
      )
      return lines
    }
    lines.append(
      explanation.isListed
        ? LocalizedText(
          de: "'kippt bei': ab diesem Wert fiele der Kunde von der Liste, alles andere "
            + "unverändert; leer = durch dieses Kriterium allein nie",
          en: "'Flips at': from this value on the account would drop off the list, all else as it "
            + "is; empty = never through this criterion alone"
        )
        : LocalizedText(
          de: "'kippt bei': mit diesem Wert käme der Kunde auf die Liste, alles andere "
            + "unverändert; leer = durch dieses Kriterium allein nie",
          en: "'Flips at': with this value the account would join the list, all else as it is; "
            + "empty = never through this criterion alone"
        )
    )
    if run.money(of: explanation).contains(where: { $0 != nil }) {
      let currency = run.programme.header.currency
      lines.append(
        LocalizedText(
          de:
            "'in Geld': die Änderung in \(currency); bei einem Verhältnis die des oberen Betrags, der "
            + "untere unverändert",
          en:
            "'In money': the change in \(currency); of a ratio that of the upper amount, the lower "
            + "one as it is"
        )
      )
    }
    return lines
  }

  private static func distance(_ explanation: Explanation, _ rival: String) -> LocalizedText {
    let margin = explanation.marginBillionths.map { Double($0.magnitude) / 1e9 }
    let de = margin.map { " (Abstand \(ReadableNumber.text($0, .german)) Punkte)" } ?? ""
    let en = margin.map { " (\(ReadableNumber.text($0, .english)) points apart)" } ?? ""
    return explanation.isListed
      ? LocalizedText(
        de: "der Erste außerhalb der Liste ist \(rival)\(de)",
        en: "the first one off the list is \(rival)\(en)"
      )
      : LocalizedText(
        de: "der Letzte auf der Liste ist \(rival)\(de)",
        en: "the last one on the list is \(rival)\(en)"
      )
  }
}
