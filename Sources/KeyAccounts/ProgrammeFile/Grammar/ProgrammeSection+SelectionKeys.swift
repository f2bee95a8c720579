// SPDX-License-Identifier: Apache-2.0
import Selection

extension ProgrammeSection {
  var selectionKeys: [ProgrammeKey] {
    switch self {
    case .criterion: Self.criterionKeys
    case .scale:
      [
        .init("from", .number(atLeast: nil), "Value with utility 0."),
        .init("to", .number(atLeast: nil), "Value with utility 1."),
        .init("target", .number(atLeast: nil), "The best value."),
        .init(
          "points",
          .list(.list(.number(atLeast: nil))),
          "Pairs of value and utility, rising; linear between them."
        ),
      ]
    case .weighting:
      [
        .init(
          "ahp",
          .list(.list(.either([.number(atLeast: 0), .text]))),
          "Pairwise comparison matrix; fractions such as 1/3 are allowed."
        ),
        .init(
          "swing",
          .names(.number(atLeast: 0)),
          "Points for the swing from worst to best, by criterion; 100 for the most important."
        ),
        .init("best-worst", .section(.bestWorst), "Judgements of the best-worst method."),
        .init("group", .oneOf(GroupPoints.Mean.self), "How the members' shares are averaged."),
        .init("members", .names(.names(.number(atLeast: 0))), "Points by member and criterion."),
      ]
    case .bestWorst:
      [
        .required("best", .text, "The most important criterion."),
        .required("worst", .text, "The least important criterion."),
        .required(
          "best_to_others",
          .names(.number(atLeast: 1)),
          "How many times as important the best one is, by criterion, 1 to 9."
        ),
        .required(
          "others_to_worst",
          .names(.number(atLeast: 1)),
          "How many times as important as the worst one it is, by criterion, 1 to 9."
        ),
      ]
    default:
      [
        .required("method", .choice(DecisionMethod.names), "Name of the method."),
        .init("v", .number(atLeast: 0), "VIKOR: weight of group utility, 0 to 1."),
      ] + Self.preferenceKeys
    }
  }

  private static let preferenceKeys: [ProgrammeKey] = [
    .init("preference", .choice(PreferenceThresholds.functionNames), "Preference function."),
    .init("q", .number(atLeast: 0), "Indifference threshold on scaled values."),
    .init("p", .number(atLeast: 0), "Preference threshold on scaled values."),
    .init("s", .number(atLeast: 0), "Inflection point of the Gaussian function."),
  ]

  private static let criterionKeys: [ProgrammeKey] =
    [
      .init("name", .text, "Name in outputs; default: the text of the measure."),
      .init("measure", .text, "A measure's name or a formula."),
      .init("direction", .oneOf(Criterion.Direction.self), "Which end is wanted."),
      .init("weight", .number(atLeast: 0), "Raw points, normalised by the sum of the siblings."),
      .init(
        "scale",
        .either([.choice(Scale.simpleNames), .section(.scale)]),
        "How values become utilities."
      ),
      .init("missing", .oneOf(Criterion.MissingPolicy.self), "What a missing value means."),
      .init("origin", .oneOf(Criterion.Origin.self), "Delivered by a system or rated by hand."),
      .init("view", .oneOf(Criterion.View.self), "Looks ahead or back."),
      .init("criteria", .list(.section(.criterion)), "Criteria of a group, with local weights."),
      .init(
        "weighting",
        .either([.choice(Weighting.simpleNames), .section(.weighting)]),
        "How the weights of the group's criteria are found; default: as on the level above."
      ),
    ] + preferenceKeys

  var shortlistKeys: [ProgrammeKey] {
    switch self {
    case .shortlist:
      [
        .init("size", .integer(atLeast: 1), "How many accounts the list holds."),
        .init("capacity", .section(.capacity), "Exact selection within a limit."),
        .init("quotas", .openList(.section(.quota)), "Bounds per attribute."),
        .init("incumbents", .text, "File with the accounts of the previous list."),
        .init("enter", .integer(atLeast: 1), "Rank up to which a newcomer enters."),
        .init("stay", .integer(atLeast: 1), "Rank up to which an incumbent stays."),
        .init("decisions", .text, "File with decisions that override the ranking."),
      ]
    case .capacity:
      [
        .required("effort", .text, "Value or measure with the effort of an account."),
        .required("limit", .number(atLeast: 0), "Effort that all accounts together may take."),
      ]
    default:
      [
        .required("attribute", .text, "The attribute that is bounded."),
        .init("at_most", .integer(atLeast: 0), "Most accounts with the same text."),
        .init("at_least", .integer(atLeast: 0), "Fewest accounts with the same text."),
      ]
    }
  }

  var analysisKeys: [ProgrammeKey] {
    switch self {
    case .matrix:
      [
        .required("attractiveness", .list(.text), "Criteria of the vertical axis."),
        .required("strength", .list(.text), "Criteria of the horizontal axis."),
        .init("limits", .list(.number(atLeast: 0)), "The two cuts, 0 to 1."),
      ]
    case .robustness:
      [
        .init("samples", .integer(atLeast: 1), "How many weight vectors are drawn."),
        .init("seed", .integer(atLeast: 0), "Seed of the draw."),
        .init(
          "spread",
          .either([.number(atLeast: 0), .choice(["uniform"])]),
          "Width around the given weights, or the whole simplex."
        ),
        .init("ranks", .choice(["shortlist", "all"]), "Which accounts get rank statistics."),
        .init(
          "order",
          .list(.text),
          "Criteria by falling importance, an order that every draw keeps."
        ),
        .init(
          "uncertainty",
          .names(.either([.number(atLeast: 0), .text])),
          "By criterion the share by which its values may be off, such as 10%."
        ),
      ]
    case .scenarioList:
      [
        .init("size", .integer(atLeast: 1), "How many accounts the list holds."),
        .init("enter", .integer(atLeast: 1), "Rank up to which a newcomer enters."),
        .init("stay", .integer(atLeast: 1), "Rank up to which an incumbent stays."),
      ]
    case .scenarioFile:
      [.required("file", .text, "Columns name and one per criterion, a row a variant.")]
    default: Self.scenarioKeys
    }
  }

  private static let scenarioKeys: [ProgrammeKey] = [
    .required("name", .text, "Name of the variant."),
    .init("weights", .names(.number(atLeast: 0)), "Other weights, by criterion."),
    .init(
      "weighting",
      .either([.choice(Weighting.simpleNames), .section(.weighting)]),
      "Another weighting."
    ),
    .init(
      "method",
      .either([.choice(DecisionMethod.names), .section(.method)]),
      "Another method."
    ),
    .init("gates", .openList(.text), "Other knock-outs."),
    .init("criteria", .list(.section(.criterion)), "Other criteria."),
    .init("shortlist", .section(.scenarioList), "Another length of the list."),
    .init(
      "shock",
      .names(.either([.number(atLeast: nil), .text])),
      "`where` and, by value, the relative change, such as -50%."
    ),
  ]
}
