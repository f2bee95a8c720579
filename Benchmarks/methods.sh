#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# methods.sh [ROUNDS]: TOPSIS, VIKOR and PROMETHEE II over a matrix of eight columns, our methods and
# what users would run instead, in turn. Everybody loads the same binary file and writes nothing.
#
# ROUNDS is the rounds (3). Raw lines go to results/methods.jsonl; the lines printed after them are
# medians and ratios. Needs the peers' folder (KONTOR_SHARED, default ../shared beside the package)
# and python3 with numpy, pymcdm, scikit-criteria and pyDecision (PYTHON, default
# .venv-peers/bin/python). The matrices are made below PEER_DATA, once. pymcdm's PROMETHEE II takes
# nine GB for 10,000 rows: it runs in the first round only.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${KONTOR_SHARED:-$root/../shared}
peers=$shared/peers
[ -x "$peers/run.sh" ] || { echo "skipped: no shared data" >&2; exit 0; }
rounds=${1:-3}
PYTHON="${PYTHON:-$root/.venv-peers/bin/python}"
data="${PEER_DATA:-$root/.build-peers}/matrix"
raw=$root/Benchmarks/results/methods.jsonl
mkdir -p "$(dirname "$raw")" "$data"

swift build -c release --product method-benchmark --package-path "$root" \
  --scratch-path "$root/.build-release" >&2
ours=$root/.build-release/release/method-benchmark
for rows in 10000 1000000; do
  [ -s "$data/matrix-$rows.f64" ] ||
    "$PYTHON" "$peers/generate.py" --only "" --out "$data" --matrix "$rows" >&2
done

# measured NAME TASK OPTION...: one measurement under a name and a task of its own.
measured() {
  name=$1 task=$2
  shift 2
  "$PYTHON" "$peers/bench.py" -n 1 --warmup 0 --timeout 600 "$@" |
    sed -e "s/\"peer\": \"[a-z0-9]*\"/\"peer\": \"$name\"/" \
      -e "s/\"task\": \"t4\"/\"task\": \"$task\"/"
}

# kontor METHOD TASK ROWS
kontor() { measured kontor "$2" --cmd "$ours $data/matrix-$3.f64 $1" kontor t4; }

# library NAME LIB METHOD TASK ROWS
library() { measured "$1" "$4" mcda t4 "$data" "n=$5" "lib=$2" "method=$3"; }

round() {
  for method in topsis vikor; do
    kontor $method $method 1000000
    measured numpy $method numpy t4 "$data" n=1000000 method=$method
    library scikit-criteria skcriteria $method $method 1000000
    library pyDecision pydecision $method $method 1000000
    library pymcdm pymcdm $method $method 1000000
  done
  kontor promethee promethee 1000000
  measured numpy promethee numpy t4 "$data" n=1000000 method=promethee-sort
  kontor promethee promethee-1e4 10000
  measured numpy promethee-1e4 numpy t4 "$data" n=10000 method=promethee-sort
  [ "$n" -gt 0 ] || library pymcdm pymcdm promethee promethee-1e4 10000
}

: >"$raw"
n=0
while [ "$n" -lt "$rounds" ]; do
  round | "$PYTHON" "$root/Benchmarks/clean.py" | tee -a "$raw"
  n=$((n + 1))
done
"$PYTHON" "$root/Benchmarks/ratios.py" "$raw"
