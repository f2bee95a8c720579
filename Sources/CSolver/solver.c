// SPDX-License-Identifier: Apache-2.0
#include "CSolver.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>

// The functions of CBC's C interface (Cbc_C_Interface.h, version 2.10) that are used here. They are
// declared by hand, so that building needs no headers of a library that is opened at run time.
typedef void cbc_model;

static struct {
  cbc_model *(*create)(void);
  void (*destroy)(cbc_model *);
  void (*load)(
    cbc_model *, int, int, const int *, const int *, const double *, const double *,
    const double *, const double *, const double *, const double *);
  void (*set_integer)(cbc_model *, int);
  void (*set_parameter)(cbc_model *, const char *, const char *);
  void (*set_log_level)(cbc_model *, int);
  void (*set_node_limit)(cbc_model *, int);
  void (*set_gap)(cbc_model *, double);
  int (*solve)(cbc_model *);
  int (*is_optimal)(cbc_model *);
  int (*is_infeasible)(cbc_model *);
  int (*status)(cbc_model *);
  int (*secondary_status)(cbc_model *);
  double (*bound)(cbc_model *);
  const double *(*solution)(cbc_model *);
  double *(*best)(cbc_model *);
} cbc;

static int is_open;
static pthread_once_t opening = PTHREAD_ONCE_INIT;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static int find(void *library, const char *name, void *function) {
  void *address = dlsym(library, name);
  memcpy(function, &address, sizeof address);
  return address != 0;
}

static void open_library(void) {
  void *library = dlopen("libCbcSolver.so.3", RTLD_LAZY | RTLD_LOCAL);
  // Distributions number the library differently; its development package has the bare name.
  if (!library) library = dlopen("libCbcSolver.so", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  is_open = find(library, "Cbc_newModel", &cbc.create)
    && find(library, "Cbc_deleteModel", &cbc.destroy)
    && find(library, "Cbc_loadProblem", &cbc.load)
    && find(library, "Cbc_setInteger", &cbc.set_integer)
    && find(library, "Cbc_setParameter", &cbc.set_parameter)
    && find(library, "Cbc_setLogLevel", &cbc.set_log_level)
    && find(library, "Cbc_setMaximumNodes", &cbc.set_node_limit)
    && find(library, "Cbc_setAllowableGap", &cbc.set_gap)
    && find(library, "Cbc_solve", &cbc.solve)
    && find(library, "Cbc_isProvenOptimal", &cbc.is_optimal)
    && find(library, "Cbc_isProvenInfeasible", &cbc.is_infeasible)
    && find(library, "Cbc_status", &cbc.status)
    && find(library, "Cbc_secondaryStatus", &cbc.secondary_status)
    && find(library, "Cbc_getBestPossibleObjValue", &cbc.bound)
    && find(library, "Cbc_getColSolution", &cbc.solution)
    && find(library, "Cbc_bestSolution", &cbc.best);
}

// Optimal to the last billionth of a score, not to a share of it.
static cbc_model *exact_model(int32_t node_limit) {
  cbc_model *model = cbc.create();
  cbc.set_parameter(model, "log", "0");
  cbc.set_log_level(model, 0);
  cbc.set_parameter(model, "ratioGap", "0");
  cbc.set_parameter(model, "allowableGap", "0");
  cbc.set_parameter(model, "increment", "0");
  cbc.set_parameter(model, "integerTolerance", "1e-9");
  cbc.set_parameter(model, "threads", "0");
  cbc.set_gap(model, 0);
  cbc.set_node_limit(model, node_limit);
  return model;
}

static enum csolver_status outcome(
  cbc_model *model, int32_t columns, int has_whole, double *solution, double *bound
) {
  // Without whole columns nothing is branched on, and only the linear solution is kept.
  const double *found = has_whole ? cbc.best(model) : cbc.solution(model);
  int is_optimal = cbc.is_optimal(model);
  if (found && (has_whole || is_optimal)) {
    memcpy(solution, found, (size_t)columns * sizeof *solution);
    *bound = cbc.bound(model);
    return is_optimal ? csolver_optimal : csolver_limited;
  }
  int is_infeasible = cbc.is_infeasible(model)
    || (cbc.status(model) == 0 && cbc.secondary_status(model) == 1);
  return is_infeasible ? csolver_infeasible : csolver_failed;
}

enum csolver_status csolver_solve(
  int32_t columns, int32_t rows,
  const int32_t *starts, const int32_t *entry_rows, const double *entries,
  const double *lower, const double *upper, const double *objective, const uint8_t *is_whole,
  const double *row_lower, const double *row_upper,
  int32_t node_limit, double *solution, double *bound
) {
  pthread_once(&opening, open_library);
  if (!is_open) return csolver_absent;
  pthread_mutex_lock(&one_at_a_time);
  // The library takes over the interrupt key while it works.
  struct sigaction before;
  sigaction(SIGINT, 0, &before);
  cbc_model *model = exact_model(node_limit);
  cbc.load(
    model, columns, rows, starts, entry_rows, entries, lower, upper, objective, row_lower,
    row_upper);
  int has_whole = 0;
  for (int32_t column = 0; column < columns; column++) {
    if (!is_whole[column]) continue;
    cbc.set_integer(model, column);
    has_whole = 1;
  }
  cbc.solve(model);
  enum csolver_status status = outcome(model, columns, has_whole, solution, bound);
  cbc.destroy(model);
  sigaction(SIGINT, &before, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return status;
}
