// SPDX-License-Identifier: Apache-2.0

extension SampleAccountPlan {
  /// Four more groups; the last is no key account any more.
  static let second: [SampleAccountPlan] = [vahrenbeck, chatelvert, mazurek, kaltenbrunn]

  private static let vahrenbeck = SampleAccountPlan(
    group: 4,
    moal: "Lieferanteil Sorterantriebe bis 31.12.2025 von 24 % auf 34 % ausbauen",
    strategy: "Energieeinsparung je Sendung belegen; Rahmenabruf für Polen und Schweden",
    requirements: "Zweite Montagelinie für Trommelmotoren",
    closed: [
      Objective(
        "Jeder neue Sorter beginnt mit unserer Auslegung",
        [
          KeyResult("Lieferanteil Sorterantriebe", "%", (24, 30, 29), "B. Lorenz"),
          KeyResult("Auslegungen vor der Ausschreibung", "Stück", (1, 8, 7), "B. Lorenz").leading,
          KeyResult("Energieverbrauch je 1.000 Sendungen", "kWh", (14, 9, 10), "U. Wendt"),
        ]
      ),
      Objective(
        "Polen und Schweden kaufen aus demselben Katalog",
        topDown: true,
        [
          KeyResult("Länder mit gemeinsamer Preisliste", "Stück", (1, 3, 3), "U. Wendt"),
          KeyResult("Anteil der Abrufe über das Portal", "%", (15, 60, 48), "U. Wendt").leading,
          KeyResult("Lieferzeit Trommelmotoren", "Tage", (45, 20, 24), "P. Nowak"),
        ]
      ),
    ],
    running: [
      Objective(
        "Wir sind für die Großprojekte 2026 gesetzt",
        [
          KeyResult("Zusagen für Großprojekte", "Stück", (0, 3, 2), "B. Lorenz"),
          KeyResult("Lieferanteil Sorterantriebe", "%", (29, 34, 33), "B. Lorenz"),
          KeyResult("Technische Klärungen innerhalb von 5 Tagen", "%", (50, 90, 88), "U. Wendt")
            .leading,
        ]
      ),
      Objective(
        "Die Inbetriebnahme läuft ohne Überraschung",
        topDown: true,
        [
          KeyResult("Nacharbeiten je Anlage", "Stück", (8, 2, 3), "P. Nowak").leading,
          KeyResult("Termingerechte Abnahmen", "%", (70, 95, 92), "P. Nowak"),
          KeyResult("Fernwartung in allen Anlagen freigegeben", done: true, "U. Wendt"),
        ]
      ),
    ]
  )

  private static let chatelvert = SampleAccountPlan(
    group: 5,
    moal: "Zweitlieferant in allen Molkereien bis April 2026",
    strategy: "Über die Westschweiz nach Frankreich; kurze Wege im Service",
    requirements: "Servicestützpunkt Lyon",
    closed: [
      Objective(
        "Die Molkereien in Frankreich geben uns eine Chance",
        [
          KeyResult("Angefragte Molkereien", "Stück", (2, 8, 5), "C. Martin").leading,
          KeyResult("Bemusterte Abfülllinien", "Stück", (0, 4, 2), "C. Martin"),
          KeyResult("Lieferanteil Abfüllung", "%", (8, 15, 11), "C. Martin"),
        ]
      ),
      Objective(
        "Der Service spricht Französisch",
        topDown: true,
        [
          KeyResult("Einsätze innerhalb von 24 Stunden", "%", (40, 85, 62), "F. Morel").leading,
          KeyResult("Dokumente in französischer Sprache", "%", (30, 100, 90), "F. Morel"),
          KeyResult("Zufriedenheit nach Einsatz", "Punkte", (6, 9, 8), "F. Morel"),
        ]
      ),
    ],
    running: [
      Objective(
        "Aus Mustern werden Bestellungen",
        [
          KeyResult("Erste Bestellungen aus neuen Molkereien", "Stück", (0, 6, 2), "C. Martin"),
          KeyResult("Lieferanteil Abfüllung", "%", (11, 16, 13), "C. Martin"),
          KeyResult("Angebote innerhalb von 48 Stunden", "%", (45, 90, 70), "F. Morel").leading,
        ]
      ),
      Objective(
        "Tiefkühlwerke nehmen uns als Anbieter wahr",
        topDown: true,
        [
          KeyResult("Tiefkühlwerke mit Bedarfsanalyse", "Stück", (0, 3, 1), "F. Morel").leading,
          KeyResult("Gelistete Produktgruppen", "Stück", (0, 2, 0), "C. Martin")
            .noted("Listung auf Februar verschoben"),
          KeyResult("Teststellung ist vereinbart", done: false, "F. Morel"),
        ]
      ),
    ]
  )

  private static let mazurek = SampleAccountPlan(
    group: 6,
    moal: "Bevorzugter Partner für die neue Folienlinie bis Dezember 2025",
    strategy: "Gemeinsame Entwicklung statt Preisvergleich",
    requirements: "Entwicklungsbudget 80 T€",
    closed: [
      Objective(
        "Die neue Folienlinie trägt unsere Handschrift",
        [
          KeyResult("Gemeinsam freigegebene Baugruppen", "Stück", (0, 9, 8), "P. Nowak").leading,
          KeyResult("Liniengeschwindigkeit im Test", "m/min", (220, 300, 285), "H. Zielke"),
          KeyResult("Lieferanteil Folienlinien", "%", (30, 45, 41), "P. Nowak"),
        ]
      ),
      Objective(
        "Der Kunde findet bei uns schnell eine Antwort",
        [
          KeyResult("Rückmeldung auf Angebotsanfragen", "Stunden", (60, 24, 30), "H. Zielke")
            .leading,
          KeyResult("Fertige Angebote innerhalb von 48 Stunden", "%", (50, 85, 80), "H. Zielke"),
          KeyResult("Offene Klärungspunkte", "Stück", (25, 5, 4), "P. Nowak")
            .noted("übertroffen"),
        ]
      ),
    ],
    running: [
      Objective(
        "Die Serie startet ohne Verzug",
        [
          KeyResult("Ausgelieferte Baugruppen", "Stück", (0, 24, 20), "P. Nowak"),
          KeyResult("Teile mit bestandener Erstmusterprüfung", "%", (40, 100, 96), "H. Zielke")
            .leading,
          KeyResult("Lieferanteil Folienlinien", "%", (41, 50, 48), "P. Nowak"),
        ]
      ),
      Objective(
        "Tschechien übernimmt die Lösung",
        topDown: true,
        [
          KeyResult("Linien in Tschechien mit unserer Lösung", "Stück", (0, 2, 1), "H. Zielke"),
          KeyResult("Geführte Referenzbesuche", "Stück", (0, 4, 4), "P. Nowak").leading,
          KeyResult("Ausschussquote im Vergleichslauf", "%", (6, 3, 4), "H. Zielke"),
        ]
      ),
    ]
  )

  private static let kaltenbrunn = SampleAccountPlan(
    group: 7,
    moal: "",
    strategy: "Bestandsgeschäft mit wenig Aufwand halten",
    requirements: "",
    closed: [
      Objective(
        "Wir bleiben im Implantatwerk die erste Wahl",
        [
          KeyResult("Lieferanteil Implantatwerk", "%", (52, 60, 56), "V. Ostermann"),
          KeyResult("Liefertreue", "%", (90, 98, 95), "V. Ostermann").leading,
        ]
      )
    ],
    running: [
      Objective(
        "Die Schweizer Tochter nutzt den Rahmenvertrag",
        [
          KeyResult("Abrufe aus dem Rahmenvertrag", "Stück", (0, 10, 3), "V. Ostermann"),
          KeyResult("Standorte mit Zugang zum Portal", "Stück", (1, 3, 2), "V. Ostermann")
            .leading,
        ]
      )
    ]
  )
}
