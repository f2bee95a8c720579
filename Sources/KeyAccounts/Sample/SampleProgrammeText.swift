// SPDX-License-Identifier: Apache-2.0

/// The programme file of the sample.
enum SampleProgrammeText {
  /// `kontor.yaml` with German comments.
  static let yaml = """
    # Kontor-Programm der Ahrental Antriebstechnik GmbH (erfundenes Beispiel)
    #
    #   kontor check      liest alles, nennt Befunde und stimmt die Summen ab
    #   kontor run        konsolidiert, bewertet, wählt aus und schreibt alle Berichte
    #   kontor compare    stellt die Szenarien am Ende dieser Datei nebeneinander
    #
    # Alle Pfade gelten ab dem Ordner dieser Datei.
    version: 1

    programme:
      name: KAM Europa
      goal: potential            # das Ziel entscheidet über die Kriterien
      purpose: Länderübergreifendes Geschäft mit Konzernkunden ausbauen
      approach: sales
      phase: rollout
      currency: EUR
      language: de
      as_of: 2025-12             # letzter Monat, der zählt

    sources:
      # SAP-Ergebnisbericht: Vorspann, Seitenumbrüche mit Kopfzeile, nachgestelltes Minus
      - file: exports/sap_umsatz.csv
        system: SAP-DE
        format: {encoding: windows-1252, delimiter: ";"}   # alles Übrige wird erkannt
        account: Debitor
        name: Name 1
        period: Periode
        currency: {constant: EUR}
        values:
          revenue: Umsatz
          margin: DB I
        attributes: {segment: Branche, country: Land}
        exclude: ["Debitor = '0000999999'"]                # CPD-Sammelkonto

      # Abacus Schweiz: Apostroph als Tausenderzeichen, Beträge in CHF und USD
      - file: exports/abacus_schweiz.csv
        system: ABACUS-CH
        account: Kundennr.
        name: Kunde
        period: Monat
        currency: Währung
        values:
          revenue: Nettoerlös
          margin: Bruttomarge
        attributes: {segment: Branche, country: Land}

      # CRM: Jahrespotenzial je Kunde oder Konzern, dazu Interessenten ohne Umsatz
      - file: exports/crm_accounts.csv
        system: CRM
        key: [Account ID]
        account: Account ID
        name: Account Name
        currency: Potential Currency
        values:
          potential: {column: Annual Potential, min: 0}
        attributes: {stage: Relationship Stage}

    accounts:
      file: exports/kundenstamm.csv
      account: Kundennummer
      name: Name 1
      attributes: {country: Land, segment: Branche, region: Gebiet}
      system: System
      parent: Konzernnummer
      valid_from: gültig ab
      valid_to: gültig bis
      rollup: top                    # Gesellschaften zählen zur Konzernspitze
      mapping: same_customers.csv    # welches CRM-Konto welcher ERP-Kunde ist

    rates: {file: rates.csv}

    measures:
      revenue_12m: sum(revenue, 12)
      margin_rate: sum(margin, 12) / revenue_12m
      growth: growth(revenue, 12)
      open_potential: max(0, potential - revenue_12m)
      share_of_wallet: revenue_12m / potential
      countries: distinct(country)

    # K.-o.-Kriterien: wer eines verfehlt, wird mit Grund ausgesondert
    gates:
      - segment != "Intercompany"
      - revenue_12m >= 100000        # kleinere Kunden betreut der Innendienst
      - margin_rate >= 0.05

    # Feste Skalen: ein neuer Kunde verschiebt die Noten der anderen nicht
    criteria:
      - name: Offenes Potenzial
        measure: open_potential
        weight: 40
        scale: {from: 0, to: 20000000}
        missing: worst
        origin: system
        view: forward
      - name: Umsatz 12 Monate
        measure: revenue_12m
        weight: 25
        scale: {from: 0, to: 12000000}
        missing: worst
        origin: system
        view: backward
      - name: Wachstum
        measure: growth
        weight: 20
        scale: {from: -0.2, to: 0.4}
        missing: worst
        origin: system
        view: backward
      - name: DB-Marge
        measure: margin_rate
        weight: 15
        scale: {from: 0.1, to: 0.4}
        missing: worst
        origin: system
        view: backward

    weighting: points
    method: weighted-sum

    shortlist:
      size: 10
      incumbents: lists/2024.csv     # Liste des Vorjahres
      enter: 8                       # neu aufgenommen wird bis Rang 8
      stay: 13                       # wer auf der Liste ist, bleibt bis Rang 13
      decisions: lists/decisions.csv

    matrix:
      attractiveness: [Offenes Potenzial, Wachstum]
      strength: [Umsatz 12 Monate, DB-Marge]
      limits: [0.4, 0.4]

    robustness: {samples: 2000, seed: 1, spread: 0.3}

    scenarios:
      - {name: Wachstum zuerst, weights: {Wachstum: 60}}
      - {name: TOPSIS, method: topsis}
      - {name: ohne Mindestmarge, gates: ['segment != "Intercompany"', 'revenue_12m >= 100000']}
      - name: Einbruch Automobil
        shock: {where: "segment = 'Automobilzulieferer'", revenue: -50%}

    okr:
      plan: okr/account_plan_okr.csv
      cycles: okr/zyklen.csv
      checkins: okr/checkins.csv
      reviews: okr/reviews.csv
      profile: sieck
      as_of: 2025-12-12
      history: runs/                 # frühere Auswahlläufe für die Verbindung zu den OKR

    """
}
