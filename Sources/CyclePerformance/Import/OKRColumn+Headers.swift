// SPDX-License-Identifier: Apache-2.0

/// The headers that people write over the columns of OKR sheets.
extension OKRColumn {
  /// German headers of this column in any file; a sheet that has one writes its numbers in German.
  var germanHeaders: [String] {
    switch self {
    case .account:
      ["Kundennummer", "KdNr", "Kunden-Nr.", "Kunden-ID", "Debitor", "Debitorennummer"]
    case .accountName: ["Kunde", "Kundenname", "Firma"]
    case .cycle: ["Zyklus", "OKR-Zyklus", "Quartal"]
    case .start: ["Beginn", "Zyklusbeginn", "Startdatum", "von"]
    case .end: ["Ende", "Zyklusende", "Enddatum", "bis"]
    case .status: ["Zyklusstatus"]
    case .moal: ["MOAL-Nr", "MOAL Nr."]
    case .strategy: ["Strategie"]
    case .requirements: ["Anforderungen"]
    case .milestone: ["Meilenstein-Nr", "Meilenstein-ID"]
    case .due: ["Fällig", "Fällig am", "Termin"]
    case .done: ["Erledigt", "Erledigt am"]
    case .objective: ["Objective-Nr", "Objective Nr."]
    case .origin: ["Herkunft"]
    case .objectiveWeight: ["Gewicht Objective", "Objective-Gewicht"]
    case .objectiveOwner: ["Verantwortlich Objective", "Objective-Verantwortlich"]
    case .carriedFrom: ["Übernommen von", "Übertrag von"]
    case .decision: ["Entscheidung"]
    case .contributesTo: ["Beitrag zu", "Beitrag"]
    case .parentKeyResult: ["Übergeordnetes KR", "Übergeordnetes Key Result"]
    case .number: ["KR-Nr", "KR Nr.", "Key-Result-Nr"]
    case .title: ["Titel", "Bezeichnung"]
    case .kind: ["KR-Typ", "Typ", "Art"]
    case .unit: ["Einheit"]
    case .baseline: ["Startwert", "Ausgangswert", "Anfangswert", "Basiswert"]
    case .target: ["Zielwert", "Ziel", "Soll", "Sollwert"]
    case .current: ["Istwert", "Ist", "aktuell", "aktueller Wert", "Ist-Stand"]
    case .low: ["Untergrenze", "von Wert"]
    case .high: ["Obergrenze", "bis Wert"]
    case .commit: ["Commit-Wert"]
    case .stretch: ["Stretch-Wert"]
    case .tolerance: ["Toleranz"]
    case .typedProgress:
      ["Erreichung in %", "Erreichung", "Erreichungsgrad", "Zielerreichung"]
        + ["Zielerreichung in %", "Fortschritt", "Fortschritt in %", "Erreicht in %"]
        + ["Erfüllungsgrad"]
    case .weight: ["Gewicht", "Gewichtung"]
    case .owner: ["Wer?", "Verantwortlich", "Verantwortliche", "Verantwortlicher", "Zuständig"]
    case .indicator: ["Frühindikator", "Indikator"]
    case .influenceable: ["Beeinflussbar"]
    case .bonusRelevant: ["Bonusrelevant", "Bonus?"]
    case .ambition: ["Anspruch"]
    case .progressMode: ["Fortschritt aus", "Fortschrittsmodus"]
    case .alpha: ["Anteil eigen"]
    case .date: ["Datum", "Stand"]
    case .time: ["Uhrzeit", "Zeit"]
    case .week: ["Woche", "Zykluswoche", "KW im Zyklus", "KW", "Kalenderwoche"]
    case .value: ["Istwert", "Ist", "Wert", "aktuell"]
    case .confidence: ["Zuversicht", "Zuversicht (0-10)", "Konfidenz"]
    case .comment:
      ["Bemerkungen", "Bemerkung", "Kommentar", "Kommentare", "Notizen", "Anmerkungen"]
        + ["Anmerkung"]
    case .rightFocus: ["Richtiger Fokus?", "Fokus richtig?"]
    case .nextFocus: ["Schwerpunkte nächster Zyklus", "Nächster Fokus", "Schwerpunkte"]
    case .learned: ["Gelernt", "Gelerntes"]
    case .master, .moalTitle, .objectiveTitle, .keyResult, .zone: []
    }
  }

  /// English headers of this column in any file besides its own name, and words of both languages.
  var headers: [String] {
    switch self {
    case .account:
      ["account", "account number", "account no.", "customer ID", "customer number"]
        + ["customer no."]
    case .accountName: ["customer", "customer name", "client", "key account", "company"]
    case .cycle: ["cycle", "OKR cycle", "quarter", "goal cycle", "cycle name"]
    case .start: ["start_date", "cycle start"]
    case .end: ["end_date", "cycle end"]
    case .master: ["OKR-Master"]
    case .moal: ["MOAL-ID"]
    case .moalTitle: ["MOAL"]
    case .due: ["due_date"]
    case .objective: ["Objective-ID"]
    case .objectiveTitle: ["Objective", "Ziel (Objective)", "objective name"]
    case .parentKeyResult: ["parent_kr"]
    case .keyResult: ["KR-ID", "Key-Result-ID"]
    case .kind: ["kr_type"]
    case .baseline: ["start value", "starting value", "initial value", "metric start value"]
    case .target: ["target value", "goal", "metric target value"]
    case .current: ["current value", "actual", "actual value", "metric current value"]
    case .typedProgress: ["progress", "attainment", "achievement", "% complete"]
    case .owner: ["who?", "responsible", "goal owner", "key result owner"]
    case .indicator: ["leading indicator"]
    case .bonusRelevant: ["bonus"]
    case .date: ["Check-in", "check-in date"]
    case .week: ["calendar week", "CW"]
    case .value: ["current", "current value", "actual", "actual value"]
    case .confidence: ["confidence (0-10)"]
    case .comment: ["comments", "remarks", "notes"]
    default: []
    }
  }

  /// The headers of this column in a file of `kind`, as they are compared.
  func normalizedHeaders(in kind: OKRMapping.FileKind) -> [String] {
    var all = [name] + germanHeaders + headers
    switch (kind, self) {
    case (.plan, .title):
      all = ["Key Result", "Key Results", "KR", "kr_title", "title"]
      all += ["Schlüsselergebnis", "Schlüsselresultat", "Key Result Title", "Key Result Name"]
    case (.plan, .objective): all += ["objective_number", "Objective no"]
    case (.plan, .number), (.checkins, .number): all += ["KR no", "key_result_number"]
    case (.plan, .start): all = Array(all.dropFirst())
    case (.plan, .baseline), (.keyResults, .baseline): all.append("Start")
    case (.plan, .status): all = ["Zyklusstatus", "Zyklus-Status", "cycle_status"]
    case (.moals, .title): all.append("MOAL")
    case (.objectives, .title): all.append("Objective")
    case (.objectives, .parentKeyResult): all.append("parent")
    case (.keyResults, .title): all += ["Key Result", "KR"]
    case (.milestones, .title): all.append("Meilenstein")
    default: break
    }
    return all.map(HeaderText.normalized)
  }
}
