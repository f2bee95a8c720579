#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# compare.sh [SIZE [ROUNDS [TASK...]]]: our command and what users would run instead, in turn.
#
# SIZE is small, medium or large (medium), ROUNDS the rounds (3), TASK t1, t1de or t8 (the first
# two). Raw lines go to results/SIZE.jsonl, those of t8 to results/okr-SIZE.jsonl; the last lines
# printed are medians and ratios. Needs a release build, the peers' folder (KONTOR_SHARED, default
# ../shared beside the package) and python3 with polars and duckdb (PYTHON, default
# .venv-peers/bin/python). Data is made below PEER_DATA, once.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${KONTOR_SHARED:-$root/../shared}
peers=$shared/peers
[ -x "$peers/run.sh" ] || { echo "skipped: no shared data" >&2; exit 0; }
size=${1:-medium} rounds=${2:-3}
[ $# -gt 2 ] && shift 2 || set -- t1 t1de
export PYTHON="${PYTHON:-$root/.venv-peers/bin/python}"
export PEER_DATA="${PEER_DATA:-$root/.build-peers}"
kontor=${KONTOR:-$root/.build/release/kontor}
results=$root/Benchmarks/results
mkdir -p "$results" "$PEER_DATA"

# programme FOLDER: the same question as the peers' t1, for the file in FOLDER.
programme() {
  cat >"$1/t1.yaml" <<YAML
version: 1
programme: {name: t1, goal: custom, approach: sales, phase: rollout, currency: EUR}
sources:
  - file: transactions.csv
    account: account_id
    period: period
    values: {revenue: revenue, margin: margin}
measures:
  growth_12m: growth(revenue, 12)
YAML
}

# ours NAME TASK FOLDER THREADS: one measurement of our command.
ours() {
  [ -s "$3/t1.yaml" ] || programme "$3"
  "$PYTHON" "$peers/bench.py" -n 1 --cmd \
    "$kontor consolidate $3/t1.yaml --no-ledger --quiet --threads $4 --out $PEER_DATA/out" "$1" "$2"
}

round() {
  for task in "$@"; do
    case $task in
    t1)
      BENCH_OPTS="-n 1" "$peers/run.sh" t1 "$size" polars
      BENCH_OPTS="-n 1" "$peers/run.sh" t1 "$size" duckdb
      ours kontor t1 "$PEER_DATA/$size" 1
      ours kontor-2-threads t1 "$PEER_DATA/$size" 2
      ;;
    t8)
      BENCH_OPTS="-n 1" "$peers/run.sh" t8 "$size" duckdb
      BENCH_OPTS="-n 1" "$peers/run.sh" t8 "$size" polars
      cp "$peers/programmes/t8.yaml" "$PEER_DATA/$size/"
      "$PYTHON" "$peers/bench.py" -n 1 --cmd \
        "$kontor okr $PEER_DATA/$size/t8.yaml --no-ledger --quiet --out $PEER_DATA/out" kontor t8
      ;;
    t1de)
      BENCH_OPTS="-n 1" "$peers/run.sh" t1de "$size" duckdb
      BENCH_OPTS="-n 1" "$peers/run.sh" t1de "$size" polars encoding=cp1252
      ours kontor-cp1252 t1de "$PEER_DATA/$size-de-cp1252" 1
      ;;
    esac
  done
}

raw=$results/$size.jsonl
[ "$1" != t8 ] || raw=$results/okr-$size.jsonl
: >"$raw"
n=0
while [ "$n" -lt "$rounds" ]; do
  round "$@" | "$PYTHON" "$root/Benchmarks/clean.py" | tee -a "$raw"
  n=$((n + 1))
done
"$PYTHON" "$root/Benchmarks/ratios.py" "$raw"
