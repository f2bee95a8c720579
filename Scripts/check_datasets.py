#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Recompute the totals of Datasets/ from the bytes and compare them with Datasets/README.md.

It shares no code with Kontor: csv module, Fractions and the rules as the README words them.
Exit 1 when a figure of the README differs or is not computed; --print shows all figures.
"""
import csv
import io
import json
import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "Datasets"


def table(path, encoding="utf-8-sig", delimiter=","):
    text = (ROOT / path).read_bytes().decode(encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def number(text):
    """A German or Swiss amount; None for an empty cell."""
    digits = text.rstrip("-").replace("'", "")
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    return Fraction(digits) * (-1 if text.endswith("-") else 1) if digits else None


def month(text):
    """Months since the year 0, from 2025-12, 2025-12-31 or 012.2025."""
    year, place = (text[4:], text[:3]) if text[3] == "." else (text[:4], text[5:7])
    return int(year) * 12 + int(place) - 1


def ranking(accounts, end):
    """Account and score of all that pass the gates on the twelve months up to `end`."""
    scores = {}
    for name, account in accounts.items():
        def window(value, end):
            return sum(v for at, v in account[value].items() if end - 12 < at <= end)
        revenue, prior = window("revenue", end), window("revenue", end - 12)
        gone = any(end - 12 < at <= end for at in account["missing"])
        if account["segment"] == "Intercompany" or revenue < 100_000 or gone:
            continue
        margin = window("margin", end) / revenue
        if margin < Fraction(5, 100):
            continue
        wallet = account["potential"] or 0
        growth = revenue / prior - 1 if prior > 0 else -1
        utilities = [(40, (wallet - revenue) / 20_000_000), (25, revenue / 12_000_000),
                     (20, (growth + Fraction(1, 5)) / Fraction(3, 5)),
                     (15, (margin - Fraction(1, 10)) / Fraction(3, 10))]
        scores[name] = sum(weight * min(1, max(0, u)) for weight, u in utilities) / 100
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


class Books:
    """Everything the files say, by account after roll-up."""

    def __init__(self):
        self.found, self.sums = Counter(), defaultdict(Fraction)
        self.rates = {(c, month(p)): Fraction(r) for c, p, r in table("rates.csv")[1:]}
        self.master = {r[0]: r for r in table("exports/kundenstamm.csv", delimiter=";")[1:]}
        self.accounts = {self.top(key): {
            "revenue": defaultdict(Fraction), "margin": defaultdict(Fraction), "missing": [],
            "potential": None, "segment": self.master[self.top(key)][5]} for key in self.master}

    def top(self, key):
        parent, end = self.master[key][3], self.master[key][8]
        ended = end and end.split(".")[::-1] < ["2025", "12", "31"]
        return key if ended or parent in ("", key) else self.top(parent)

    def book(self, key, period, currency, cells):
        account, at = self.accounts[self.top(key)], month(period)
        for value, cell in zip(("revenue", "margin"), cells):
            if cell is None:
                account["missing"].append(at)
            else:
                account[value][at] += cell * self.rates.get((currency, at), 1)

    def read_sap(self):
        rows = table("exports/sap_umsatz.csv", "cp1252", ";")
        sums, start = self.sums, [row[:1] for row in rows].index(["Debitor"])
        for place, row in enumerate(rows):
            if place == start:
                continue
            kind = ("structure" if place <= start or not row or row[0][:1].isalpha() else
                    "rejected" if not row[0] else
                    "set aside" if row[0] == "0000999999" else "used")
            self.found[f"sap rows {kind}"] += 1
            if kind == "structure":
                continue
            cells = [number(cell) for cell in row[5:]]
            self.found["sap margin missing"] += cells[1] is None
            for value, cell in zip(("revenue", "margin"), cells):
                sums[f"sap {value} EUR {kind}"] += cell or 0
                sums[f"sap {value} EUR total row"] += cell or 0
            if kind == "used":
                self.book(row[0], row[4], "EUR", cells)
        totals = [sums[f"sap {value} EUR total row"] for value in ("revenue", "margin")]
        assert totals == [number(cell) for cell in rows[-1][5:]], "the totals row differs"

    def read_abacus(self):
        for row in table("exports/abacus_schweiz.csv", delimiter=";")[1:]:
            cells = [number(cell) for cell in row[6:]]
            self.found["abacus rows used"] += 1
            self.sums[f"abacus revenue {row[5]}"] += cells[0]
            self.sums[f"abacus margin {row[5]}"] += cells[1]
            self.book(row[0], row[4], row[5], cells)

    def read_crm(self):
        same = {row[1]: row[3] for row in table("same_customers.csv")[1:]}
        rows = table("exports/crm_accounts.csv")[1:]
        first = {row[0]: row for row in reversed(rows)}
        for key, row in first.items():
            readable = re.fullmatch(r"[0-9,]+\.[0-9]{2}", row[8])
            potential = Fraction(row[8].replace(",", "")) if readable else None
            self.found["crm potential missing or rejected"] += not readable
            self.sums["crm potential EUR used"] += potential or 0
            if key in same:
                self.accounts[self.top(same[key])]["potential"] = potential
        self.found |= {"crm rows used": len(first), "crm rows rejected": len(rows) - len(first),
                       "crm prospects": len(first.keys() - same.keys())}

    def read_the_rest(self):
        tops = Counter(self.top(key) for key in self.master)
        plan = table("okr/account_plan_okr.csv", delimiter=";")[1:]
        self.found |= {
            "master companies": len(self.master),
            "groups": sum(size > 1 for size in tops.values()),
            "accounts after roll-up": len(tops) + self.found["crm prospects"],
            "okr key results": len(plan), "okr accounts": len({row[0] for row in plan}),
            "okr check-ins": len(table("okr/checkins.csv")) - 1}
        for account in self.accounts.values():
            for at, value in account["revenue"].items():
                self.sums[f"revenue EUR {at // 12}"] += value

    def compare_runs(self):
        for run in ("2024-12", "2025-06"):
            as_of = json.loads((ROOT / f"runs/{run}/run.json").read_text())["data_as_of"]
            rows = [row for row in table(f"runs/{run}/ranking.csv")[1:] if row[0]]
            for mine, row in zip(ranking(self.accounts, month(as_of)), rows, strict=True):
                assert mine[0] == row[1] and abs(mine[1] - Fraction(row[3])) < 1e-5, (run, row)

    def figures(self):
        self.read_sap()
        self.read_abacus()
        self.read_crm()
        self.read_the_rest()
        self.compare_runs()
        today = ranking(self.accounts, month("2025-12"))
        ranks = {f"rank {place} 2025-12": f"{name} {float(score):.6f}"
                 for place, (name, score) in enumerate(today[:15], 1)}
        sums = {key: f"{float(value):.2f}" for key, value in self.sums.items()}
        counts = {key: str(value) for key, value in self.found.items()}
        return counts | ranks | sums | {"accounts ranked 2025-12": str(len(today))}


def main():
    found = Books().figures()
    if "--print" in sys.argv:
        return print("\n".join(f"| {key} | {value} |" for key, value in found.items()))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| ([a-z][^|]*?) \| ([^|]*?) \|$", readme, re.M))
    wrong = [key for key in sorted(found.keys() | said) if found.get(key) != said.get(key)]
    for key in wrong:
        print(f"{key}: README says {said.get(key)}, the files say {found.get(key)}")
    print(f"{len(found.keys() - set(wrong))} of {len(found)} figures agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
