// SPDX-License-Identifier: Apache-2.0

/// The OKR files of the key-account team, as a German spreadsheet saves them.
struct SampleOKRSheets {
  private let portfolio: SamplePortfolio

  /// Writes the account plans for the groups of `portfolio`.
  init(_ portfolio: SamplePortfolio) {
    self.portfolio = portfolio
  }

  /// The sheet, its cycles, its check-ins and the reviews of the closed cycle.
  var files: [SampleFile] {
    let plan = Self.planHeader + entries.map(planLine)
    let checkIns =
      ["Kundennummer;Zyklus;Objective-Nr;KR-Nr;Datum;Istwert;Zuversicht (0-10);Bemerkung"]
      + entries.enumerated().flatMap { checkInLines(of: $1, $0) }
    return [
      sheet("account_plan_okr", plan), sheet("zyklen", Self.cycles), sheet("checkins", checkIns),
      sheet("reviews", reviews),
    ]
  }

  private func sheet(_ name: String, _ lines: [String]) -> SampleFile {
    let text = lines.map { $0 + "\r\n" }.joined()
    return SampleFile(path: "okr/\(name).csv", text: "\u{FEFF}" + text)
  }

  private static let cycles = [
    "Zyklus;Beginn;Ende;Status;OKR-Master", "2025-Z2;01.05.2025;31.08.2025;abgeschlossen;I. Falk",
    "2025-Z3;01.09.2025;31.12.2025;laufend;I. Falk",
  ]

  private static let planHeader = [
    """
    Kundennummer;Kunde;Zyklus;MOAL-Nr;MOAL;Strategie;Anforderungen;Objective-Nr;Objective;\
    Herkunft;KR-Nr;Key Result;KR-Typ;Einheit;Startwert;Zielwert;Istwert;Erreichung in %;Gewicht;\
    Wer?;Frühindikator;Beeinflussbar;Bonusrelevant;Bemerkungen
    """
  ]

  /// One key result with everything above it.
  private struct Entry {
    let account: String
    let plan: SampleAccountPlan
    let isClosed: Bool
    let objective: SampleAccountPlan.Objective
    let objectiveNumber: Int
    let result: SampleAccountPlan.KeyResult
    let number: Int

    var cycle: String { isClosed ? "2025-Z2" : "2025-Z3" }
  }

  private var entries: [Entry] {
    [true, false].flatMap { isClosed in
      SampleAccountPlan.all.flatMap { plan in
        entries(of: plan, isClosed: isClosed)
      }
    }
  }

  private func entries(of plan: SampleAccountPlan, isClosed: Bool) -> [Entry] {
    let objectives = isClosed ? plan.closed : plan.running
    return objectives.enumerated().flatMap { index, objective in
      objective.keyResults.enumerated().map { number, result in
        Entry(
          account: portfolio.headNumbers[plan.group],
          plan: plan,
          isClosed: isClosed,
          objective: objective,
          objectiveNumber: index + 1,
          result: result,
          number: number + 1
        )
      }
    }
  }

  private func planLine(_ entry: Entry) -> String {
    let plan = entry.plan
    let isFirst = entry.objectiveNumber == 1 && entry.number == 1
    let fields = [
      entry.account, SampleGroup.all[plan.group].name, entry.cycle, plan.moal.isEmpty ? "" : "M1",
      isFirst ? plan.moal : "", isFirst ? plan.strategy : "", isFirst ? plan.requirements : "",
      "O\(entry.objectiveNumber)", entry.objective.title,
      entry.objective.isTopDown ? "top-down" : "bottom-up", String(entry.number),
    ]
    return SampleField.line(fields + resultFields(entry.result), separator: ";")
  }

  private func resultFields(_ result: SampleAccountPlan.KeyResult) -> [String] {
    let isYesOrNo = result.isYesOrNo
    let current = result.current.map { value in
      isYesOrNo ? (value > 0 ? "ja" : "nein") : SampleNumber.germanTenths(value)
    }
    let typed = result.mistypedPercent.map { $0 * 10 } ?? result.progress
    return [
      result.title, isYesOrNo ? "Ja/Nein" : "Zahl", result.unit,
      isYesOrNo ? "" : SampleNumber.germanTenths(result.start),
      isYesOrNo ? "" : SampleNumber.germanTenths(result.target), current ?? "",
      typed.map { SampleNumber.germanTenths($0) + " %" } ?? "", "1", result.owner,
      result.isLeading ? "ja" : "nein", "ja", "nein", result.note,
    ]
  }
}

// MARK: - Check-ins and reviews

extension SampleOKRSheets {
  private static let closedDays = [
    "16.05.2025", "06.06.2025", "27.06.2025", "18.07.2025", "08.08.2025", "29.08.2025",
  ]
  private static let runningDays = [
    "12.09.2025", "26.09.2025", "17.10.2025", "07.11.2025", "28.11.2025", "10.12.2025",
  ]

  /// The way from start to today's value with a wobble; every ninth team has fallen silent.
  private func checkInLines(of entry: Entry, _ index: Int) -> [String] {
    guard let current = entry.result.current, !entry.result.isYesOrNo else { return [] }
    let chance = SampleRandom(company: index, purpose: .checkIn)
    let days = entry.isClosed ? Self.closedDays : Self.runningDays
    let isSilent = !entry.isClosed && index % 9 == 4
    let reported = isSilent ? Array(days.dropLast(2)) : days
    return reported.enumerated().map { step, day in
      let isLast = step == reported.count - 1
      let way = isLast ? 1000 : step * 160 + chance.integer(step, in: 40...200)
      let exact = entry.result.start + (current - entry.result.start) * way / 1000
      // Only percentages are reported with a decimal.
      let value = entry.result.unit == "%" ? exact : exact / 10 * 10
      let confidence = min(10, max(1, (entry.result.progress ?? 0) / 110 + 2 - (5 - step) / 3))
      return [
        entry.account, entry.cycle, "O\(entry.objectiveNumber)", String(entry.number), day,
        SampleNumber.germanTenths(value), String(confidence), "",
      ].joined(separator: ";")
    }
  }

  /// The closed cycle was reviewed with all accounts but the last two.
  private var reviews: [String] {
    let notes = [
      ("ja", "Frankreich und Service", "Freigaben brauchen einen Vorlauf von acht Wochen"),
      ("teilweise", "Referenzprojekt Batteriewanne", "zu viele Themen, zu wenig Entscheider"),
      ("ja", "Benelux und Lieferzeit", "das Leitwerk überzeugt mehr als jede Präsentation"),
      ("ja", "Italien und Rahmenvertrag", "Einkauf der Holding früher einbinden"),
      ("ja", "Großprojekte 2026", "Auslegung vor der Ausschreibung zahlt sich aus"),
      ("nein", "Bestellungen statt Muster", "ohne Stützpunkt kein Vertrauen"),
    ]
    let rows = zip(SampleAccountPlan.all, notes).map { plan, note in
      [
        portfolio.headNumbers[plan.group], "2025-Z2", "04.09.2025", note.0, note.1, note.2,
      ].joined(separator: ";")
    }
    return ["Kundennummer;Zyklus;Datum;Richtiger Fokus?;Schwerpunkte nächster Zyklus;Gelernt"]
      + rows
  }
}
