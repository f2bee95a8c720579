#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# regression.sh [ROUNDS [ROWS]]: least squares over a panel of 20 columns, our library and what
# users would run instead, in turn; then what is left of exact coefficients on nearly collinear
# columns.
#
# ROUNDS is the rounds (3), ROWS the rows (1000000). Raw lines go to results/regression.jsonl; the
# lines printed after them are medians and ratios. Needs the peers' folder (KONTOR_SHARED, default
# ../shared beside the package) and python3 with numpy, scikit-learn and statsmodels (PYTHON,
# default .venv-peers/bin/python). The panel is made below PEER_DATA, once.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${KONTOR_SHARED:-$root/../shared}
peers=$shared/peers
[ -x "$peers/run.sh" ] || { echo "skipped: no shared data" >&2; exit 0; }
rounds=${1:-3} rows=${2:-1000000}
PYTHON="${PYTHON:-$root/.venv-peers/bin/python}"
data="${PEER_DATA:-$root/.build-peers}"
raw=$root/Benchmarks/results/regression.jsonl
mkdir -p "$(dirname "$raw")" "$data"

swift build -c release --product regression-benchmark --package-path "$root" \
  --scratch-path "$root/.build-release" >&2
ours=$root/.build-release/release/regression-benchmark
[ -s "$data/panel-$rows.f64" ] ||
  "$PYTHON" "$peers/generate.py" --only "" --out "$data" --panel "$rows" >&2

# measured NAME OPTION...: one measurement under a name of its own.
measured() {
  name=$1
  shift
  "$PYTHON" "$peers/bench.py" -n 1 --warmup 0 --timeout 600 "$@" |
    sed "s/\"peer\": \"[a-z0-9]*\"/\"peer\": \"$name\"/"
}

round() {
  measured numpy-lstsq numpy t7 "$data" "n=$rows" method=lstsq
  measured numpy-normal-equations numpy t7 "$data" "n=$rows" method=normal
  measured scikit-learn stats t7 "$data" "n=$rows" lib=sklearn
  measured statsmodels stats t7 "$data" "n=$rows" lib=statsmodels
  for kind in classical robust clustered; do
    measured "kontor-$kind" --cmd "$ours $data/panel-$rows.f64 21 $kind" kontor t7
  done
}

: >"$raw"
n=0
while [ "$n" -lt "$rounds" ]; do
  round | "$PYTHON" "$root/Benchmarks/clean.py" | tee -a "$raw"
  n=$((n + 1))
done
"$PYTHON" "$root/Benchmarks/ratios.py" "$raw"
"$PYTHON" "$root/Benchmarks/collinear.py" "$ours" "$data/collinear.f64" | tee -a "$raw"
