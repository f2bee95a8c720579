// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_SOLVER_H
#define KONTOR_SOLVER_H

#include <stdint.h>

enum csolver_status {
  csolver_optimal = 0,
  csolver_infeasible = 1,
  /// The node limit came first; the best solution so far is given.
  csolver_limited = 2,
  /// No solution and no proof that there is none.
  csolver_failed = 3,
  /// The library is not installed.
  csolver_absent = 4,
};

/// Solves a linear model with CBC, on one thread and without a word on standard output.
///
/// The library is opened on the first call: binding it at the start of the program would cost every
/// command several milliseconds, and most never need it. Calls wait for each other, because the
/// library keeps its settings in globals.
///
/// @param starts one more than there are columns: where each column's entries begin.
/// @param objective one factor per column; the sum is minimised.
/// @param is_whole 1 for columns that take whole numbers only.
/// @param node_limit nodes of the search tree after which it ends. A number of nodes, unlike one of
///   seconds, gives the same answer on every machine.
/// @param solution receives one value per column where the status is optimal or limited.
/// @param bound receives the best objective that is still possible.
enum csolver_status csolver_solve(
  int32_t columns, int32_t rows,
  const int32_t *starts, const int32_t *entry_rows, const double *entries,
  const double *lower, const double *upper, const double *objective, const uint8_t *is_whole,
  const double *row_lower, const double *row_upper,
  int32_t node_limit, double *solution, double *bound);

#endif
