# SPDX-License-Identifier: Apache-2.0
"""Keeps of each measurement what others may read: the figures, no folders and no host."""
import json
import sys

KEPT = ("peer", "name", "task", "wall_s", "cpu_s", "user_s", "sys_s", "peak_mb", "core_s", "exit")

for line in sys.stdin:
    measured = json.loads(line)
    print(json.dumps({key: measured[key] for key in KEPT if key in measured}), flush=True)
