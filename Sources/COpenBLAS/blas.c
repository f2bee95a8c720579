// SPDX-License-Identifier: Apache-2.0
#include "COpenBLAS.h"

#include <cblas.h>
#include <dlfcn.h>
#include <lapacke.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The headers of the libraries say what their routines take; only the linker knows nothing of them.
static struct {
  __typeof__(cblas_dgemm) *dgemm;
  __typeof__(cblas_dgemv) *dgemv;
  __typeof__(cblas_dsyrk) *dsyrk;
  __typeof__(LAPACKE_dpotrf) *dpotrf;
  __typeof__(LAPACKE_dpotrs) *dpotrs;
  __typeof__(LAPACKE_dsyevd) *dsyevd;
  __typeof__(LAPACKE_dgeev) *dgeev;
  __typeof__(LAPACKE_dgelsd) *dgelsd;
} library;

static pthread_once_t opening = PTHREAD_ONCE_INIT;

static _Noreturn void fail(const char *reason) {
  fprintf(stderr, "error while loading shared libraries: %s\n", reason ? reason : "unknown");
  exit(127);
}

// LAPACKE finds the routines of OpenBLAS because these are there for everybody.
static void *open_one(const char *name, const char *bare_name) {
  void *found = dlopen(name, RTLD_NOW | RTLD_GLOBAL);
  // Distributions number a library differently; its development package has the bare name.
  if (!found) found = dlopen(bare_name, RTLD_NOW | RTLD_GLOBAL);
  if (!found) fail(dlerror());
  return found;
}

static void find(void *opened, const char *name, void *function) {
  void *address = dlsym(opened, name);
  if (!address) fail(dlerror());
  memcpy(function, &address, sizeof address);
}

static void open_libraries(void) {
  void *blas = open_one("libopenblas.so.0", "libopenblas.so");
  find(blas, "cblas_dgemm", &library.dgemm);
  find(blas, "cblas_dgemv", &library.dgemv);
  find(blas, "cblas_dsyrk", &library.dsyrk);
  void *lapack = open_one("liblapacke.so.3", "liblapacke.so");
  find(lapack, "LAPACKE_dpotrf", &library.dpotrf);
  find(lapack, "LAPACKE_dpotrs", &library.dpotrs);
  find(lapack, "LAPACKE_dsyevd", &library.dsyevd);
  find(lapack, "LAPACKE_dgeev", &library.dgeev);
  find(lapack, "LAPACKE_dgelsd", &library.dgelsd);
}

static void open_once(void) { pthread_once(&opening, open_libraries); }

void blas_dgemm(
  int32_t rows, int32_t columns, int32_t inner, const double *a, int32_t a_leading,
  const double *b, int32_t b_leading, double *c, int32_t c_leading) {
  open_once();
  library.dgemm(
    CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, columns, inner, 1, a, a_leading, b, b_leading, 0, c,
    c_leading);
}

void blas_dgemv(
  int32_t rows, int32_t columns, const double *a, int32_t leading, const double *x, double *y) {
  open_once();
  library.dgemv(CblasRowMajor, CblasNoTrans, rows, columns, 1, a, leading, x, 1, 0, y, 1);
}

void blas_dsyrk(
  int32_t columns, int32_t rows, const double *a, int32_t a_leading, double *c,
  int32_t c_leading) {
  open_once();
  library.dsyrk(CblasRowMajor, CblasUpper, CblasTrans, columns, rows, 1, a, a_leading, 0, c, c_leading);
}

int32_t lapack_dpotrf(int32_t order, double *a, int32_t leading) {
  open_once();
  return library.dpotrf(LAPACK_ROW_MAJOR, 'L', order, a, leading);
}

int32_t lapack_dpotrs(
  int32_t order, int32_t columns, const double *a, int32_t a_leading, double *b,
  int32_t b_leading) {
  open_once();
  return library.dpotrs(LAPACK_ROW_MAJOR, 'L', order, columns, a, a_leading, b, b_leading);
}

int32_t lapack_dsyevd(int32_t order, double *a, int32_t leading, double *values) {
  open_once();
  return library.dsyevd(LAPACK_ROW_MAJOR, 'V', 'U', order, a, leading, values);
}

int32_t lapack_dgeev(
  int32_t order, double *a, int32_t leading, double *real, double *imaginary, double *right,
  int32_t right_leading) {
  open_once();
  double unused_left = 0;
  return library.dgeev(
    LAPACK_ROW_MAJOR, 'N', 'V', order, a, leading, real, imaginary, &unused_left, leading, right,
    right_leading);
}

int32_t lapack_dgelsd(
  int32_t rows, int32_t columns, int32_t sides, double *a, int32_t a_leading, double *b,
  int32_t b_leading, double *singular_values, double cutoff, int32_t *rank) {
  open_once();
  return library.dgelsd(
    LAPACK_ROW_MAJOR, rows, columns, sides, a, a_leading, b, b_leading, singular_values, cutoff, rank);
}
