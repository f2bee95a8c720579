// SPDX-License-Identifier: Apache-2.0
#include "CPanel.h"

#include <math.h>

// Advice to the next reader: every loop is written once over eight numbers side by side and
// compiled for each kind of processor. Sums have eight lanes everywhere, products and sums are
// rounded apart, and the only fused operation is the one that makes a rounding error exact; so the
// bits do not depend on the processor. Blocks stand column after column, filled up with rows of 0.

#pragma STDC FP_CONTRACT OFF
// Everything that takes or returns vectors is inlined, so no calling convention is in question.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 8
// Sums that wait for their own last value are made four at a time.
#define TILE 4
#define STEP (LANES * TILE)
#define INLINE static inline __attribute__((always_inline))

typedef double lanes __attribute__((vector_size(8 * LANES), aligned(8)));

INLINE lanes at(const double *column, size_t row) { return *(const lanes *)(column + row); }

INLINE void put(double *column, size_t row, lanes values) { *(lanes *)(column + row) = values; }

INLINE lanes every(double value) { return (lanes){0} + value; }

/// The sum of the lanes, in pairs.
INLINE double total(lanes v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

/// How many rows the block from `from` on has.
INLINE size_t rows_of_block(size_t from, size_t to) {
  return to - from < PANEL_BLOCK ? to - from : PANEL_BLOCK;
}

/// Copies rows into a block, filled up with zeros; returns how many rows that makes.
///
/// Meanwhile the next block is fetched, a part with each column: that halves the time of a pass.
INLINE size_t gather(const panel_view *view, size_t from, size_t to, double *block) {
  size_t rows = rows_of_block(from, to);
  size_t filled = (rows + STEP - 1) / STEP * STEP;
  const double *next = view->values + (from + rows) * view->width;
  size_t ahead = rows_of_block(from + rows, to) * view->width / view->count;
  for (size_t j = 0; j < view->count; j++) {
    for (size_t i = 0; i < ahead; i += LANES) __builtin_prefetch(next + j * ahead + i);
    double *column = block + j * PANEL_BLOCK;
    int32_t source = view->columns[j];
    const double *value = view->values + from * view->width + (source < 0 ? 0 : source);
    for (size_t i = 0; i < rows; i++) column[i] = source < 0 ? 1 : value[i * view->width];
    for (size_t i = rows; i < filled; i++) column[i] = 0;
  }
  return filled;
}

// MARK: - The triangle

/// A reflection: `v` below, `head` at the triangle's row, and the number that divides products.
typedef struct {
  const double *v;
  double head, divisor;
  size_t rows;
} reflection;

/// Reflects `tile` columns of the block and their numbers in the triangle's row.
INLINE void reflect(reflection by, double *row, double *block, size_t tile) {
  lanes sums[TILE];
  for (size_t k = 0; k < tile; k++) sums[k] = every(0);
  for (size_t i = 0; i < by.rows; i += LANES) {
    lanes v = at(by.v, i);
    for (size_t k = 0; k < tile; k++) sums[k] += v * at(block + k * PANEL_BLOCK, i);
  }
  lanes factors[TILE];
  for (size_t k = 0; k < tile; k++) {
    double factor = (by.head * row[k] + total(sums[k])) / by.divisor;
    row[k] -= factor * by.head;
    factors[k] = every(factor);
  }
  for (size_t i = 0; i < by.rows; i += LANES) {
    lanes v = at(by.v, i);
    for (size_t k = 0; k < tile; k++) {
      double *column = block + k * PANEL_BLOCK;
      put(column, i, at(column, i) - factors[k] * v);
    }
  }
}

INLINE void absorb(double *triangle, double *block, size_t count, size_t rows) {
  for (size_t j = 0; j < count; j++) {
    const double *v = block + j * PANEL_BLOCK;
    double *row = triangle + j * count;
    lanes sums = every(0);
    for (size_t i = 0; i < rows; i += LANES) sums += at(v, i) * at(v, i);
    double below = total(sums), diagonal = row[j];
    if (below == 0) continue;
    double length = sqrt(diagonal * diagonal + below);
    double head = diagonal < 0 ? diagonal - length : diagonal + length;
    reflection by = {v, head, length * fabs(head), rows};
    row[j] = diagonal < 0 ? length : -length;
    size_t k = j + 1;
    for (; k + TILE <= count; k += TILE) reflect(by, row + k, block + k * PANEL_BLOCK, TILE);
    for (; k < count; k++) reflect(by, row + k, block + k * PANEL_BLOCK, 1);
  }
}

INLINE void factor(
  const panel_view *view, size_t from, size_t to, double *triangle, double *block) {
  for (size_t row = from; row < to; row += PANEL_BLOCK) {
    absorb(triangle, block, view->count, gather(view, row, to, block));
  }
}

// MARK: - Residuals

/// A sum of two numbers: what it is, and what rounding took from it.
typedef struct {
  lanes sum, rest;
} doubled;

/// Adds a product without losing anything (Ogita, Rump and Oishi 2005, Dot2).
INLINE void add_product(doubled *to, lanes a, lanes b) {
  lanes product = a * b;
  lanes lost = __builtin_elementwise_fma(a, b, -product);
  lanes sum = to->sum + product;
  lanes part = sum - to->sum;
  to->rest += ((to->sum - (sum - part)) + (product - part)) + lost;
  to->sum = sum;
}

/// The sum with its rest taken in.
INLINE doubled settled(doubled value) {
  lanes sum = value.sum + value.rest;
  return (doubled){sum, value.rest - (sum - value.sum)};
}

/// Adds the lanes of `from` to a sum of two numbers, in the order of the lanes.
INLINE void add_lanes(double *to, doubled from) {
  for (int lane = 0; lane < LANES; lane++) {
    double value = from.sum[lane];
    double sum = to[0] + value;
    double part = sum - to[0];
    to[1] += ((to[0] - (sum - part)) + (value - part)) + from.rest[lane];
    to[0] = sum;
  }
}

/// What four times eight rows of a block leave over.
INLINE void leave(
  const double *block, size_t count, size_t i, const double *coefficients, const double *rest,
  doubled *left) {
  for (size_t t = 0; t < TILE; t++) {
    left[t] = (doubled){at(block + count * PANEL_BLOCK, i + t * LANES), every(0)};
  }
  for (size_t j = 0; j < count; j++) {
    for (size_t t = 0; t < TILE; t++) {
      lanes x = at(block + j * PANEL_BLOCK, i + t * LANES);
      add_product(&left[t], x, every(-coefficients[j]));
      left[t].rest -= x * every(rest[j]);
    }
  }
  for (size_t t = 0; t < TILE; t++) left[t] = settled(left[t]);
}

/// Adds the products of `tile` columns of the block with what is left.
INLINE void multiply(
  const double *block, size_t filled, const doubled *left, doubled *products, size_t tile) {
  doubled sums[TILE];
  for (size_t t = 0; t < tile; t++) sums[t] = products[t];
  for (size_t i = 0; i < filled; i += LANES) {
    doubled value = left[i / LANES];
    for (size_t t = 0; t < tile; t++) {
      lanes x = at(block + t * PANEL_BLOCK, i);
      add_product(&sums[t], x, value.sum);
      sums[t].rest += x * value.rest;
    }
  }
  for (size_t t = 0; t < tile; t++) products[t] = sums[t];
}

INLINE void residuals(
  const panel_view *view, size_t from, size_t to, const double *coefficients, const double *rest,
  double *squares, double *products, double *block) {
  size_t count = view->count - 1;
  doubled left[PANEL_BLOCK / LANES], square = {every(0), every(0)};
  doubled *sums = (doubled *)(block + view->count * PANEL_BLOCK);
  for (size_t j = 0; j < count; j++) sums[j] = square;
  for (size_t row = from; row < to; row += PANEL_BLOCK) {
    size_t filled = gather(view, row, to, block);
    for (size_t i = 0; i < filled; i += STEP) {
      leave(block, count, i, coefficients, rest, left + i / LANES);
    }
    for (size_t i = 0; i < filled / LANES; i++) add_product(&square, left[i].sum, left[i].sum);
    size_t j = 0;
    for (; j + TILE <= count; j += TILE) {
      multiply(block + j * PANEL_BLOCK, filled, left, sums + j, TILE);
    }
    for (; j < count; j++) multiply(block + j * PANEL_BLOCK, filled, left, sums + j, 1);
  }
  add_lanes(squares, square);
  for (size_t j = 0; j < count; j++) add_lanes(products + 2 * j, sums[j]);
}

// MARK: - Sandwich

/// What the fit says of the rows of a block.
typedef struct {
  double fitted[PANEL_BLOCK], residual[PANEL_BLOCK];
  /// The leverage, and the residual without the row's own pull.
  double leverage[PANEL_BLOCK], left_out[PANEL_BLOCK];
} block_rows;

/// Takes from column `j` of four times eight rows `factors` times the columns of `range`, `stride`
/// apart, and divides by `divisor`.
INLINE void substitute(
  double *rows, size_t j, size_t first, size_t last, const double *factors, size_t stride,
  double divisor) {
  lanes values[TILE];
  for (size_t t = 0; t < TILE; t++) values[t] = at(rows + j * PANEL_BLOCK, t * LANES);
  for (size_t k = first; k < last; k++) {
    lanes factor = every(factors[k * stride]);
    for (size_t t = 0; t < TILE; t++) {
      values[t] -= at(rows + k * PANEL_BLOCK, t * LANES) * factor;
    }
  }
  for (size_t t = 0; t < TILE; t++) {
    put(rows + j * PANEL_BLOCK, t * LANES, values[t] / every(divisor));
  }
}

/// Divides rows by the triangle, which makes them rows of an orthonormal basis, and by its
/// transpose, which makes them rows of the pseudo-inverse; puts down the leverages.
INLINE void divide(const double *triangle, size_t count, double *rows, double *leverage) {
  size_t stride = count + 1;
  lanes squares[TILE];
  for (size_t t = 0; t < TILE; t++) squares[t] = every(0);
  for (size_t j = 0; j < count; j++) {
    substitute(rows, j, 0, j, triangle + j, stride, triangle[j * stride + j]);
    for (size_t t = 0; t < TILE; t++) {
      lanes value = at(rows + j * PANEL_BLOCK, t * LANES);
      squares[t] += value * value;
    }
  }
  for (size_t j = count; j-- > 0;) {
    substitute(rows, j, j + 1, count, triangle + j * stride, 1, triangle[j * stride + j]);
  }
  for (size_t t = 0; t < TILE; t++) put(leverage, t * LANES, squares[t]);
}

/// Looks at the rows of a block, whose columns become those of the pseudo-inverse; returns the
/// largest leverage of each lane.
INLINE lanes judge(
  const panel_fit *fit, size_t count, double *block, size_t filled, block_rows *rows) {
  lanes most = every(0);
  for (size_t i = 0; i < filled; i += LANES) {
    lanes value = every(0);
    for (size_t j = 0; j < count; j++) {
      value += at(block + j * PANEL_BLOCK, i) * every(fit->coefficients[j]);
    }
    put(rows->fitted, i, value);
    put(rows->residual, i, at(block + count * PANEL_BLOCK, i) - value);
  }
  for (size_t i = 0; i < filled; i += STEP) {
    divide(fit->triangle, count, block + i, rows->leverage + i);
  }
  for (size_t i = 0; i < filled; i += LANES) {
    lanes leverage = at(rows->leverage, i);
    put(rows->left_out, i, at(rows->residual, i) / (1 - leverage));
    most = __builtin_elementwise_max(most, leverage);
  }
  return most;
}

/// Adds the squares behind HC1 and HC3.
INLINE void add_squares(
  const double *block, size_t count, size_t filled, const block_rows *rows, panel_sums *sums) {
  for (size_t j = 0; j < count; j++) {
    lanes equal = every(0), left_out = every(0);
    for (size_t i = 0; i < filled; i += LANES) {
      lanes p = at(block + j * PANEL_BLOCK, i);
      lanes e = p * at(rows->residual, i), u = p * at(rows->left_out, i);
      equal += e * e;
      left_out += u * u;
    }
    sums->equal[j] += total(equal);
    sums->left_out[j] += total(left_out);
  }
}

INLINE void sandwich(
  const panel_view *view, size_t from, size_t to, const panel_fit *fit, panel_sums *sums,
  double *block) {
  size_t count = view->count - 1;
  lanes most = every(0);
  block_rows judged;
  for (size_t row = from; row < to; row += PANEL_BLOCK) {
    size_t rows = rows_of_block(row, to);
    size_t filled = gather(view, row, to, block);
    most = __builtin_elementwise_max(most, judge(fit, count, block, filled, &judged));
    add_squares(block, count, filled, &judged, sums);
    for (size_t i = 0; sums->fitted != 0 && i < rows; i++) {
      sums->fitted[row + i] = judged.fitted[i];
      sums->leverage[row + i] = judged.leverage[i];
    }
    for (size_t i = 0; fit->groups != 0 && i < rows; i++) {
      double *group = sums->groups + (size_t)fit->groups[row + i] * count;
      for (size_t j = 0; j < count; j++) {
        group[j] += judged.residual[i] * block[j * PANEL_BLOCK + i];
      }
    }
  }
  for (int lane = 0; lane < LANES; lane++) {
    if (most[lane] > sums->most) sums->most = most[lane];
  }
}

// MARK: - One copy for each kind of processor

#if defined(__x86_64__)
#define AVX2 "avx2,fma"
#define AVX512 AVX2 ",avx512f,avx512vl,avx512dq"
#define FOR_EACH_PROCESSOR(name, parameters, ...)                                              \
  __attribute__((target(AVX512))) static void name##_at_once parameters { name(__VA_ARGS__); } \
  __attribute__((target(AVX2))) static void name##_by_halves parameters { name(__VA_ARGS__); } \
  static void name##_plain parameters { name(__VA_ARGS__); }

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
    && __builtin_cpu_supports("avx512dq");
}

static int has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

#define CHOSEN(name, processor)                                \
  ((processor) == panel_best && has_avx512()   ? name##_at_once \
   : (processor) != panel_plain && has_avx2() ? name##_by_halves \
                                               : name##_plain)
#else
#define FOR_EACH_PROCESSOR(name, parameters, ...) \
  static void name##_plain parameters { name(__VA_ARGS__); }
#define CHOSEN(name, processor) ((void)(processor), name##_plain)
#endif

FOR_EACH_PROCESSOR(
  factor,
  (const panel_view *view, size_t from, size_t to, double *triangle, double *block),
  view, from, to, triangle, block)

FOR_EACH_PROCESSOR(
  residuals,
  (const panel_view *view, size_t from, size_t to, const double *coefficients,
   const double *rest, double *squares, double *products, double *block),
  view, from, to, coefficients, rest, squares, products, block)

FOR_EACH_PROCESSOR(
  sandwich,
  (const panel_view *view, size_t from, size_t to, const panel_fit *fit, panel_sums *sums,
   double *block),
  view, from, to, fit, sums, block)

void panel_factor(
  const panel_view *view, size_t from, size_t to, double *triangle, double *block,
  panel_processor processor) {
  CHOSEN(factor, processor)(view, from, to, triangle, block);
}

void panel_residuals(
  const panel_view *view, size_t from, size_t to, const double *coefficients, const double *rest,
  double *squares, double *products, double *block, panel_processor processor) {
  CHOSEN(residuals, processor)(view, from, to, coefficients, rest, squares, products, block);
}

void panel_sandwich(
  const panel_view *view, size_t from, size_t to, const panel_fit *fit, panel_sums *sums,
  double *block, panel_processor processor) {
  CHOSEN(sandwich, processor)(view, from, to, fit, sums, block);
}
