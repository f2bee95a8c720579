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
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "Datasets"
WEIGHTS = [40, 25, 20, 15]


def table(path, encoding="utf-8-sig", delimiter=","):
    text = (ROOT / path).read_bytes().decode(encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def german(text):
    sign = -1 if text.endswith("-") else 1
    return sign * Fraction(text.rstrip("-").replace(".", "").replace(",", "."))


def ranking(accounts, end):
    """Score of every account that passes the gates; `end` counts months from year 0."""
    result = {}
    for name, account in accounts.items():
        def window(value, first, last):
            return sum(v for m, v in account[value].items() if end - last < m <= end - first)
        revenue, prior = window("revenue", 0, 12), window("revenue", 12, 24)
        margin, potential = window("margin", 0, 12), account["potential"]
        missing = any(end - 12 < m <= end for m in account["missing"])
        if account["segment"] == "Intercompany" or revenue < 100000 or missing:
            continue
        if margin / revenue < Fraction(5, 100):
            continue
        gap = 0 if potential is None else max(0, potential - revenue) / 20_000_000
        growth = (revenue / prior - 1 + Fraction(2, 10)) / Fraction(6, 10) if prior > 0 else 0
        rate = (margin / revenue - Fraction(1, 10)) / Fraction(3, 10)
        utilities = [gap, revenue / 12_000_000, growth, rate]
        result[name] = sum(w * min(1, max(0, u)) for w, u in zip(WEIGHTS, utilities)) / 100
    return sorted(result.items(), key=lambda item: (-item[1], item[0]))


def month(text):
    year, number = (text[4:], text[:3]) if text[3] == "." else (text[:4], text[5:7])
    return int(year) * 12 + int(number) - 1


def figures():
    found = {}
    rates = {(c, month(p)): Fraction(r) for c, p, r in table("rates.csv")[1:]}
    master = {row[0]: row for row in table("exports/kundenstamm.csv", delimiter=";")[1:]}

    def top(number):
        row = master[number]
        ended = row[8] and tuple(reversed(row[8].split("."))) < ("2025", "12", "31")
        return number if ended or row[3] in ("", number) else top(row[3])

    accounts = defaultdict(lambda: {"revenue": defaultdict(Fraction), "potential": None,
                                    "margin": defaultdict(Fraction), "missing": []})
    for number, row in master.items():
        accounts[top(number)]["segment"] = master[top(number)][5]

    def book(number, at, currency, revenue, margin):
        account, rate = accounts[top(number)], rates.get((currency, at), 1)
        account["revenue"][at] += revenue * rate
        if margin is None:
            account["missing"].append(at)
        account["margin"][at] += (margin or 0) * rate

    sap = table("exports/sap_umsatz.csv", "cp1252", ";")
    header = sap.index(["Debitor", "Name 1", "Branche", "Land", "Periode", "Umsatz", "DB I"])
    sums = defaultdict(Fraction)
    for row in sap:
        kind = "structure"
        if row and row[0].isdigit():
            kind = "set aside" if row[0] == "0000999999" else "used"
        elif row and sap.index(row) > header and not row[0]:
            kind = "rejected"
        found[f"sap rows {kind}"] = found.get(f"sap rows {kind}", 0) + 1
        if kind == "structure":
            continue
        revenue, margin = german(row[5]), german(row[6]) if row[6] else None
        sums[f"sap revenue EUR {kind}"] += revenue
        sums[f"sap margin EUR {kind}"] += margin or 0
        found["sap margin missing"] = found.get("sap margin missing", 0) + (margin is None)
        if kind == "used":
            book(row[0], month(row[4]), "EUR", revenue, margin)
    sums["sap revenue EUR total row"], sums["sap margin EUR total row"] = map(german, sap[-1][5:])
    for word, column in (("revenue", 5), ("margin", 6)):
        parts = sum(sums[f"sap {word} EUR {k}"] for k in ("used", "set aside", "rejected"))
        assert parts == german(sap[-1][column]), f"the totals row differs in {word}"

    abacus = table("exports/abacus_schweiz.csv", delimiter=";")[1:]
    found["abacus rows used"] = len(abacus)
    for number, _, _, _, period, currency, revenue, margin in abacus:
        revenue = Fraction(revenue.replace("'", ""))
        margin = Fraction(margin.replace("'", "")) if margin else None
        sums[f"abacus revenue {currency}"] += revenue
        sums[f"abacus margin {currency}"] += margin or 0
        found["abacus margin missing"] = found.get("abacus margin missing", 0) + (margin is None)
        book(number, month(period), currency, revenue, margin)

    same = {row[1]: row[3] for row in table("same_customers.csv")[1:]}
    crm, seen = table("exports/crm_accounts.csv")[1:], set()
    for row in crm:
        if row[0] in seen:
            continue
        seen.add(row[0])
        if re.fullmatch(r"[0-9,]+\.[0-9]{2}", row[8]):
            potential = Fraction(row[8].replace(",", ""))
            sums["crm potential EUR used"] += potential
            if row[0] in same:
                accounts[top(same[row[0]])]["potential"] = potential
        else:
            found["crm potential missing or rejected"] = found.get(
                "crm potential missing or rejected", 0) + 1
    found |= {"crm rows used": len(seen), "crm rows rejected": len(crm) - len(seen),
              "crm prospects": len(seen - set(same)), "master companies": len(master)}
    found["accounts after roll-up"] = len(accounts) + found["crm prospects"]
    tops = [top(number) for number in master]
    found["groups"] = sum(tops.count(head) > 1 for head in accounts)
    for year in (2023, 2024, 2025):
        sums[f"revenue EUR {year}"] = sum(
            v for a in accounts.values() for m, v in a["revenue"].items() if m // 12 == year)
    plan = table("okr/account_plan_okr.csv", delimiter=";")[1:]
    found |= {"okr key results": len(plan), "okr accounts": len({row[0] for row in plan}),
              "okr check-ins": len(table("okr/checkins.csv")) - 1}
    for run in ("2024-12", "2025-06"):
        as_of = json.loads((ROOT / f"runs/{run}/run.json").read_text())["data_as_of"]
        written = [row for row in table(f"runs/{run}/ranking.csv")[1:] if row[0]]
        ours = ranking(accounts, month(as_of))
        for (name, score), row in zip(ours, written, strict=True):
            assert name == row[1] and abs(score - Fraction(row[3])) < Fraction(1, 10**6), row
    today = ranking(accounts, 2025 * 12 + 11)
    found["accounts ranked 2025-12"] = len(today)
    for place, (name, score) in enumerate(today[:15], 1):
        found[f"rank {place} 2025-12"] = f"{name} {float(score):.6f}"
    return found | {key: f"{float(value):.2f}" for key, value in sums.items()}


def main():
    found = {key: str(value) for key, value in figures().items()}
    if "--print" in sys.argv:
        print("\n".join(f"| {key} | {value} |" for key, value in sorted(found.items())))
        return 0
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    claimed = dict(re.findall(r"^\| ([a-z][^|]*?) \| ([^|]*?) \|$", readme, re.M))
    wrong = [key for key in sorted(found.keys() | claimed) if found.get(key) != claimed.get(key)]
    for key in wrong:
        print(f"{key}: README says {claimed.get(key)}, the files say {found.get(key)}")
    print(f"{len(found) - len(wrong)} of {len(found)} figures agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
