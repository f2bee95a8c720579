# SPDX-License-Identifier: Apache-2.0
"""same_reports.py FOLDER OUT [REPORTS]: t3 by polars with the reports that we write.

Reads accounts.csv of FOLDER and writes accounts.csv and ranking.csv, the latter with value, utility
and contribution of each criterion, into OUT. With the folder REPORTS of a run of ours it prints
instead how far the two rankings lie apart: an independent computation of a million rows.
"""
import json
import sys

import polars as pl

WEIGHTS = {"revenue": 22, "margin": 18, "potential": 20, "growth": 10, "share_of_wallet": 8,
           "strategic_fit": 12, "payment_days": 4, "satisfaction": 6}
MINIMISED = {"payment_days"}
LISTED = 100


def consolidated(folder):
    """The accounts, ordered by id, and how many of the criteria each has a value for."""
    texts = ["account_id", "account_name", "country", "segment"]
    rows = pl.read_csv(f"{folder}/accounts.csv", columns=[*texts, *WEIGHTS],
                       schema_overrides={name: pl.Float64 for name in WEIGHTS})
    present = [pl.col(name).is_not_null().cast(pl.Int32) for name in WEIGHTS]
    return (rows.rename({"account_id": "account", "account_name": "name"})
            .with_columns(covered=pl.sum_horizontal(present)).sort("account"))


def utility(name):
    value, low, high = pl.col(name), pl.col(name).min(), pl.col(name).max()
    return (high - value if name in MINIMISED else value - low) / (high - low)


def scored(rows):
    """Min-max utilities, weights shared among what is present, quantised scores and ranks."""
    present = pl.sum_horizontal(
        [pl.col(name).is_not_null() * weight for name, weight in WEIGHTS.items()])
    parts = {f"{name}_contribution": utility(name) * (weight / present)
             for name, weight in WEIGHTS.items()}
    rows = rows.with_columns(**{f"{name}_utility": utility(name) for name in WEIGHTS}, **parts)
    score = (pl.sum_horizontal(list(parts)) * 1e9 + 0.5).floor() / 1e9
    rows = rows.with_columns(score=score).sort(["score", "account"], descending=[True, False])
    rank = pl.col("score").rank("min", descending=True).cast(pl.Int64)
    return rows.with_columns(
        rank=rank, status=pl.when(rank <= LISTED).then(pl.lit("shortlisted"))
        .otherwise(pl.lit("ranked")), reason=pl.lit(None, dtype=pl.String))


def columns():
    names = ["rank", "account", "name", "score", "status", "reason"]
    for name in WEIGHTS:
        names += [pl.col(name).alias(f"{name}_value"), f"{name}_utility", f"{name}_contribution"]
    return names


def ranking(rows):
    keeps = ((pl.col("margin") >= 0) & (pl.col("covered") >= 6)).fill_null(False)
    ranked = scored(rows.filter(keeps)).select(columns())
    reason = pl.when(pl.col("margin") >= 0).then(pl.lit("covered >= 6"))
    gated = rows.filter(~keeps).with_columns(
        status=pl.lit("gated"), reason=reason.otherwise(pl.lit("margin >= 0")),
        rank=pl.lit(None, dtype=pl.Int64), score=pl.lit(None, dtype=pl.Float64),
        **{f"{name}_{part}": pl.lit(None, dtype=pl.Float64)
           for name in WEIGHTS for part in ("utility", "contribution")})
    return pl.concat([ranked, gated.select(columns())])


def distance(folder, reports):
    """Rows whose id, rank or status differ, and the largest difference of any number."""
    both = [pl.read_csv(f"{place}/ranking.csv", infer_schema_length=None)
            for place in (folder, reports)]
    theirs, ours = both
    kinds = ("account", "name", "rank", "status")
    differing = sum((theirs[kind].ne_missing(ours[kind])).sum() for kind in kinds)
    numbers = [name for name in ours.columns if ours[name].dtype == pl.Float64]
    missing = sum((theirs[name].is_null() != ours[name].is_null()).sum() for name in numbers)
    apart = max((theirs[name] - ours[name]).abs().max() for name in numbers)
    return {"rows": ours.height, "differing": differing + missing, "largest_difference": apart}


def main(folder, out, reports=None):
    if reports:
        print(json.dumps(distance(out, reports)))
        return
    rows = consolidated(folder)
    texts = ["account", "name", pl.lit(1).alias("members"), "country", "segment"]
    rows.select([*texts, *WEIGHTS, "covered"]).write_csv(f"{out}/accounts.csv")
    ranking(rows).write_csv(f"{out}/ranking.csv")
    print(json.dumps({"rows": rows.height}))


main(*sys.argv[1:])
