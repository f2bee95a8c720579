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
#define INLINE static inline __attribute__((always_inline))

typedef double lanes __attribute__((vector_size(8 * LANES), aligned(8)));

INLINE lanes at(const double *column, size_t row) { return *(const lanes *)(column + row); }

INLINE void put(double *column, size_t row, lanes values) { *(lanes *)(column + row) = values; }

INLINE lanes every(double value) { return (lanes){0} + value; }

/// The sum of the lanes, in pairs.
INLINE double total(lanes v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

/// Copies rows into a block, filled up with zeros; returns how many rows that makes.
INLINE size_t gather(const panel_view *view, size_t from, size_t rows, double *block) {
  size_t filled = (rows + LANES - 1) / LANES * LANES;
  for (size_t j = 0; j < view->count; j++) {
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
  lanes sums[4];
  for (size_t k = 0; k < tile; k++) sums[k] = every(0);
  for (size_t i = 0; i < by.rows; i += LANES) {
    lanes v = at(by.v, i);
    for (size_t k = 0; k < tile; k++) sums[k] += v * at(block + k * PANEL_BLOCK, i);
  }
  lanes factors[4];
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
    for (; k + 4 <= count; k += 4) reflect(by, row + k, block + k * PANEL_BLOCK, 4);
    for (; k < count; k++) reflect(by, row + k, block + k * PANEL_BLOCK, 1);
  }
}

INLINE void factor(
  const panel_view *view, size_t from, size_t to, double *triangle, double *block) {
  for (size_t row = from; row < to; row += PANEL_BLOCK) {
    size_t rows = to - row < PANEL_BLOCK ? to - row : PANEL_BLOCK;
    absorb(triangle, block, view->count, gather(view, row, rows, block));
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

INLINE void residuals(
  const panel_view *view, size_t from, size_t to, const double *coefficients, const double *rest,
  double *squares, double *products, double *block) {
  size_t count = view->count - 1;
  doubled left[PANEL_BLOCK / LANES];
  for (size_t row = from; row < to; row += PANEL_BLOCK) {
    size_t rows = to - row < PANEL_BLOCK ? to - row : PANEL_BLOCK;
    size_t filled = gather(view, row, rows, block);
    doubled square = {every(0), every(0)};
    for (size_t i = 0; i < filled; i += LANES) {
      doubled value = {at(block + count * PANEL_BLOCK, i), every(0)};
      for (size_t j = 0; j < count; j++) {
        lanes x = at(block + j * PANEL_BLOCK, i);
        add_product(&value, x, every(-coefficients[j]));
        value.rest -= x * every(rest[j]);
      }
      value = settled(value);
      left[i / LANES] = value;
      add_product(&square, value.sum, value.sum);
    }
    add_lanes(squares, square);
    for (size_t j = 0; j < count; j++) {
      doubled product = {every(0), every(0)};
      for (size_t i = 0; i < filled; i += LANES) {
        lanes x = at(block + j * PANEL_BLOCK, i);
        doubled value = left[i / LANES];
        add_product(&product, x, value.sum);
        product.rest += x * value.rest;
      }
      add_lanes(products + 2 * j, product);
    }
  }
}

// MARK: - Sandwich

/// What the fit says of the rows of a block.
typedef struct {
  double fitted[PANEL_BLOCK], residual[PANEL_BLOCK];
  /// The leverage, and the residual without the row's own pull.
  double leverage[PANEL_BLOCK], left_out[PANEL_BLOCK];
} block_rows;

/// Divides eight rows by the triangle, which makes them rows of an orthonormal basis, and by its
/// transpose, which makes them rows of the pseudo-inverse; returns the leverages.
INLINE lanes divide(const double *triangle, size_t count, double *block, size_t i) {
  size_t stride = count + 1;
  lanes squares = every(0);
  for (size_t j = 0; j < count; j++) {
    lanes value = at(block + j * PANEL_BLOCK, i);
    for (size_t k = 0; k < j; k++) {
      value -= at(block + k * PANEL_BLOCK, i) * every(triangle[k * stride + j]);
    }
    value /= every(triangle[j * stride + j]);
    put(block + j * PANEL_BLOCK, i, value);
    squares += value * value;
  }
  for (size_t j = count; j-- > 0;) {
    lanes value = at(block + j * PANEL_BLOCK, i);
    for (size_t k = j + 1; k < count; k++) {
      value -= at(block + k * PANEL_BLOCK, i) * every(triangle[j * stride + k]);
    }
    put(block + j * PANEL_BLOCK, i, value / every(triangle[j * stride + j]));
  }
  return squares;
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
    lanes residual = at(block + count * PANEL_BLOCK, i) - value;
    lanes leverage = divide(fit->triangle, count, block, i);
    put(rows->fitted, i, value);
    put(rows->residual, i, residual);
    put(rows->leverage, i, leverage);
    put(rows->left_out, i, residual / (1 - leverage));
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
    size_t rows = to - row < PANEL_BLOCK ? to - row : PANEL_BLOCK;
    size_t filled = gather(view, row, rows, block);
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
