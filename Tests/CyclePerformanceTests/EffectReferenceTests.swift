// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import CyclePerformance

/// Small-sample statistics against an independent script built on statistical libraries.
@Suite struct EffectReferenceTests {
  @Test func transitions() throws {
    for given in try ReferenceCase.all("transition") {
      let table = TransitionTable(
        from: given.inputs["from"].object.compactMapValues(\.text),
        to: given.inputs["to"].object.compactMapValues(\.text),
        states: given.inputs["states"].list.compactMap(\.text),
        alpha: given.inputs["alpha"].number ?? 0
      )
      let expected = given.expected
      let counts = expected["counts"].list.map { $0.list.compactMap(\.number) }
      #expect(table.counts.map { $0.map(Double.init) } == counts)
      for (row, wanted) in zip(table.probabilities, expected["probabilities"].list) {
        for (value, cell) in zip(row, wanted.list) { #expect(given.agrees(value, cell)) }
      }
      #expect(table.entered == expected["entered"].list.compactMap(\.text))
      #expect(table.left == expected["left"].list.compactMap(\.text))
      #expect(given.agrees(table.stayedShare, expected["stayed_share"]))
      #expect(Double(table.up) == expected["up"].number)
      #expect(Double(table.down) == expected["down"].number)
    }
  }

  @Test func backtests() throws {
    for given in try ReferenceCase.all("backtest") {
      let rows = given.inputs["rows"].list.map {
        Backtest.Row(
          account: $0["account"].text ?? "",
          score: $0["score"].number ?? 0,
          attainment: $0["attainment"].number
        )
      }
      let test = Backtest(
        rows,
        k: Int(given.inputs["k"].number ?? 0),
        success: given.inputs["success"].number ?? 0
      )
      let expected = given.expected
      #expect(test.selected == expected["selected"].list.compactMap(\.text))
      #expect(Double(test.count) == expected["n"].number)
      let figures = [
        ("precision_at_k", test.precision), ("recall_at_k", test.recall), ("lift", test.lift),
        ("base_rate", test.baseRate), ("auc", test.auc), ("mean_selected", test.meanSelected),
        ("mean_rest", test.meanRest), ("regret", test.regret), ("hypergeom_p", test.chance),
      ]
      for (key, value) in figures {
        #expect(given.agrees(value, expected[key]), "\(given.id) \(key)")
      }
    }
  }

  @Test func multipleComparisons() throws {
    for given in try ReferenceCase.all("multiplicity") {
      let probabilities = given.inputs["p"].list.compactMap(\.number)
      #expect(given.agrees(MultipleTests.holm(probabilities), given.expected["holm"]))
      #expect(given.agrees(MultipleTests.benjaminiHochberg(probabilities), given.expected["bh"]))
    }
  }

  @Test func calibrationOfConfidenceAndPotential() throws {
    for given in try ReferenceCase.all("calibration") {
      let (inputs, expected) = (given.inputs, given.expected)
      if inputs["predicted"].has {
        let found = ConfidenceCalibration(
          predicted: inputs["predicted"].list.compactMap(\.number),
          actual: inputs["actual"].list.compactMap(\.number),
          edges: inputs["edges"].list.compactMap(\.number)
        )
        #expect(given.agrees(found.brier, expected["brier"]))
        #expect(given.agrees(found.bias, expected["bias"]))
        #expect(given.agrees(found.line?.slope, expected["slope"]))
        #expect(given.agrees(found.line?.intercept, expected["intercept"]))
        #expect(found.bins.count == expected["bins"].list.count)
        for (bin, wanted) in zip(found.bins, expected["bins"].list) {
          #expect(Double(bin.count) == wanted["n"].number)
          #expect(given.agrees(bin.meanPredicted, wanted["mean_pred"]))
          #expect(given.agrees(bin.meanActual, wanted["mean_actual"]))
        }
      } else {
        let found = PotentialCalibration(
          potential: inputs["potential"].list.compactMap(\.number),
          realised: inputs["realised"].list.compactMap(\.number)
        )
        #expect(Double(found.count) == expected["n"].number)
        #expect(Double(found.excluded) == expected["excluded"].number)
        #expect(given.agrees(found.captureTotal, expected["capture_total"]))
        #expect(given.agrees(found.captureMedian, expected["capture_median"]))
        #expect(given.agrees(found.biasTotal, expected["bias_total"]))
        #expect(given.agrees(found.logLine?.slope, expected["log_slope"]))
        #expect(given.agrees(found.logLine?.intercept, expected["log_intercept"]))
        #expect(Double(found.logCount) == expected["log_n"].number)
      }
    }
  }

  @Test func detectableDifferences() throws {
    for given in try ReferenceCase.all("power") {
      let found = DetectableDifference(
        treated: Int(given.inputs["n_treated"].number ?? 0),
        control: Int(given.inputs["n_control"].number ?? 0),
        deviation: given.inputs["sd"].number ?? 0,
        alpha: given.inputs["alpha"].number ?? 0,
        power: given.inputs["power"].number ?? 0
      )
      #expect(given.agrees(found?.standardError, given.expected["se"]))
      #expect(given.agrees(found?.difference, given.expected["mde_normal"]))
    }
  }

  @Test func hitRates() throws {
    for given in try ReferenceCase.all("shrinkage") where given.inputs["hits"].has {
      let found = try #require(
        HitRate(
          hits: Int(given.inputs["hits"].number ?? 0),
          trials: Int(given.inputs["n"].number ?? 0),
          a: given.inputs["a"].number ?? 0,
          b: given.inputs["b"].number ?? 0
        )
      )
      let expected = given.expected
      #expect(given.agrees([found.posterior.a, found.posterior.b], expected["posterior"]))
      #expect(given.agrees(found.mean, expected["mean"]))
      let interval = found.interval80
      #expect(given.agrees([interval.lowerBound, interval.upperBound], expected["ci80"]))
      #expect(given.agrees(found.raw, expected["raw"]))
      let wilson = found.wilson95.map { [$0.lowerBound, $0.upperBound] } ?? []
      #expect(given.agrees(wilson, expected["wilson95"]), "\(wilson)")
    }
  }

  @Test func groupsDrawnTogether() throws {
    for given in try ReferenceCase.all("shrinkage") where given.inputs["groups"].has {
      let groups = given.inputs["groups"].object.mapValues { $0.list.compactMap(\.number) }
      let expected = given.expected
      do {
        let found = try GroupShrinkage(groups)
        #expect(expected["error"] == .null)
        #expect(found.groups.map(\.id) == expected["ids"].list.compactMap(\.text))
        #expect(given.agrees(found.groups.map { Double($0.count) }, expected["n"]))
        #expect(given.agrees(found.groups.map(\.mean), expected["mean"]))
        #expect(given.agrees(found.groups.map(\.pull), expected["B"]))
        #expect(given.agrees(found.groups.map(\.shrunk), expected["shrunk"]))
        #expect(given.agrees(found.groups.map(\.standardError), expected["post_se"]))
        #expect(given.agrees(found.within, expected["msw"]))
        #expect(given.agrees(found.between, expected["msb"]))
        #expect(given.agrees(found.effectiveSize, expected["n0"]))
        #expect(given.agrees(found.betweenVariance, expected["tau2"]))
        #expect(given.agrees(found.intraclassCorrelation, expected["icc"]))
        #expect(given.agrees(found.commonMean, expected["mu"]))
        #expect(found.rankedByMean == expected["rank_raw"].list.compactMap(\.text))
        #expect(found.rankedByEstimate == expected["rank_shrunk"].list.compactMap(\.text))
      } catch {
        #expect(error.rawValue == expected["error"].text, "\(given.id)")
      }
    }
  }

  @Test func equalVariancesDrawnTogether() throws {
    for given in try ReferenceCase.all("shrinkage") where given.inputs["y"].has {
      let found = try JamesStein(
        given.inputs["y"].list.compactMap(\.number),
        variance: given.inputs["variance"].number ?? 0
      )
      #expect(given.agrees(found.factor, given.expected["factor"]))
      #expect(given.agrees(found.shrunk, given.expected["shrunk"]))
      #expect(given.agrees(found.mean, given.expected["mean"]))
    }
  }

  @Test func rankCorrelations() throws {
    for given in try ReferenceCase.all("rankcorr") {
      let expected = given.expected
      let (x, y) = (given.inputs["x"], given.inputs["y"])
      do {
        let found = try RankRelation(x.list.compactMap(\.number), y.list.compactMap(\.number))
        #expect(expected["error"] == .null)
        if expected["estimate"].has {
          #expect(given.agrees(found.spearman, expected["estimate"]))
          #expect(given.agrees(found.leaveOneOut.compactMap { $0 }, expected["leave_one_out"]))
          #expect(given.agrees(found.jackknifeError, expected["se"]))
          #expect(found.mostInfluential.map(Double.init) == expected["most_influential"].number)
          continue
        }
        #expect(given.agrees(found.spearman, expected["spearman"]))
        #expect(given.agrees(found.studentProbability, expected["spearman_p_t"]))
        #expect(given.agrees(found.exactProbability, expected["spearman_p_exact"]))
        #expect(given.agrees(found.kendall, expected["kendall_tau_b"]))
        #expect(Double(found.concordant) == expected["concordant"].number)
        #expect(Double(found.discordant) == expected["discordant"].number)
      } catch {
        #expect(error.rawValue == expected["error"].text, "\(given.id)")
      }
    }
  }
}
