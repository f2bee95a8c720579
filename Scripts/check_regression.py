#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold the regressions and small-sample statistics of `kontor solve` against statsmodels and scipy.

Panels are drawn with fixed seeds: plain, clustered, nearly collinear, badly scaled, rank-deficient,
constant response, as many rows as coefficients. Figures must agree to 1e-9 relative; the undefined
ones must have their name. Where statsmodels and scipy are missing the check says `skipped`.

    Scripts/check_regression.py [PATH/TO/kontor]
"""
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from kontor_binary import binary

TOLERANCE = 1e-9

try:
    import numpy as np
    import scipy.stats as stats
    import statsmodels.api as sm
except ImportError as missing:
    print(f"skipped: {missing}; pip install numpy scipy statsmodels")
    sys.exit(0)


def solve(kontor, family, cases):
    """The answers of `kontor solve` by case id."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{family}.json"
        path.write_text(json.dumps({"family": family, "version": 1, "cases": [
            {"id": name, "source": "seeded panel", "inputs": inputs}
            for name, inputs in cases.items()]}))
        done = subprocess.run([kontor, "solve", path], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return {row["id"]: row["computed"] for row in map(json.loads, done.stdout.splitlines())}


failures = []
compared = 0


def expect(case, key, found, wanted):
    """Numbers within the tolerance, lists element by element, everything else equal."""
    global compared
    compared += 1
    if isinstance(wanted, (list, np.ndarray)):
        if found is None or len(found) != len(wanted):
            failures.append(f"{case} {key}: {found} is not {list(wanted)}")
            return
        for a, b in zip(found, wanted):
            expect(case, key, a, b)
    elif isinstance(wanted, (float, np.floating)):
        scale = max(abs(wanted), 1e-12)
        if found is None or not math.isfinite(found) or abs(found - wanted) > TOLERANCE * scale:
            failures.append(f"{case} {key}: {found} is not {wanted}")
    elif found != wanted:
        failures.append(f"{case} {key}: {found} is not {wanted}")


def panels():
    """Name, X without intercept, y and groups of every panel that has an answer."""
    for seed, (n, k) in enumerate([(12, 1), (40, 3), (200, 5), (1000, 8)]):
        random = np.random.default_rng(seed)
        x = random.normal(size=(n, k))
        groups = [f"g{value}" for value in random.integers(0, max(3, n // 8), n)]
        shock = {g: random.normal() for g in sorted(set(groups))}
        y = x @ random.normal(size=k) + [shock[g] for g in groups] + random.normal(size=n)
        yield f"panel-{n}x{k}", x, y, groups
        yield f"scaled-{n}x{k}", x * 10.0 ** random.integers(-4, 5, k), y * 1e5, groups
    random = np.random.default_rng(99)
    x = random.normal(size=(60, 3))
    x[:, 2] = x[:, 0] + 0.02 * random.normal(size=60)
    yield "nearly-collinear", x, x[:, 1] + random.normal(size=60), ["a", "b", "c"] * 20


def check_ols(kontor):
    cases, wanted = {}, {}
    for name, x, y, groups in panels():
        cases[name] = {"X": x.tolist(), "y": y.tolist(), "groups": groups}
        design = sm.add_constant(x)
        plain = sm.OLS(y, design).fit()
        codes = np.unique(groups, return_inverse=True)[1]
        clustered = sm.OLS(y, design).fit(
            cov_type="cluster", cov_kwds={"groups": codes, "df_correction": True}, use_t=True)
        wanted[name] = {
            "coef": plain.params, "se": plain.bse, "t": plain.tvalues,
            "r2": float(plain.rsquared), "adj_r2": float(plain.rsquared_adj),
            "sigma": float(math.sqrt(plain.mse_resid)), "fitted": plain.fittedvalues,
            "se_hc1": plain.HC1_se, "se_hc3": plain.HC3_se, "se_cluster": clustered.bse,
            "leverage": plain.get_influence().hat_matrix_diag, "clusters": len(set(groups)),
        }
    base = np.random.default_rng(7).normal(size=(10, 2))
    cases["rank-deficient"] = {
        "X": np.column_stack([base, base[:, 0] - 2 * base[:, 1]]).tolist(),
        "y": list(range(10))}
    cases["constant-column"] = {"X": [[1.0, float(i)] for i in range(9)], "y": list(range(9))}
    cases["as-many-rows"] = {"X": base[:3].tolist(), "y": [1.0, 2.0, 3.0]}
    cases["constant-response"] = {"X": base.tolist(), "y": [5.0] * 10}
    answers = solve(kontor, "ols", cases)
    for name, figures in wanted.items():
        for key, value in figures.items():
            expect(name, key, answers[name].get(key), value)
    expect("rank-deficient", "error", answers["rank-deficient"].get("error"), "rank_deficient")
    expect("rank-deficient", "rank", answers["rank-deficient"].get("rank"), 3)
    expect("constant-column", "error", answers["constant-column"].get("error"), "rank_deficient")
    expect("as-many-rows", "error", answers["as-many-rows"].get("error"), "too_few_rows")
    expect("constant-response", "r2", answers["constant-response"].get("r2"), None)
    expect("constant-response", "reason", answers["constant-response"].get("reason"),
           "constant_response")


def check_ranks(kontor):
    cases, wanted = {}, {}
    for seed, n in enumerate([3, 7, 8, 25, 200]):
        random = np.random.default_rng(100 + seed)
        x, y = random.normal(size=n), random.normal(size=n)
        if n > 8:
            x = np.round(x, 1)
        name = f"ranks-{n}"
        cases[name] = {"x": x.tolist(), "y": y.tolist()}
        rho, p = stats.spearmanr(x, y)
        wanted[name] = {"spearman": float(rho), "kendall_tau_b": float(stats.kendalltau(x, y)[0])}
        if n > 3:
            wanted[name]["spearman_p_t"] = float(p)
    cases["constant"] = {"x": [1, 1, 1, 1], "y": [1, 2, 3, 4]}
    cases["two"] = {"x": [1, 2], "y": [1, 2]}
    answers = solve(kontor, "rankcorr", cases)
    for name, figures in wanted.items():
        for key, value in figures.items():
            expect(name, key, answers[name].get(key), value)
    expect("constant", "error", answers["constant"].get("error"), "constant_input")
    expect("two", "error", answers["two"].get("error"), "too_few_rows")


def check_differences(kontor):
    cases, wanted = {}, {}
    for seed, n in enumerate([8, 30, 120]):
        random = np.random.default_rng(200 + seed)
        treated = np.arange(n) % 3 == 0
        pre = random.normal(100, 20, n) + 30 * treated
        post = pre + random.normal(5, 8, n) + 4 * treated
        name = f"did-{n}"
        cases[name] = {"rows": [
            {"account": f"A{i:03}", "okr": bool(treated[i]), "pre": pre[i], "post": post[i]}
            for i in range(n)]}
        flag = treated.astype(float)
        change = sm.OLS(post - pre, sm.add_constant(flag)).fit()
        level = sm.OLS(post, sm.add_constant(np.column_stack([flag, pre]))).fit()
        wanted[name] = {
            "did": float(change.params[1]), "se_classical": float(change.bse[1]),
            "se_hc1": float(change.HC1_se[1]), "ancova_coef": float(level.params[1]),
            "ancova_se_hc1": float(level.HC1_se[1]),
        }
    answers = solve(kontor, "did", cases)
    for name, figures in wanted.items():
        for key, value in figures.items():
            expect(name, key, answers[name].get(key), value)


def main():
    kontor = binary()
    check_ols(kontor)
    check_ranks(kontor)
    check_differences(kontor)
    for failure in failures[:20]:
        print(failure)
    print(f"{compared - len(failures)} agree, {len(failures)} differ")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
