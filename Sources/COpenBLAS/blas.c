// SPDX-License-Identifier: Apache-2.0
#include "COpenBLAS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What cblas.h and lapacke.h call these; they are declared by hand, so that building needs no
// headers of libraries that are opened at run time.
enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112, UPPER = 121 };

static struct {
  void (*dgemm)(
    int, int, int, int, int, int, double, const double *, int, const double *, int, double,
    double *, int);
  void (*dgemv)(
    int, int, int, int, double, const double *, int, const double *, int, double, double *, int);
  void (*dsyrk)(int, int, int, int, int, double, const double *, int, double, double *, int);
  int (*dpotrf)(int, char, int, double *, int);
  int (*dpotrs)(int, char, int, int, const double *, int, double *, int);
  int (*dsyevd)(int, char, char, int, double *, int, double *);
  int (*dgeev)(
    int, char, char, int, double *, int, double *, double *, double *, int, double *, int);
  int (*dgelsd)(
    int, int, int, int, double *, int, double *, int, double *, double, int *);
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
    ROW_MAJOR, NO_TRANS, NO_TRANS, rows, columns, inner, 1, a, a_leading, b, b_leading, 0, c,
    c_leading);
}

void blas_dgemv(
  int32_t rows, int32_t columns, const double *a, int32_t leading, const double *x, double *y) {
  open_once();
  library.dgemv(ROW_MAJOR, NO_TRANS, rows, columns, 1, a, leading, x, 1, 0, y, 1);
}

void blas_dsyrk(
  int32_t columns, int32_t rows, const double *a, int32_t a_leading, double *c,
  int32_t c_leading) {
  open_once();
  library.dsyrk(ROW_MAJOR, UPPER, TRANS, columns, rows, 1, a, a_leading, 0, c, c_leading);
}

int32_t lapack_dpotrf(int32_t order, double *a, int32_t leading) {
  open_once();
  return library.dpotrf(ROW_MAJOR, 'L', order, a, leading);
}

int32_t lapack_dpotrs(
  int32_t order, int32_t columns, const double *a, int32_t a_leading, double *b,
  int32_t b_leading) {
  open_once();
  return library.dpotrs(ROW_MAJOR, 'L', order, columns, a, a_leading, b, b_leading);
}

int32_t lapack_dsyevd(int32_t order, double *a, int32_t leading, double *values) {
  open_once();
  return library.dsyevd(ROW_MAJOR, 'V', 'U', order, a, leading, values);
}

int32_t lapack_dgeev(
  int32_t order, double *a, int32_t leading, double *real, double *imaginary, double *right,
  int32_t right_leading) {
  open_once();
  double unused_left = 0;
  return library.dgeev(
    ROW_MAJOR, 'N', 'V', order, a, leading, real, imaginary, &unused_left, leading, right,
    right_leading);
}

int32_t lapack_dgelsd(
  int32_t rows, int32_t columns, int32_t sides, double *a, int32_t a_leading, double *b,
  int32_t b_leading, double *singular_values, double cutoff, int32_t *rank) {
  open_once();
  return library.dgelsd(
    ROW_MAJOR, rows, columns, sides, a, a_leading, b, b_leading, singular_values, cutoff, rank);
}
