# SPDX-License-Identifier: Apache-2.0
"""collinear.py BINARY FILE: what is left of known coefficients when columns are nearly the same.

Columns and coefficients are integers that a double holds exactly, so the truth is known; from line
to line the columns differ by less. Prints the largest relative error of a coefficient: ours, of
numpy.linalg.lstsq and of statsmodels' default (pseudo-inverse).
"""
import json
import subprocess
import sys

import numpy as np
import statsmodels.api as sm

ROWS, COLUMNS = 100_000, 20


def panel(bits):
    """Columns that share all but the last of `bits` bits, and a response without error."""
    random = np.random.default_rng(bits)
    base = random.integers(-(2 ** bits), 2 ** bits, (ROWS, 1))
    design = np.hstack([np.ones((ROWS, 1), np.int64),
                        base + random.integers(-2, 3, (ROWS, COLUMNS - 1))])
    truth = random.integers(1, 20, COLUMNS) * random.choice([-1, 1], COLUMNS)
    return design.astype(float), (design @ truth).astype(float), truth.astype(float)


def main(binary, path):
    for bits in (4, 12, 20, 28):
        design, response, truth = panel(bits)
        np.column_stack([design, response]).tofile(path)
        done = subprocess.run([binary, path, str(COLUMNS + 1)], capture_output=True, text=True)
        ours = json.loads(done.stdout)
        fits = {
            "kontor": np.array(ours["coef"]),
            "numpy-lstsq": np.linalg.lstsq(design, response, rcond=None)[0],
            "statsmodels": sm.OLS(response, design).fit().params,
        }
        errors = {name: float(f"{np.max(np.abs(fit / truth - 1)):.1e}")
                  for name, fit in fits.items()}
        condition = float(f"{ours['check']['condition']:.1e}")
        print(json.dumps({"task": "collinear", "condition": condition, "errors": errors}))


main(*sys.argv[1:])
