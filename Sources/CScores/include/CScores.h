// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_CSCORES_H
#define KONTOR_CSCORES_H

#include <stddef.h>

/// How many places are worked on at once; columns are filled up to a multiple of it.
#define SCORES_TILE 64

/// Columns of single precision, one after another.
typedef struct {
  const float *columns;
  /// How many numbers lie between the beginnings of two columns, a multiple of `SCORES_TILE`.
  size_t stride;
  /// How many columns there are.
  size_t width;
  /// How many places of a column are accounts; the others hold 0.
  size_t count;
} scores_block;

/// What the columns are multiplied by, and from where on a sum by weight counts.
typedef struct {
  /// One weight per column.
  const float *weights;
  /// By how much a weight may be off, or a null pointer; then sums are the largest leads over an
  /// account with `means` that weights within reach make, plus the score of `means` by `weights`.
  const float *reach;
  /// One number per column; read only where there is a reach.
  const float *means;
  /// Places with less are left out.
  float bar;
} scores_search;

/// Which processor the kernels are compiled for. Products and sums may be fused, so that the last
/// bits differ: these are bounds, and whoever uses them leaves room for that.
typedef enum { scores_best, scores_avx2, scores_plain } scores_processor;

/// The sums by weight of the first `count` places; `sums` has room for the whole stride.
void scores_add(
  const scores_block *block, const float *weights, size_t count, float *sums,
  scores_processor processor);

/// The places with at least the bar, ascending, and their sums; returns how many these are.
///
/// What is no number is among them. `places` and `sums` have room for all accounts.
size_t scores_find(
  const scores_block *block, const scores_search *search, size_t *places, float *sums,
  scores_processor processor);

/// How many of the numbers are at least as high as `bar`.
size_t scores_reaching(
  const float *numbers, size_t count, float bar, scores_processor processor);

/// A bar that at least `place` of the numbers reach, and not many more where the numbers allow for
/// that, by halving; `place` is from 1 to `count`.
float scores_bar(
  const float *numbers, size_t count, size_t place, scores_processor processor);

#endif
