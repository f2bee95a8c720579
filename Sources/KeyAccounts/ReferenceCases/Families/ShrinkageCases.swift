// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import Reporting
import Statistics

/// The family `shrinkage`: hits, groups, or values of equal variance.
enum ShrinkageCases {
  static func figures(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    if inputs.has("hits") { return try hits(inputs) }
    return try inputs.has("groups") ? groups(inputs) : equalVariance(inputs)
  }

  private static func hits(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let rate = HitRate(
      hits: try inputs.int("hits"),
      trials: try inputs.int("n"),
      a: try inputs.number("a"),
      b: try inputs.number("b")
    )
    guard let rate else {
      throw .expected(
        LocalizedText(
          de: "hits von 0 bis n, a und b über 0",
          en: "hits from 0 to n, a and b above 0"
        ),
        at: inputs.path
      )
    }
    let wilson = rate.wilson95.map { JSONValue.finite([$0.lowerBound, $0.upperBound]) }
    return CaseFigures([
      .init("posterior", .finite([rate.posterior.a, rate.posterior.b])),
      .init("mean", .finite(rate.mean)),
      .init("ci80", .finite([rate.interval80.lowerBound, rate.interval80.upperBound])),
      .init("raw", .finite(rate.raw)),
      .init("wilson95", wilson ?? .null),
    ])
  }

  private static func groups(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let given = try inputs.required("groups").members()
    var values: [String: [Double]] = [:]
    for group in given { values[group.name] = try group.value.numbers() }
    do throws(GroupShrinkage.Failure) {
      return CaseFigures(members(try GroupShrinkage(values)))
    } catch {
      return .error(error.rawValue, [.init("m", .integer(values.count))])
    }
  }

  private static func members(_ found: GroupShrinkage) -> [JSONValue.Member] {
    [
      .init("ids", .texts(found.groups.map(\.id))),
      .init("n", .array(found.groups.map { .integer($0.count) })),
      .init("mean", .finite(found.groups.map(\.mean))),
      .init("msw", .finite(found.within)),
      .init("msb", .finite(found.between)),
      .init("n0", .finite(found.effectiveSize)),
      .init("tau2", .finite(found.betweenVariance)),
      .init("icc", .finite(found.intraclassCorrelation)),
      .init("mu", .finite(found.commonMean)),
      .init("B", .finite(found.groups.map(\.pull))),
      .init("shrunk", .finite(found.groups.map(\.shrunk))),
      .init("post_se", .finite(found.groups.map(\.standardError))),
      .init("rank_raw", .texts(found.rankedByMean)),
      .init("rank_shrunk", .texts(found.rankedByEstimate)),
    ]
  }

  private static func equalVariance(_ inputs: CaseInputs) throws(CaseFault) -> CaseFigures {
    let values = try inputs.numbers("y")
    let variance = try inputs.number("variance")
    do throws(GroupShrinkage.Failure) {
      let found = try JamesStein(values, variance: variance)
      return CaseFigures([
        .init("factor", .finite(found.factor)), .init("shrunk", .finite(found.shrunk)),
        .init("mean", .finite(found.mean)),
      ])
    } catch {
      return .error(error.rawValue, [.init("m", .integer(values.count))])
    }
  }
}
