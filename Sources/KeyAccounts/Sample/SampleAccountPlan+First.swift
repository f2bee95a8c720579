// SPDX-License-Identifier: Apache-2.0

extension SampleAccountPlan {
  /// The four largest groups.
  static let first: [SampleAccountPlan] = [hagenwoerth, brueggenau, suesskind, oederlin]

  private static let hagenwoerth = SampleAccountPlan(
    group: 0,
    moal: "Lieferanteil Antriebe bis 31.12.2025 von 38 % auf 48 % ausbauen",
    strategy: "Plattform statt Einzelteil: ein Antriebsbaukasten für alle fünf Werke",
    requirements: "Konsignationslager Polen; Freigabe Baureihe AX bis Juni",
    closed: [
      Objective(
        "Die Konstruktion plant neue Linien zuerst mit unseren Antrieben",
        topDown: true,
        [
          KeyResult("Lieferanteil Servoantriebe", "%", (38, 45, 43), "M. Krüger"),
          KeyResult(
            "Neue Linien mit Baureihe AX in der Stückliste",
            "Stück",
            (0, 6, 5),
            "J. Adler"
          )
          .leading,
          KeyResult("Werke mit freigegebenem Antriebsbaukasten", "Stück", (1, 4, 3), "J. Adler"),
        ]
      ),
      Objective(
        "Die Werke in Osteuropa erleben uns als verlässlichen Partner",
        [
          KeyResult("Liefertreue Polen und Tschechien", "%", (82, 96, 94), "P. Nowak"),
          KeyResult("Reaktionszeit auf Störungsmeldungen", "Stunden", (36, 12, 16), "P. Nowak")
            .leading,
          KeyResult("Freigabe des Konsignationslagers liegt vor", done: true, "S. Thiele"),
        ]
      ),
    ],
    running: [
      Objective(
        "Die Werke in Frankreich und Österreich folgen dem Standard",
        [
          KeyResult("Lieferanteil Servoantriebe", "%", (43, 48, 46), "M. Krüger"),
          KeyResult("Umgestellte Linien in Frankreich", "Stück", (0, 5, 3), "C. Martin").leading,
          KeyResult("Ersatzteilpakete in Österreich", "Stück", (2, 12, 11), "K. Huber"),
        ]
      ),
      Objective(
        "Der Service wird zum eigenen Geschäft",
        topDown: true,
        [
          KeyResult("Maschinen mit Zustandsüberwachung", "Stück", (10, 60, 41), "S. Thiele")
            .leading,
          KeyResult("Werke mit Wartungsvertrag", "Stück", (1, 4, 3), "S. Thiele")
            .noted("Werk Brünn entscheidet im Januar"),
          KeyResult("Ungeplante Stillstände je Monat", "Stück", (9, 3, 5), "P. Nowak"),
        ]
      ),
    ]
  )

  private static let brueggenau = SampleAccountPlan(
    group: 1,
    moal: "Umsatzniveau trotz Verbrennerausstieg bei 10 Mio. € halten",
    strategy: "Vom Druckguss zur Batteriewanne: früh in die Anlagenplanung E-Mobilität",
    requirements: "Prüfstand für Hochlastantriebe; Preisgleitklausel Energie",
    closed: [
      Objective(
        "In der Anlagenplanung E-Mobilität sitzen wir früh am Tisch",
        [
          KeyResult("Angefragte Projekte Batteriewanne", "Stück", (0, 5, 2), "R. Sommer").leading,
          KeyResult(
            "4 Workshops mit der Anlagenplanung durchführen",
            "Stück",
            (0, 4, 4),
            "R. Sommer"
          )
          .noted("eher Aufgabe als Ergebnis"),
          KeyResult("Projekte mit unserem Lastenheft", "Stück", (0, 3, 1), "R. Sommer"),
        ]
      ),
      Objective(
        "Wir sichern das Bestandsgeschäft in Ungarn und Spanien",
        topDown: true,
        [
          KeyResult("Umsatz Ersatzteile", "T€", (900, 1100, 930), ""),
          KeyResult("Reklamationsquote", "%", (4, 1, 3), "E. Farkas"),
          KeyResult("Offene Reklamationen älter als 30 Tage", "Stück", (14, 2, 9), "E. Farkas")
            .leading,
        ]
      ),
    ],
    running: [
      Objective(
        "Batteriewanne Zwönau wird unser Referenzprojekt",
        [
          KeyResult("Bestandene Abnahmestufen", "Stück", (0, 4, 1), "R. Sommer"),
          KeyResult("Taktzeit der Musteranlage", "Sekunden", (95, 70, 84), "T. Voigt").leading,
          KeyResult("Freigabe durch den Werksleiter liegt vor", done: false, "R. Sommer"),
        ]
      ),
      Objective(
        "Der Einkauf sieht uns nicht mehr nur als Teilelieferanten",
        topDown: true,
        [
          KeyResult("Rahmenverträge mit Serviceanteil", "Stück", (0, 3, 1), "R. Sommer"),
          KeyResult("Anteil digital bestellter Ersatzteile", "%", (20, 60, 35), "E. Farkas")
            .leading,
          KeyResult("Lieferantenbewertung", "Punkte", (71, 85, 74), "T. Voigt").unmeasured
            .noted("Bewertung kommt im Januar"),
        ]
      ),
    ]
  )

  private static let suesskind = SampleAccountPlan(
    group: 2,
    moal: "Hauptlieferant für Kühl- und Frostförderer bis Dezember 2025",
    strategy: "Hygienegerechte Förderer senken die Reinigungszeit; Nachweis im Leitwerk",
    requirements: "Edelstahlfertigung mit zweiter Schicht",
    closed: [
      Objective(
        "Das Leitwerk wird zum Beweis für alle anderen",
        [
          KeyResult("Reinigungszeit je Linie", "Minuten", (95, 50, 55), "A. Brandt").leading,
          KeyResult("Linien mit Hygieneförderer", "Stück", (1, 6, 6), "A. Brandt"),
          KeyResult("Positive Stimmen aus der Produktion", "Stück", (0, 8, 10), "L. Peters"),
        ]
      ),
      Objective(
        "Der strategische Einkauf bündelt bei uns",
        topDown: true,
        [
          KeyResult("Lieferanteil Kälteförderer", "%", (45, 60, 57), "A. Brandt"),
          KeyResult("Gelistete Produktgruppen", "Stück", (2, 5, 4), "L. Peters").mistyped(80),
          KeyResult("Standorte mit Rahmenabruf", "Stück", (1, 4, 3), "D. Claes").leading,
        ]
      ),
    ],
    running: [
      Objective(
        "Benelux und Schweiz ziehen nach",
        [
          KeyResult(
            "Linien mit Hygieneförderer außerhalb Deutschlands",
            "Stück",
            (0, 5, 4),
            "D. Claes"
          ),
          KeyResult("Lieferanteil Benelux", "%", (20, 40, 35), "D. Claes"),
          KeyResult("Bemusterte Werke", "Stück", (1, 4, 4), "L. Peters").leading,
        ]
      ),
      Objective(
        "Unsere Lieferfähigkeit trägt das Wachstum",
        topDown: true,
        [
          KeyResult("Lieferzeit Edelstahlförderer", "Wochen", (14, 8, 9), "A. Brandt").leading,
          KeyResult("Liefertreue", "%", (86, 97, 95), "A. Brandt"),
          KeyResult("Eilaufträge je Monat", "Stück", (11, 4, 6), "L. Peters"),
        ]
      ),
    ]
  )

  private static let oederlin = SampleAccountPlan(
    group: 3,
    moal: "Systempartner Reinraumförderung bis März 2026",
    strategy: "Validierung aus einer Hand; ein Dokumentensatz für drei Länder",
    requirements: "Validierungsingenieur in der Schweiz",
    closed: [
      Objective(
        "Die Qualitätssicherung vertraut unserer Dokumentation",
        [
          KeyResult("Beanstandungen je Validierung", "Stück", (12, 3, 5), "N. Frei").leading,
          KeyResult("Anlagen mit vollständigem Dokumentensatz", "Stück", (2, 10, 8), "N. Frei"),
          KeyResult("Durchlaufzeit der Validierung", "Tage", (60, 35, 42), "N. Frei"),
        ]
      ),
      Objective(
        "Die Holding kennt unseren Nutzen über Ländergrenzen hinweg",
        topDown: true,
        [
          KeyResult("Länder mit gemeinsamer Spezifikation", "Stück", (1, 3, 2), "G. Rossi"),
          KeyResult("Entscheider der Holding mit fester Ansprache", "Stück", (1, 6, 5), "N. Frei")
            .leading,
          KeyResult("Rahmenvertrag ist unterschrieben", done: false, "N. Frei"),
        ]
      ),
    ],
    running: [
      Objective(
        "Das Werk in Italien wird Teil des Verbundes",
        [
          KeyResult(
            "Anlagen in Italien nach Konzernspezifikation",
            "Stück",
            (0, 4, 2),
            "G. Rossi"
          ),
          KeyResult("Geschulte Anwender", "Stück", (5, 40, 33), "G. Rossi").leading,
          KeyResult("Durchlaufzeit der Validierung", "Tage", (42, 30, 34), "N. Frei"),
        ]
      ),
      Objective(
        "Aus Projekten wird ein Rahmenvertrag",
        topDown: true,
        [
          KeyResult("Verhandelte Vertragsteile", "Stück", (1, 7, 6), "N. Frei").leading,
          KeyResult("Standorte mit zugesagter Abnahme", "Stück", (1, 4, 3), "G. Rossi"),
          KeyResult("Lieferanteil Reinraumförderung", "%", (35, 45, 41), "N. Frei"),
        ]
      ),
    ]
  )
}
