#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# million.sh [ROUNDS [TASK...]]: a million accounts, our command and what users would run instead,
# in turn.
#
# ROUNDS is the rounds (2), TASK t2, t3 or t4 (all). Raw lines go to results/million.jsonl; the last
# lines printed are medians and ratios. Needs what compare.sh needs, and python3 with numpy for t4.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${KONTOR_SHARED:-$root/../shared}
peers=$shared/peers
[ -x "$peers/run.sh" ] || { echo "skipped: no shared data" >&2; exit 0; }
rounds=${1:-2}
[ $# -gt 1 ] && shift || set -- t2 t3 t4
PYTHON="${PYTHON:-$root/.venv-peers/bin/python}"
data="${PEER_DATA:-$root/.build-peers}"
kontor=${KONTOR:-$root/.build/release/kontor}
raw=$root/Benchmarks/results/million.jsonl
mkdir -p "$(dirname "$raw")" "$data/large" "$data/matrix"

[ -s "$data/large/accounts.csv" ] ||
  "$PYTHON" "$peers/generate.py" --size large --only accounts --out "$data/large" >&2
for n in 10000 1000000; do
  [ -s "$data/matrix/matrix-$n.csv" ] ||
    "$PYTHON" "$peers/generate.py" --only "" --out "$data/matrix" --matrix "$n" >&2
done
cp "$peers/programmes/t3.yaml" "$data/large/t3.yaml"

# ours TASK COMMAND PROGRAMME: one measurement of our command.
ours() {
  "$PYTHON" "$peers/bench.py" -n 1 --warmup 0 --timeout 600 --cmd \
    "$kontor $2 $3 --no-ledger --quiet --out $data/out" kontor "$1" || true
}

# theirs NAME PEER TASK FOLDER [key=value ...]: one measurement of a peer, under a name of its own.
theirs() {
  name=$1
  shift
  "$PYTHON" "$peers/bench.py" -n 1 --warmup 0 --timeout 600 "$@" |
    sed "s/\"peer\": \"[a-z]*\"/\"peer\": \"$name\"/" || true
}

# same_reports: polars once more, with all reports that ours writes.
same_reports() {
  mkdir -p "$data/out-same"
  "$PYTHON" "$peers/bench.py" -n 1 --warmup 0 --timeout 600 --cmd \
    "$PYTHON $root/Benchmarks/same_reports.py $data/large $data/out-same" \
    polars-same-reports t3 || true
}

# method NAME ROWS: the programme of a decision method for so many accounts.
method() {
  sed "s/matrix.csv/matrix-$2.csv/" "$peers/programmes/t4-$1.yaml" >"$data/matrix/t4-$1-$2.yaml"
  echo "$data/matrix/t4-$1-$2.yaml"
}

round() {
  for task in "$@"; do
    case $task in
    t2)
      theirs polars polars t2 "$data/large"
      ours t2 check "$data/large/t3.yaml"
      ;;
    t3)
      theirs polars polars t3 "$data/large"
      theirs duckdb duckdb t3 "$data/large"
      same_reports
      ours t3 rank "$data/large/t3.yaml"
      ;;
    t4)
      for m in topsis vikor; do
        theirs "numpy" numpy t4 "$data/matrix" n=1e6 "method=$m" | sed "s/\"t4\"/\"t4-$m\"/"
        theirs "skcriteria" mcda t4 "$data/matrix" n=1e6 lib=skcriteria "method=$m" |
          sed "s/\"t4\"/\"t4-$m\"/"
        ours "t4-$m" rank "$(method "$m" 1000000)"
      done
      theirs "numpy-sorted" numpy t4 "$data/matrix" n=1e6 method=promethee-sort |
        sed 's/"t4"/"t4-promethee"/'
      ours t4-promethee rank "$(method promethee 1000000)"
      theirs "numpy-sorted" numpy t4 "$data/matrix" n=1e4 method=promethee-sort |
        sed 's/"t4"/"t4-promethee-1e4"/'
      ours t4-promethee-1e4 rank "$(method promethee 10000)"
      ;;
    esac
  done
}

: >"$raw"
n=0
while [ "$n" -lt "$rounds" ]; do
  round "$@" | "$PYTHON" "$root/Benchmarks/clean.py" | tee -a "$raw"
  n=$((n + 1))
done
"$PYTHON" "$root/Benchmarks/ratios.py" "$raw"
