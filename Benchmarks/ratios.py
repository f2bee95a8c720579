# SPDX-License-Identifier: Apache-2.0
"""Prints medians per task and program, and how many times less than each peer we take."""
import json
import statistics
import sys


def main(path):
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            cpu = one.get("cpu_s", one.get("user_s", 0) + one.get("sys_s", 0))
            key = (one["task"], one.get("peer") or one.get("name"))
            found.setdefault(key, []).append((cpu, one["wall_s"], one["peak_mb"]))
    medians = {
        key: [statistics.median(column) for column in zip(*rows)] for key, rows in found.items()
    }
    for (task, name), (cpu, wall, peak) in sorted(medians.items()):
        print(f"{task:5} {name:18} cpu {cpu:6.2f} s  wall {wall:6.2f} s  {peak:6.0f} MB")
    for (task, name), own in sorted(medians.items()):
        if not name.startswith("kontor"):
            continue
        for (other_task, peer), theirs in sorted(medians.items()):
            if other_task == task and not peer.startswith("kontor"):
                ratios = [theirs[place] / own[place] for place in range(3)]
                cpu, wall, peak = (f"{ratio:.2f}" for ratio in ratios)
                print(f"{task:5} {peer} / {name}: cpu {cpu}, wall {wall}, memory {peak}")


main(sys.argv[1])
