#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold the decision methods of `kontor verify` against formulas written out again in numpy.

Problems are drawn with fixed seeds: plain, ratings with many ties, a constant column, a repeated
row, millions, negative numbers; from one row to eighty. Every formula here is the plain definition
over all pairs or rows and shares nothing with the engine. Where numpy or scipy are missing the
check says `skipped`.

    Scripts/check_methods.py [PATH/TO/kontor] [SEED]...
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from kontor_binary import binary

SEEDS = (1, 2, 3)
ROUNDS = 40

try:
    import numpy as np
    from scipy import stats
except ImportError as missing:
    print(f"skipped: {missing}; pip install numpy scipy")
    sys.exit(0)


# Problems

def draw_matrix(rng, kind, rows, columns):
    """Rows are alternatives; only the kind `signed` has numbers below zero."""
    if kind == "ratings":
        return rng.integers(1, 6, (rows, columns)).astype(float)
    if kind == "signed":
        return rng.uniform(-50, 50, (rows, columns)).round(3)
    matrix = rng.uniform(0.5, 100, (rows, columns)).round(2)
    if kind == "constant column":
        matrix[:, rng.integers(columns)] = 7.0
    if kind == "repeated row" and rows > 2:
        matrix[1] = matrix[0]
    return (matrix * 1e6).round() if kind == "millions" else matrix


def ranks(scores, lowest_first=False):
    """Competition ranks; scores tie within 1e-9 relative."""
    keys = -np.asarray(scores) if lowest_first else np.asarray(scores)
    return [1 + sum(1 for b in keys if b > a and b - a > 1e-9 * max(abs(a), abs(b))) for a in keys]


# Scales

def min_max(x, benefit):
    low, high = x.min(0), x.max(0)
    span = np.where(high > low, high - low, 1)
    scaled = np.where(benefit, x - low, high - x) / span
    return np.where(high > low, scaled, 1.0)


SCALES = {
    "minmax": min_max,
    "vector": lambda x, benefit: np.where(benefit, unit(x), 1 - unit(x)),
    "sum": lambda x, benefit: np.where(benefit, x / x.sum(0), (1 / x) / (1 / x).sum(0)),
    "max-ratio": lambda x, benefit: np.where(benefit, x / x.max(0), x.min(0) / x),
    "max-complement": lambda x, benefit: np.where(benefit, x / x.max(0), 1 - x / x.max(0)),
}


def unit(x):
    """Columns of length one."""
    return x / np.sqrt((x ** 2).sum(0))


# Methods

def ranked(scores, lowest_first=False):
    return {"scores": scores.tolist(), "ranks": ranks(scores, lowest_first)}


def topsis(x, benefit, weights, scale):
    """Hwang and Yoon (1981); None where ideal and anti-ideal are one."""
    if scale == "minmax":
        weighted, benefit = min_max(x, benefit) * weights, np.ones(len(weights), bool)
    else:
        weighted = unit(x) * weights
    best = np.where(benefit, weighted.max(0), weighted.min(0))
    worst = np.where(benefit, weighted.min(0), weighted.max(0))
    to_best = np.sqrt(((weighted - best) ** 2).sum(1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(1))
    if (to_best + to_worst == 0).any():
        return None
    return ranked(to_worst / (to_best + to_worst))


def share(x):
    """How far each number lies between the least and the largest; 0 where all are equal."""
    span = x.max() - x.min()
    return (x - x.min()) / span if span > 0 else np.zeros_like(x)


def vikor(x, benefit, weights, v):
    """Opricovic and Tzeng (2004)."""
    best, worst = np.where(benefit, x.max(0), x.min(0)), np.where(benefit, x.min(0), x.max(0))
    differs = best != worst
    regret = np.where(differs, weights * (best - x) / np.where(differs, best - worst, 1), 0)
    s, r = regret.sum(1), regret.max(1)
    q = v * share(s) + (1 - v) * share(r)
    return {**ranked(q, True), "S": s.tolist(), "R": r.tolist(), "Q": q.tolist()}


def draw_preference(rng, column):
    span = max(float(np.ptp(column)), 1.0)
    q = round(float(rng.uniform(0, 0.3) * span), 2)
    p = round(q + float(rng.uniform(0.1, 0.5) * span), 2)
    s = round(float(rng.uniform(0.1, 0.6) * span), 2)
    return [
        {"function": "usual"}, {"function": "u-shape", "q": q}, {"function": "v-shape", "p": p},
        {"function": "level", "q": q, "p": p}, {"function": "linear", "q": q, "p": p},
        {"function": "gaussian", "s": s},
    ][rng.integers(6)]


def preference(differences, of):
    """Brans, Vincke and Mareschal (1986)."""
    q, p, s = of.get("q"), of.get("p"), of.get("s")
    kind = of["function"]
    if kind == "usual":
        return (differences > 0) * 1.0
    if kind == "u-shape":
        return (differences > q) * 1.0
    if kind == "v-shape":
        return np.clip(differences / p, 0, 1)
    if kind == "level":
        return np.where(differences > p, 1, np.where(differences > q, 0.5, 0))
    if kind == "linear":
        return np.clip((differences - q) / (p - q), 0, 1)
    return np.where(differences > 0, 1 - np.exp(-differences ** 2 / (2 * s * s)), 0)


def promethee(x, benefit, weights, preferences):
    total = np.zeros((len(x), len(x)))
    for column, is_benefit, weight, function in zip(x.T, benefit, weights, preferences):
        differences = column[:, None] - column[None, :]
        total += weight * preference(differences if is_benefit else -differences, function)
    plus, minus = total.sum(1) / (len(x) - 1), total.sum(0) / (len(x) - 1)
    return {"scores": (plus - minus).tolist(), "phi_plus": plus.tolist(), "phi_minus": minus.tolist()}


def spotis(x, benefit, weights, bounds):
    """Dezert et al. (2020)."""
    low, high = np.array(bounds).T
    distance = np.abs(x - np.where(benefit, high, low)) / (high - low)
    return ranked(distance @ weights, True)


# Weights

def normalised(raw):
    return {"weights": (raw / raw.sum()).tolist()} if raw.sum() > 1e-9 else None


def entropy(x, _):
    """Shannon's entropy of shares, as in Zeleny (1982)."""
    shares = x / x.sum(0)
    entropies = -(shares * np.log(shares)).sum(0) / np.log(len(x))
    weights = normalised(1 - entropies)
    return weights and {**weights, "entropies": entropies.tolist()}


def standard_deviation(x, benefit):
    return normalised(min_max(x, benefit).std(0, ddof=1))


def critic(x, benefit):
    """Diakoulaki, Mavrotas and Papayannakis (1995); only for columns that all vary."""
    scaled = min_max(x, benefit)
    spread = scaled.std(0, ddof=1)
    if (spread == 0).any():
        return None
    return normalised(spread * (1 - np.corrcoef(scaled.T)).sum(0))


def merec(x, benefit):
    """Keshavarz-Ghorabaee et al. (2021)."""
    logs = np.abs(np.log(np.where(benefit, x.min(0) / x, x / x.max(0))))
    whole = np.log(1 + logs.mean(1))
    without = np.log(1 + (logs.sum(1)[:, None] - logs) / x.shape[1])
    return normalised(np.abs(without - whole[:, None]).sum(0))


def ahp(rng):
    """Saaty (1980): the principal eigenvector, by a general solver."""
    size = int(rng.integers(2, 9))
    pairs = np.ones((size, size))
    for i in range(size):
        for j in range(i + 1, size):
            pairs[i, j] = rng.choice([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9])
            pairs[j, i] = 1 / pairs[i, j]
    values, vectors = np.linalg.eig(pairs)
    first = int(np.argmax(values.real))
    vector = np.abs(vectors[:, first].real)
    means = np.exp(np.log(pairs).mean(1))
    return {"pairwise": pairs.tolist()}, {
        "weights": (vector / vector.sum()).tolist(),
        "lambda_max": float(values[first].real),
        "consistency_index": float((values[first].real - size) / (size - 1)),
        "geometric_mean_weights": (means / means.sum()).tolist(),
    }


# Comparisons

def rank_correlation(rng, with_ties):
    """Kendall's tau-b and Spearman by scipy; rw (Pinto da Costa and Soares, 2005) and WS (Salabun
    and Urbaniak, 2020) for rankings without ties."""
    size = int(rng.integers(3, 30))
    x, y = rng.permutation(size) + 1.0, rng.permutation(size) + 1.0
    if with_ties:
        y = stats.rankdata(np.append(rng.integers(1, size, size - 2), [1, size]))
    answer = {
        "kendall_tau_b": float(stats.kendalltau(x, y)[0]),
        "spearman_rho": float(stats.spearmanr(x, y)[0]),
    }
    if not with_ties:
        n, gaps = size, np.abs(x - y)
        lost = (gaps ** 2 * ((n - x + 1) + (n - y + 1))).sum()
        answer["weighted_spearman_rw"] = float(1 - 6 * lost / (n ** 4 + n ** 3 - n ** 2 - n))
        widest = np.maximum(np.abs(1 - x), np.abs(n - x))
        answer["ws"] = float(1 - (2.0 ** -x * gaps / widest).sum())
    return {"x": x.tolist(), "y": y.tolist()}, answer


def rank_overlap(rng):
    """Webber, Moffat and Zobel (2010), equations 7 and 23."""
    names = [f"k{i}" for i in range(24)]
    depth, p = int(rng.integers(1, 20)), 0.9
    x, y = (list(map(str, rng.permutation(names)[:depth])) for _ in range(2))
    shared = [len(set(x[:d]) & set(y[:d])) for d in range(1, depth + 1)]
    agreement = sum(count / d * p ** d for d, count in enumerate(shared, 1)) * (1 - p) / p
    return {"x": x, "y": y, "p": p}, {
        "rbo_truncated": agreement, "rbo_ext": agreement + shared[-1] / depth * p ** depth,
    }


# Cases

def cases(seed):
    """Cases of one seed: name, method, problem, parameters, expected answer, tolerance."""
    rng = np.random.default_rng(seed)
    kinds = ("plain", "ratings", "constant column", "repeated row", "millions", "signed")
    for number in range(ROUNDS):
        kind = kinds[number % len(kinds)]
        rows = int(rng.integers(30, 80)) if number % 7 == 0 else int(rng.integers(1, 12))
        x = draw_matrix(rng, kind, rows, int(rng.integers(1, 7)))
        problem = (x, rng.random(x.shape[1]) > 0.4, rng.integers(1, 40, x.shape[1]).astype(float))
        name = f"{seed}-{number} {kind}"
        for method, parameters, expected, tolerance in answers(rng, kind, *problem):
            if expected is not None:
                yield name, method, problem, parameters, expected, tolerance
        yield name, "ahp", None, *ahp(rng), 1e-8
        yield name, "rank-correlation", None, *rank_correlation(rng, number % 3 == 0), 1e-9
        yield name, "rank-overlap", None, *rank_overlap(rng), 1e-9


def answers(rng, kind, x, benefit, raw):
    weights = raw / raw.sum()
    for scale in SCALES if kind != "signed" else ["minmax"]:
        scaled = SCALES[scale](x, benefit)
        parameters = {"normalisation": scale}
        yield "wsm", parameters, ranked(scaled @ weights), 1e-9
        yield "wpm", parameters, ranked(np.prod(scaled ** weights, axis=1)), 1e-9
        if scale in ("minmax", "vector") and len(x) > 1:
            yield "topsis", parameters, topsis(x, benefit, weights, scale), 1e-9
    bounds = [[float(column.min() - 1), float(column.max() + 2)] for column in x.T]
    yield "spotis", {"bounds": bounds}, spotis(x, benefit, weights, bounds), 1e-9
    if len(x) > 1:
        v = float(rng.choice([0, 0.3, 0.5, 1]))
        yield "vikor", {"v": v}, vikor(x, benefit, weights, v), 1e-9
        functions = [draw_preference(rng, column) for column in x.T]
        parameters = {"preference_functions": functions, "flow_divisor": "m-1"}
        yield "promethee2", parameters, promethee(x, benefit, weights, functions), 1e-9
    if len(x) > 2 and x.shape[1] > 1 and kind != "signed":
        yield "entropy-weights", {}, entropy(x, benefit), 1e-9
        yield "stddev-weights", {"normalisation": "minmax"}, standard_deviation(x, benefit), 1e-9
        yield "critic-weights", {"direction_aware": True}, critic(x, benefit), 1e-8
        yield "merec-weights", {}, merec(x, benefit), 1e-9


def document(name, method, problem, parameters, expected, tolerance):
    case = {
        "id": f"{method} {name} {parameters.get('normalisation', '')}".strip(),
        "source": "numpy, seeded problem", "method": method, "parameters": parameters,
        "expected": expected, "tolerance": tolerance,
    }
    if problem is not None:
        x, benefit, weights = problem
        case["matrix"], case["weights"] = x.tolist(), weights.tolist()
        case["criteria"] = [
            {"name": f"c{j}", "direction": "benefit" if b else "cost"} for j, b in enumerate(benefit)]
    return case


def main():
    kontor = binary()
    seeds = [int(seed) for seed in sys.argv[2:]] or SEEDS
    with tempfile.TemporaryDirectory() as folder, np.errstate(divide="ignore", invalid="ignore"):
        drawn = [document(*case) for seed in seeds for case in cases(seed)]
        for number, case in enumerate(drawn):
            (Path(folder) / f"{number:05}.json").write_text(json.dumps(case))
        done = subprocess.run([kontor, "verify", folder, "--format", "jsonl"],
                              capture_output=True, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [row for row in rows if row["result"] != "pass"]
    for row in failed[:20]:
        print(json.dumps(row))
    print(f"{len(rows) - len(failed)} passed, {len(drawn) - len(rows) + len(failed)} failed")
    sys.exit(1 if failed or len(rows) != len(drawn) else 0)


main()
