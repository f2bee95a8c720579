// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"

#include <string.h>

// Advice to the next reader: `scan_with` is written once and compiled twice, with a vector and with
// a word-wise way of finding the next structural byte. Whatever is not plainly regular ends the
// scan; the caller reads that row the general way, so this file never has to be lenient.

/// Reads a number of plain form; false for any other.
static inline bool read_number(
  const uint8_t *text, int64_t length, uint8_t decimal_mark, uint8_t grouping_mark,
  int decimals, int64_t *number) {
  if (length == 0) {
    *number = SCAN_MISSING;
    return true;
  }
  const uint8_t *end = text + length;
  bool is_negative = *text == '-';
  if (is_negative) text++;
  uint64_t value = 0;
  int digits = 0, group = 0;
  bool is_grouped = false;
  bool starts_with_zero = text < end && *text == '0';
  for (; text < end; text++) {
    unsigned digit = (unsigned)*text - '0';
    if (digit <= 9) {
      value = value * 10 + digit;
      group++;
      if (++digits > 15) return false;
      continue;
    }
    if (*text == decimal_mark) break;
    if (grouping_mark == 0 || *text != grouping_mark) return false;
    bool fits = is_grouped ? group == 3 : group >= 1 && group <= 3 && !starts_with_zero;
    if (!fits) return false;
    is_grouped = true;
    group = 0;
  }
  if (digits == 0 || (is_grouped && group != 3)) return false;
  int places = 0;
  if (text < end) {
    text++;
    if (text == end) return false;
    for (; text < end; text++) {
      unsigned digit = (unsigned)*text - '0';
      if (digit > 9 || ++places > decimals) return false;
      value = value * 10 + digit;
    }
  }
  if (digits + decimals > 18) return false;
  for (; places < decimals; places++) value *= 10;
  *number = is_negative ? -(int64_t)value : (int64_t)value;
  return true;
}

/// Whether a first field cannot name a total, whatever the rest of the row says.
static bool is_harmless(const uint8_t *text, int64_t length) {
  bool has_digit = false;
  for (int64_t place = 0; place < length; place++) {
    uint8_t byte = text[place];
    if (byte == ' ') return false;
    has_digit |= byte >= '0' && byte <= '9';
  }
  uint8_t first = length > 0 ? text[0] : 0;
  bool is_letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
  return has_digit && (is_letter || (first >= '0' && first <= '9'));
}

/// The next structural bytes from a place on.
typedef struct {
  const uint8_t *bytes;
  int64_t count;
  int64_t base;
  uint64_t mask;
  uint8_t delimiter;
  uint8_t quote;
} cursor;

static inline bool is_structure(const cursor *at, uint8_t byte) {
  return byte == at->delimiter || byte == at->quote || byte == '\n' || byte == '\r';
}

static inline uint64_t matches(uint64_t word, uint8_t byte) {
  const uint64_t ones = 0x0101010101010101u, lows = 0x7F7F7F7F7F7F7F7Fu;
  uint64_t difference = word ^ ones * byte;
  return ~(((difference & lows) + lows) | difference | lows);
}

/// The structural bytes among the 64 at `base`, byte by byte, at the end of the file.
static inline uint64_t tail_mask(const cursor *at) {
  uint64_t mask = 0;
  for (int64_t place = at->base; place < at->count && place < at->base + 64; place++) {
    if (is_structure(at, at->bytes[place])) mask |= (uint64_t)1 << (place - at->base);
  }
  return mask;
}

static inline uint64_t plain_mask(const cursor *at) {
  if (at->base + 64 > at->count) return tail_mask(at);
  uint64_t mask = 0;
  for (int part = 0; part < 8; part++) {
    uint64_t word;
    memcpy(&word, at->bytes + at->base + 8 * part, 8);
    uint64_t hits = matches(word, at->delimiter) | matches(word, at->quote)
      | matches(word, '\n') | matches(word, '\r');
    // Gathers the top bits of the eight bytes.
    mask |= ((hits >> 7) * 0x0102040810204080u >> 56) << (8 * part);
  }
  return mask;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,bmi,bmi2,lzcnt"), always_inline))
static inline uint32_t half_mask(const cursor *at, int64_t offset) {
  __m256i block = _mm256_loadu_si256((const __m256i *)(at->bytes + offset));
  __m256i hits = _mm256_or_si256(
    _mm256_or_si256(
      _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)at->delimiter)),
      _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)at->quote))),
    _mm256_or_si256(
      _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\n')),
      _mm256_cmpeq_epi8(block, _mm256_set1_epi8('\r'))));
  return (uint32_t)_mm256_movemask_epi8(hits);
}

__attribute__((target("avx2,bmi,bmi2,lzcnt"), always_inline))
static inline uint64_t vector_mask(const cursor *at) {
  if (at->base + 64 > at->count) return tail_mask(at);
  return half_mask(at, at->base) | (uint64_t)half_mask(at, at->base + 32) << 32;
}
#endif

/// The two ways of reading, one body: `MASK` finds the structural bytes of the 64 at the cursor.
#define NEXT(place)                                     \
  while (at.mask == 0) {                                \
    at.base += 64;                                      \
    if (at.base >= count) goto irregular;               \
    at.mask = MASK(&at);                                \
  }                                                     \
  place = at.base + __builtin_ctzll(at.mask);           \
  at.mask &= at.mask - 1

#define SCAN_ROWS_BODY                                                                      \
  cursor at = {bytes, count, from, 0, plan->delimiter, plan->quote};                        \
  const int32_t *roles = plan->roles;                                                       \
  const int32_t last = plan->field_count - 1;                                               \
  const int64_t capacity = result->capacity;                                                \
  int64_t row = 0;                                                                          \
  int64_t start = from;                                                                     \
  *next = from;                                                                             \
  *reason = scan_reached_end;                                                               \
  if (from >= stop) return 0;                                                               \
  at.mask = MASK(&at);                                                                      \
  while (start < stop) {                                                                    \
    if (row == capacity) {                                                                  \
      *reason = scan_full;                                                                  \
      return row;                                                                           \
    }                                                                                       \
    bool has_number = false;                                                                \
    int64_t field_start = start;                                                            \
    for (int32_t field = 0; field <= last; field++) {                                       \
      int64_t place, content = field_start, end;                                            \
      NEXT(place);                                                                          \
      uint8_t byte = bytes[place];                                                          \
      int32_t role = roles[field];                                                          \
      if (byte == plan->quote) {                                                            \
        if (place != field_start) goto irregular;                                           \
        content = place + 1;                                                                \
        for (;;) {                                                                          \
          NEXT(place);                                                                      \
          byte = bytes[place];                                                              \
          if (byte == '\n' || byte == '\r') goto irregular;                                 \
          if (byte != plan->quote) continue;                                                \
          if (place + 1 >= count || bytes[place + 1] != plan->quote) break;                 \
          if (role != 0 || field == 0) goto irregular;                                      \
          NEXT(place);                                                                      \
        }                                                                                   \
        end = place;                                                                        \
        NEXT(place);                                                                        \
        if (place != end + 1) goto irregular;                                               \
        byte = bytes[place];                                                                \
        if (byte == plan->quote) goto irregular;                                            \
      } else {                                                                              \
        end = place;                                                                        \
      }                                                                                     \
      field_start = place + 1;                                                              \
      if (field < last) {                                                                   \
        if (byte != plan->delimiter) goto irregular;                                        \
      } else if (byte == '\r') {                                                            \
        NEXT(place);                                                                        \
        if (bytes[place] != '\n' || place != field_start) goto irregular;                   \
        field_start = place + 1;                                                            \
      } else if (byte != '\n') {                                                            \
        goto irregular;                                                                     \
      }                                                                                     \
      if (field == 0 && plan->checks_first_field && !is_harmless(bytes + content, end - content)) \
        goto irregular;                                                                     \
      if (role > 0) {                                                                       \
        int64_t cell = (role - 1) * capacity + row;                                         \
        if (end - content > 4096) goto irregular;                                           \
        result->text_starts[cell] = content;                                                \
        result->text_lengths[cell] = (uint32_t)(end - content);                             \
      } else if (role < 0) {                                                                \
        int32_t number = -role - 1;                                                         \
        int64_t cell = number * capacity + row;                                             \
        if (!read_number(                                                                   \
              bytes + content, end - content, plan->decimal_marks[number],                  \
              plan->grouping_marks[number], plan->decimals[number],                         \
              result->numbers + cell))                                                      \
          goto irregular;                                                                   \
        has_number |= end > content;                                                        \
      }                                                                                     \
    }                                                                                       \
    if (!has_number) goto irregular;                                                        \
    result->row_starts[row] = start;                                                        \
    row++;                                                                                  \
    start = field_start;                                                                    \
    *next = start;                                                                          \
  }                                                                                         \
  return row;                                                                               \
irregular:                                                                                  \
  *reason = scan_irregular;                                                                 \
  return row;

int64_t scan_rows_plain(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason) {
#define MASK plain_mask
  SCAN_ROWS_BODY
#undef MASK
}

#if defined(__x86_64__)

__attribute__((target("avx2,bmi,bmi2,lzcnt")))
static int64_t scan_rows_in_vectors(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason) {
#define MASK vector_mask
  SCAN_ROWS_BODY
#undef MASK
}

int64_t scan_rows(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason) {
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    return scan_rows_in_vectors(plan, bytes, from, stop, count, result, next, reason);
  }
  return scan_rows_plain(plan, bytes, from, stop, count, result, next, reason);
}

#else

int64_t scan_rows(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason) {
  return scan_rows_plain(plan, bytes, from, stop, count, result, next, reason);
}

#endif
