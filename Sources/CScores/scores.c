// SPDX-License-Identifier: Apache-2.0
#include "CScores.h"

#include <stdint.h>

// Advice to the next reader: every loop is written once over sixteen numbers side by side and
// compiled for each kind of processor, as in CPanel. Here the results are bounds.

// Everything that takes or returns vectors is inlined, so no calling convention is in question.
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 16
#define VECTORS (SCORES_TILE / LANES)
// So often a bar is looked for between the lowest and the highest number.
#define HALVINGS 16
#define INLINE static inline __attribute__((always_inline))

typedef float lanes __attribute__((vector_size(4 * LANES), aligned(4)));
typedef int32_t flags __attribute__((vector_size(4 * LANES), aligned(4)));
typedef _Bool bits __attribute__((ext_vector_type(LANES)));

INLINE lanes at(const float *numbers) { return *(const lanes *)numbers; }

INLINE void put(float *numbers, lanes values) { *(lanes *)numbers = values; }

INLINE lanes every(float value) { return (lanes){0} + value; }

INLINE lanes magnitude(lanes v) { return (lanes)((flags)v & INT32_MAX); }

INLINE void add(
  const scores_block *block, const float *weights, size_t count, float *sums) {
  for (size_t place = 0; place < count; place += LANES) {
    lanes sum = every(0);
    for (size_t j = 0; j < block->width; j++) {
      sum += weights[j] * at(block->columns + j * block->stride + place);
    }
    put(sums + place, sum);
  }
}

/// One bit for each number that is not below the bar, that of the first one lowest.
INLINE uint16_t reached(lanes numbers, float bar) {
  bits is_low = __builtin_convertvector(numbers < every(bar), bits);
  uint16_t low;
  __builtin_memcpy(&low, &is_low, sizeof(low));
  return (uint16_t)~low;
}

/// Adds those places of a tile that reach the bar; `end` are there already.
INLINE size_t note(
  const lanes *found, const scores_search *search, size_t place, size_t count, size_t *places,
  float *sums, size_t end) {
  uint64_t high = 0;
  for (int v = 0; v < VECTORS; v++) {
    high |= (uint64_t)reached(found[v], search->bar) << (v * LANES);
  }
  if (count - place < SCORES_TILE) high &= ((uint64_t)1 << (count - place)) - 1;
  for (; high != 0; high &= high - 1) {
    size_t lane = (size_t)__builtin_ctzll(high);
    places[end] = place + lane;
    sums[end] = ((const float *)found)[lane];
    end++;
  }
  return end;
}

INLINE size_t find(
  const scores_block *block, const scores_search *search, int has_reach, size_t *places,
  float *sums) {
  size_t end = 0;
  for (size_t place = 0; place < block->count; place += SCORES_TILE) {
    lanes found[VECTORS];
    for (int v = 0; v < VECTORS; v++) found[v] = every(0);
    for (size_t j = 0; j < block->width; j++) {
      const float *column = block->columns + j * block->stride + place;
      for (int v = 0; v < VECTORS; v++) {
        lanes part = at(column + v * LANES);
        found[v] += search->weights[j] * part;
        if (has_reach) found[v] += search->reach[j] * magnitude(part - search->means[j]);
      }
    }
    end = note(found, search, place, block->count, places, sums, end);
  }
  return end;
}

INLINE size_t reaching(const float *numbers, size_t count, float bar) {
  flags negated = {0};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) negated += at(numbers + i) >= every(bar);
  size_t total = (size_t)-__builtin_reduce_add(negated);
  for (; i < count; i++) total += numbers[i] >= bar;
  return total;
}

INLINE float bar_of(const float *numbers, size_t count, size_t place) {
  lanes lows = every(numbers[0]);
  lanes highs = lows;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    lows = __builtin_elementwise_min(lows, at(numbers + i));
    highs = __builtin_elementwise_max(highs, at(numbers + i));
  }
  float low = __builtin_reduce_min(lows);
  float high = __builtin_reduce_max(highs);
  for (; i < count; i++) {
    if (numbers[i] < low) low = numbers[i];
    if (numbers[i] > high) high = numbers[i];
  }
  for (int halving = 0; halving < HALVINGS; halving++) {
    float middle = low + (high - low) / 2;
    size_t found = reaching(numbers, count, middle);
    if (found >= place) {
      low = middle;
      if (found <= place + place / LANES) break;
    } else {
      high = middle;
    }
  }
  return low;
}

// MARK: - One copy for each kind of processor

#define COPY(suffix, attribute)                                                               \
  attribute static void add_##suffix(                                                         \
    const scores_block *block, const float *weights, size_t count, float *sums) {             \
    add(block, weights, count, sums);                                                         \
  }                                                                                           \
  attribute static size_t find_##suffix(                                                      \
    const scores_block *block, const scores_search *search, size_t *places, float *sums) {    \
    return search->reach ? find(block, search, 1, places, sums)                               \
                         : find(block, search, 0, places, sums);                              \
  }                                                                                           \
  attribute static size_t reaching_##suffix(const float *numbers, size_t count, float bar) {  \
    return reaching(numbers, count, bar);                                                     \
  }                                                                                           \
  attribute static float bar_##suffix(const float *numbers, size_t count, size_t place) {     \
    return bar_of(numbers, count, place);                                                     \
  }

COPY(plain, )

#if defined(__x86_64__)
#define AVX2 "avx2,fma"
#define AVX512 AVX2 ",avx512f,avx512vl,avx512dq"
COPY(by_halves, __attribute__((target(AVX2))))
COPY(at_once, __attribute__((target(AVX512))))

static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
    && __builtin_cpu_supports("avx512dq");
}

static int has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

#define CHOSEN(name, processor)                                 \
  ((processor) == scores_best && has_avx512()   ? name##_at_once \
   : (processor) != scores_plain && has_avx2() ? name##_by_halves \
                                                : name##_plain)
#else
#define CHOSEN(name, processor) ((void)(processor), name##_plain)
#endif

void scores_add(
  const scores_block *block, const float *weights, size_t count, float *sums,
  scores_processor processor) {
  CHOSEN(add, processor)(block, weights, count, sums);
}

size_t scores_find(
  const scores_block *block, const scores_search *search, size_t *places, float *sums,
  scores_processor processor) {
  return CHOSEN(find, processor)(block, search, places, sums);
}

size_t scores_reaching(
  const float *numbers, size_t count, float bar, scores_processor processor) {
  return CHOSEN(reaching, processor)(numbers, count, bar);
}

float scores_bar(
  const float *numbers, size_t count, size_t place, scores_processor processor) {
  return CHOSEN(bar, processor)(numbers, count, place);
}
