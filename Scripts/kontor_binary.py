# SPDX-License-Identifier: Apache-2.0
"""Which kontor the checks of this folder run."""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def binary():
    """The kontor named first on the command line, or the newest that was built here."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1]).resolve()
    built = [ROOT / ".build" / kind / "kontor" for kind in ("debug", "release")]
    built = [path for path in built if path.exists()]
    if not built:
        sys.exit("no kontor found; build it with `swift build --product kontor`")
    return max(built, key=lambda path: path.stat().st_mtime)
