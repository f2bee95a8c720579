// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_COPENBLAS_H
#define KONTOR_COPENBLAS_H

#include <stdint.h>

// The routines of BLAS and LAPACK that are used here, for matrices stored row by row; see their own
// documentation for what they do. The libraries are opened by the first call: loading them with the
// program would cost every command several milliseconds, and few need them. Where they are missing,
// the process ends as it does without any other library.

/// `c = a b` for `a` of `rows` x `inner` and `b` of `inner` x `columns`.
void blas_dgemm(
  int32_t rows, int32_t columns, int32_t inner, const double *a, int32_t a_leading,
  const double *b, int32_t b_leading, double *c, int32_t c_leading);

/// `y = a x`.
void blas_dgemv(
  int32_t rows, int32_t columns, const double *a, int32_t leading, const double *x, double *y);

/// The upper triangle of `c = a' a`, of order `columns`.
void blas_dsyrk(
  int32_t columns, int32_t rows, const double *a, int32_t a_leading, double *c,
  int32_t c_leading);

/// The Cholesky factor of the lower triangle.
int32_t lapack_dpotrf(int32_t order, double *a, int32_t leading);

/// Solves with a Cholesky factor of the lower triangle.
int32_t lapack_dpotrs(
  int32_t order, int32_t columns, const double *a, int32_t a_leading, double *b,
  int32_t b_leading);

/// Eigenvalues and eigenvectors of the upper triangle.
int32_t lapack_dsyevd(int32_t order, double *a, int32_t leading, double *values);

/// Eigenvalues and right eigenvectors.
int32_t lapack_dgeev(
  int32_t order, double *a, int32_t leading, double *real, double *imaginary, double *right,
  int32_t right_leading);

/// Least squares by singular values.
int32_t lapack_dgelsd(
  int32_t rows, int32_t columns, int32_t sides, double *a, int32_t a_leading, double *b,
  int32_t b_leading, double *singular_values, double cutoff, int32_t *rank);

#endif
