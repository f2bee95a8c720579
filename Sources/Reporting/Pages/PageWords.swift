// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import CyclePerformance

/// The words in which pages speak of what tables name by code.
package enum PageWords {
  /// A status in words.
  package static func words(for status: Pace.Status) -> LocalizedText {
    switch status {
    case .notStarted: LocalizedText(de: "noch nicht begonnen", en: "not started")
    case .noData: LocalizedText(de: "keine Daten", en: "no data")
    case .achieved: LocalizedText(de: "erreicht", en: "achieved")
    case .partial: LocalizedText(de: "teilweise erreicht", en: "partly achieved")
    case .missed: LocalizedText(de: "verfehlt", en: "missed")
    case .stale: LocalizedText(de: "Check-in überfällig", en: "check-in overdue")
    case .tooEarly: LocalizedText(de: "zu früh für ein Urteil", en: "too early to say")
    case .onTrack: LocalizedText(de: "auf Kurs", en: "on track")
    case .atRisk: LocalizedText(de: "gefährdet", en: "at risk")
    case .offTrack: LocalizedText(de: "nicht auf Kurs", en: "off track")
    }
  }

  /// A kind of milestone in words.
  static func words(for kind: Milestone.Kind) -> LocalizedText {
    switch kind {
    case .tender: LocalizedText(de: "Ausschreibung", en: "tender")
    case .test: LocalizedText(de: "Test", en: "test")
    case .managementMeeting: LocalizedText(de: "Managementtermin", en: "management meeting")
    case .other: LocalizedText(de: "Sonstiges", en: "other")
    }
  }

  /// The class of a link row in words.
  package static func words(for linkClass: LinkRow.Class) -> LocalizedText {
    switch linkClass {
    case .selectedWithOKR: LocalizedText(de: "ausgewählt mit OKR", en: "selected with OKRs")
    case .selectedWithoutOKR: LocalizedText(de: "ausgewählt ohne OKR", en: "selected without OKRs")
    case .otherWithOKR: LocalizedText(de: "übrige mit OKR", en: "others with OKRs")
    case .otherWithoutOKR: LocalizedText(de: "übrige ohne OKR", en: "others without OKRs")
    case .unscoredWithOKR: LocalizedText(de: "unbewertet mit OKR", en: "unscored with OKRs")
    }
  }

  /// An answer of a review in words.
  static func words(for focus: CycleReview.Focus) -> LocalizedText {
    switch focus {
    case .yes: LocalizedText(de: "ja", en: "yes")
    case .partly: LocalizedText(de: "teilweise", en: "partly")
    case .no: LocalizedText(de: "nein", en: "no")
    }
  }

  /// A decision of a review in words.
  static func words(for decision: Objective.Decision) -> LocalizedText {
    switch decision {
    case .keep: LocalizedText(de: "beibehalten", en: "keep")
    case .modify: LocalizedText(de: "anpassen", en: "modify")
    case .abandon: LocalizedText(de: "aufgeben", en: "abandon")
    }
  }

  /// What separates two groups of accounts, in words.
  static func words(for arm: EffectRow.Arm) -> LocalizedText {
    switch arm {
    case .withOKR: LocalizedText(de: "mit OKR", en: "with OKRs")
    case .selected: LocalizedText(de: "ausgewählt", en: "selected")
    }
  }

  /// A figure of the link statistics in words; a name without words stands for itself.
  static func words(forFigure figure: String) -> LocalizedText {
    switch figure {
    case "account_cycles": LocalizedText(de: "Kunden-Zyklen", en: "account-cycles")
    case "spearman": LocalizedText("Spearman")
    case "kendall_tau_b": LocalizedText("Kendall tau-b")
    case "spearman_without_most_influential":
      LocalizedText(
        de: "Spearman ohne den einflussreichsten Kunden",
        en: "Spearman without the most influential account"
      )
    case "spearman_selected_only":
      LocalizedText(de: "Spearman nur der ausgewählten", en: "Spearman of those selected only")
    case "slope_classical": LocalizedText(de: "Steigung (klassisch)", en: "slope (classical)")
    case "slope_hc1": LocalizedText(de: "Steigung (HC1)", en: "slope (HC1)")
    case "slope_hc3": LocalizedText(de: "Steigung (HC3)", en: "slope (HC3)")
    case "slope_by_account":
      LocalizedText(de: "Steigung (nach Kunden gruppiert)", en: "slope (clustered by account)")
    case "intercept": LocalizedText(de: "Achsenabschnitt", en: "intercept")
    case "r_squared": LocalizedText("R²")
    case "mean_attainment_selected":
      LocalizedText(de: "mittlere Erreichung ausgewählter", en: "mean attainment of selected")
    case "mean_attainment_other":
      LocalizedText(de: "mittlere Erreichung übriger", en: "mean attainment of others")
    case "detectable_difference":
      LocalizedText(de: "erkennbarer Unterschied ab", en: "detectable difference from")
    case "criteria_ridge_lambda":
      LocalizedText(de: "Ridge-Preis aller Kriterien", en: "ridge price of all criteria")
    case "criteria_left_out_error":
      LocalizedText(
        de: "Fehler für ausgelassene Zeilen, alle Kriterien",
        en: "error for rows left out, all criteria"
      )
    case "mean_left_out_error":
      LocalizedText(
        de: "Fehler für ausgelassene Zeilen, nur Mittelwert",
        en: "error for rows left out, mean only"
      )
    default: LocalizedText(figure)
    }
  }

  /// A set of criteria in words; a scenario stands for itself.
  static func words(forSet set: String) -> LocalizedText {
    switch set {
    case "programme": LocalizedText(de: "dieses Programm", en: "this programme")
    case "history": LocalizedText(de: "frühere Läufe", en: "earlier runs")
    default: LocalizedText(set)
    }
  }

  /// Why a figure is missing, in words; a code without words stands for itself.
  static func words(forReason reason: String) -> LocalizedText {
    switch reason {
    case "no_data": LocalizedText(de: "keine Daten", en: "no data")
    case "missing_baseline_or_target":
      LocalizedText(de: "Start oder Ziel fehlt", en: "start or target missing")
    case "zero_range": LocalizedText(de: "Ziel gleich Start", en: "target equals start")
    case "too_few_data": LocalizedText(de: "zu wenige Daten", en: "too few data")
    case "too_few_in_arm":
      LocalizedText(de: "zu wenige Kunden in einer Gruppe", en: "too few accounts in a group")
    case "not_comparable":
      LocalizedText(de: "Gruppen nicht vergleichbar", en: "groups not comparable")
    case "few_accounts":
      LocalizedText(de: "wenige Kunden, Fehler zu klein", en: "few accounts, error too small")
    case "rank_deficient":
      LocalizedText(de: "folgt aus den anderen Kriterien", en: "follows from the other criteria")
    case "overflow": LocalizedText(de: "Zahlen zu groß", en: "numbers too large")
    case "too_early": LocalizedText(de: "zu früh im Zyklus", en: "too early in the cycle")
    case "constant_input": LocalizedText(de: "alle Werte gleich", en: "all values equal")
    case "no_run": LocalizedText(de: "kein früherer Lauf", en: "no earlier run")
    case "nothing_picked": LocalizedText(de: "niemand gewählt", en: "nobody picked")
    default: faultWords(reason)
    }
  }

  /// A reason that a finding explains is named by its code.
  private static func faultWords(_ reason: String) -> LocalizedText {
    let code = OKRCode.allCases.first { $0.severity == .error && $0.reason == reason }
    guard let code else { return LocalizedText(reason) }
    return LocalizedText(
      de: "Fehler in der Zeile: \(code.code)",
      en: "error in the row: \(code.code)"
    )
  }
}
