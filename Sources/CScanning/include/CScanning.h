// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_CSCANNING_H
#define KONTOR_CSCANNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What the bytes of a file say about its encoding; offsets are -1 where nothing was found.
typedef struct {
  int64_t first_invalid;
  int64_t first_nul;
  int64_t first_undefined;
  bool is_ascii;
} scan_encoding_facts;

/// Looks at the bytes from `from` to `stop` of a file of `count` bytes and adds to `facts`.
///
/// A sequence that begins before `stop` is read to its end. Returns where to go on.
size_t scan_encoding(
  const uint8_t *bytes, size_t from, size_t stop, size_t count, scan_encoding_facts *facts);

/// Whether this processor has instructions for SHA-256.
bool scan_sha256_is_supported(void);

/// Adds `blocks` blocks of 64 bytes to a SHA-256 state; only where supported.
void scan_sha256(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// How the fields of a table are to be read.
typedef struct {
  uint8_t delimiter;
  uint8_t quote;
  /// Whether the first field must be a text that cannot name a total: a letter or digit first, a
  /// digit somewhere, no blank.
  bool checks_first_field;
  int32_t field_count;
  int32_t text_count;
  int32_t number_count;
  /// Per field: 0 to pass over, k for text k - 1, -k for number k - 1.
  const int32_t *roles;
  /// Per number: the decimal mark, the grouping mark or 0, and the decimals of the integers.
  const uint8_t *decimal_marks;
  const uint8_t *grouping_marks;
  const uint8_t *decimals;
} scan_plan;

/// Where the results of a scan go; column `c` of row `r` stands at `c * capacity + r`.
typedef struct {
  int64_t capacity;
  int64_t *row_starts;
  int64_t *text_starts;
  uint32_t *text_lengths;
  int64_t *numbers;
} scan_rows_result;

/// The number of a field without characters.
#define SCAN_MISSING INT64_MIN

/// Why a scan ended.
typedef enum {
  scan_reached_end = 0,
  scan_full = 1,
  scan_irregular = 2,
} scan_stop;

/// Reads regular rows from `from` on, as long as they begin before `stop`.
///
/// A row is regular when it has as many fields as the plan says, each plain or quoted as a whole,
/// ends with LF or CR LF, breaks no line inside a field, and its numbers have the plain form of the
/// plan. `next` is where the first row stands that was not read.
int64_t scan_rows(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason);

/// The same without vector instructions, for other processors and for tests.
int64_t scan_rows_plain(
  const scan_plan *plan, const uint8_t *bytes, int64_t from, int64_t stop, int64_t count,
  const scan_rows_result *result, int64_t *next, scan_stop *reason);

/// One place of a table of texts; free where `length` is 0.
typedef struct {
  /// The bytes of a text of at most 16; of a longer one its hash, and its offset in the arena.
  uint64_t low;
  uint64_t high;
  uint32_t length;
  int32_t answer;
  uint64_t hash;
} scan_text_entry;

/// The place of a text in a table of `mask + 1` places, or the free one where it belongs.
size_t scan_text_place(
  const scan_text_entry *entries, size_t mask, const uint8_t *arena, const uint8_t *text,
  uint32_t length);

/// The entry of a text, without answer; `offset` is where the arena holds it if it is long.
scan_text_entry scan_text_entry_of(const uint8_t *text, uint32_t length, uint64_t offset);

/// Looks the texts of rows `from` to `rows` up; returns the first row with an unknown one.
///
/// Texts of no characters get the answer `empty_answer`.
int64_t scan_text_answers(
  const scan_text_entry *entries, size_t mask, const uint8_t *arena, const uint8_t *bytes,
  const int64_t *starts, const uint32_t *lengths, int64_t from, int64_t rows,
  int32_t empty_answer, int32_t *answers);

#endif
