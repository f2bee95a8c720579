// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText
package import Selection

extension ReportTable {
  /// `robustness.csv`: how sure it is that each account is on the list, and what would flip it.
  package static func robustness(
    _ robustness: ListRobustness,
    of ranking: Ranking
  ) -> ReportTable {
    let rows = robustness.rows
    return ReportTable(
      "robustness",
      LocalizedText(de: "Sicherheit der Auswahl", en: "Certainty of the list"),
      columns: robustnessColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      cells += [
        .text(ranking.accounts[row.account]), Cell(row.rank), .real(row.probability),
        Cell(row.bestRank), Cell(row.worstRank), Cell(row.meanRank),
        Cell(row.flip.map { ranking.columns[$0.criterion].criterion.name }),
        Cell(row.flip?.change), .real(robustness.standardError(of: row.probability)),
        .text(row.verdict.rawValue),
      ]
    }
  }

  private static let robustnessColumns: [Column] = [
    .account, .rank,
    .init(
      "probability_shortlisted",
      .number,
      LocalizedText(de: "Wahrscheinlichkeit", en: "Probability")
    ),
    .init("best_rank", .integer, LocalizedText(de: "bester Rang", en: "Best rank")),
    .init("worst_rank", .integer, LocalizedText(de: "schlechtester Rang", en: "Worst rank")),
    .init("mean_rank", .number, LocalizedText(de: "mittlerer Rang", en: "Mean rank")),
    .init(
      "closest_criterion",
      .string,
      LocalizedText(de: "kippt am ehesten durch", en: "Flips soonest by")
    ),
    .init("weight_change", .number, LocalizedText(de: "Gewicht um", en: "Weight by")),
    .init("standard_error", .number, LocalizedText(de: "Standardfehler", en: "Standard error")),
    .init("verdict", .string, LocalizedText(de: "Urteil", en: "Verdict")),
  ]

  /// `weights.csv`: what each weight does, by criterion.
  package static func weights(_ criteria: [CriterionSensitivity]) -> ReportTable {
    let rows = criteria.sorted { $0.criterion.name.isBytewiseLess(than: $1.criterion.name) }
    return ReportTable(
      "weights",
      LocalizedText(de: "Gewichte", en: "Weights"),
      columns: weightColumns,
      rowCount: rows.count
    ) { index, cells in
      let row = rows[index]
      let diagnostics = row.diagnostics
      cells += [
        .text(row.criterion.name), .real(row.criterion.weight), Cell(row.stable?.lowerBound),
        Cell(row.stable?.upperBound), Cell(row.effectiveInfluence), Cell(row.leader?.lowerBound),
        Cell(row.leader?.upperBound), Cell(row.replacedWithout), .real(diagnostics.equal),
        Cell(diagnostics.entropy), Cell(diagnostics.critic), Cell(diagnostics.merec),
        Cell(diagnostics.standardDeviation),
      ]
    }
  }

  private static let weightColumns: [Column] = [
    .init("criterion", .string, LocalizedText(de: "Kriterium", en: "Criterion")),
    .init("weight", .number, LocalizedText(de: "Gewicht", en: "Weight")),
    .init("stable_from", .number, LocalizedText(de: "Liste gleich ab", en: "List the same from")),
    .init("stable_to", .number, LocalizedText(de: "Liste gleich bis", en: "List the same to")),
    .init(
      "effective_influence",
      .number,
      LocalizedText(de: "wirksamer Einfluss", en: "Effective influence")
    ),
    .init("leader_from", .number, LocalizedText(de: "Erster gleich ab", en: "Leader from")),
    .init("leader_to", .number, LocalizedText(de: "Erster gleich bis", en: "Leader to")),
    .init(
      "replaced_without",
      .integer,
      LocalizedText(de: "ersetzt ohne das Kriterium", en: "Replaced without it")
    ),
    .init("equal", .number, LocalizedText(de: "gleich", en: "Equal")),
    .init("entropy", .number, LocalizedText(de: "Entropie", en: "Entropy")),
    .init("critic", .number, LocalizedText("CRITIC")),
    .init("merec", .number, LocalizedText("MEREC")),
    .init(
      "standard_deviation",
      .number,
      LocalizedText(de: "Standardabweichung", en: "Standard deviation")
    ),
  ]

  /// `parsimony.csv`: by number of criteria the best choice, and what it leaves out.
  package static func parsimony(_ parsimony: Parsimony) -> ReportTable {
    let all = parsimony.criteria
    return ReportTable(
      "parsimony",
      LocalizedText(de: "Sparsamkeit", en: "Parsimony"),
      columns: parsimonyColumns,
      rowCount: parsimony.choices.count
    ) { index, cells in
      let choice = parsimony.choices[index]
      let dropped = all.indices.filter { !choice.kept.contains($0) }
      cells += [
        .integer(choice.kept.count), .text(choice.kept.map { all[$0] }.joined(separator: "; ")),
        .text(dropped.map { all[$0] }.joined(separator: "; ")), .integer(choice.replaced),
        .text(choice.replaced == 0 ? "true" : "false"),
      ]
    }
  }

  private static let parsimonyColumns: [Column] = [
    .init("size", .integer, LocalizedText(de: "Anzahl", en: "Size")),
    .init("criteria", .string, LocalizedText(de: "Kriterien", en: "Criteria")),
    .init("dropped", .string, LocalizedText(de: "weggelassen", en: "Dropped")),
    .init("replaced", .integer, LocalizedText(de: "ersetzt", en: "Replaced")),
    .init("same_list", .boolean, LocalizedText(de: "Liste gleich", en: "Same list")),
  ]
}
