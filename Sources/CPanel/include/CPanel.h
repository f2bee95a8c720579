// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_CPANEL_H
#define KONTOR_CPANEL_H

#include <stddef.h>
#include <stdint.h>

/// How many rows are worked on at once; with up to 30 columns they stay in the nearest cache.
#define PANEL_BLOCK 128

/// Some columns of rows of numbers; nothing of them is copied but a block at a time.
typedef struct {
  const double *values;
  /// How many numbers a row has.
  size_t width;
  /// The columns in question; -1 is a column of ones. The last one is the response.
  const int32_t *columns;
  size_t count;
} panel_view;

/// Which processor the kernels are compiled for; the bits of a result are the same for all.
typedef enum { panel_best, panel_avx2, panel_plain } panel_processor;

/// Takes rows into a triangle by Householder reflections.
///
/// `triangle` is upper triangular with `count` rows of `count` numbers, all 0 at first. `block` has
/// room for twice `count` columns of a block, here and below.
void panel_factor(
  const panel_view *view, size_t from, size_t to, double *triangle, double *block,
  panel_processor processor);

/// What rows leave over, in twice the precision: adds the squares of the residuals to `squares`,
/// and the products of the columns with the residuals to `products`.
///
/// Each sum is of two numbers, the second what rounding took from the first: `squares` holds two,
/// `products` two per column. `coefficients` hold one number per column before the response,
/// `rest` what rounding took from it.
void panel_residuals(
  const panel_view *view, size_t from, size_t to, const double *coefficients, const double *rest,
  double *squares, double *products, double *block, panel_processor processor);

/// What the sandwich estimators need of a fit.
typedef struct {
  const double *coefficients;
  /// The triangle of `panel_factor`, rows and columns of the response included.
  const double *triangle;
  /// The group of each row, from 0, or a null pointer.
  const int32_t *groups;
} panel_fit;

/// What they add up.
typedef struct {
  /// Per row, or null pointers.
  double *fitted;
  double *leverage;
  /// Per coefficient: the sums of squares behind HC1 and HC3.
  double *equal;
  double *left_out;
  /// Per group and coefficient: the sums that are squared for CR1.
  double *groups;
  /// The largest leverage.
  double most;
} panel_sums;

/// Adds what the rows contribute to `sums`.
void panel_sandwich(
  const panel_view *view, size_t from, size_t to, const panel_fit *fit, panel_sums *sums,
  double *block, panel_processor processor);

#endif
