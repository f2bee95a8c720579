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

/// What the separators and quotes of a table are.
typedef struct {
  uint8_t delimiter;
  uint8_t quote;
} scan_dialect;

/// Where the search for separators puts what it finds.
typedef struct {
  /// Offsets of the separators: delimiters and line feeds outside quotes. The first is one before
  /// the first row. Room for as many as there are bytes, and 17 more.
  uint32_t *separators;
  /// Per row which separator ends it.
  uint32_t *row_ends;
  /// How many rows end in the window.
  uint32_t row_count;
  /// Whether the search ended at a row that is not plainly regular.
  bool is_irregular;
} scan_marks;

/// Finds the separators of the rows that end between `from`, where a row begins, and `to`.
///
/// Rows end with LF or CR LF; their fields are plain or quoted as a whole, with doubled quotes and
/// delimiters but no line breaks inside. Any other row ends the search.
void scan_find(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks);

/// The same in halves of a block, for processors with shorter vectors and for tests.
void scan_find_halves(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks);

/// The same without vector instructions, for other processors and for tests.
void scan_find_plain(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks);

/// Rows of a window that all have the same number of fields.
typedef struct {
  const uint8_t *bytes;
  /// Separators from the one before the first row on.
  const uint32_t *separators;
  int64_t count;
  int32_t field_count;
  uint8_t quote;
} scan_rows;

/// How the numbers of a field are written.
typedef struct {
  int32_t field;
  uint8_t decimal_mark;
  /// 0 without grouping.
  uint8_t grouping_mark;
  /// The decimals of the integers, at most 9.
  uint8_t decimals;
  /// What each number is multiplied by.
  int64_t factor;
  /// Products outside these bounds need a look.
  int64_t least;
  int64_t most;
} scan_number_form;

/// The number of a field without characters.
#define SCAN_MISSING INT64_MIN

/// What is known about a row: regular when it has a number and nothing needs a look.
enum { scan_has_number = 1, scan_needs_look = 2 };

/// Reads `form_count` fields of each row as integers and notes in `flags` what was found.
///
/// The numbers of form `f` stand from `f * capacity` on.
void scan_numbers(
  const scan_rows *rows, const scan_number_form *forms, int32_t form_count, int64_t capacity,
  int64_t *numbers, uint8_t *flags);

/// Notes the rows whose first field may be the label of a total: no letter or digit first, no
/// digit, a blank or a quote.
void scan_first_fields(const scan_rows *rows, uint8_t *flags);

/// The first row with a point or comma before a digit in a field; `rows->count` without one.
int64_t scan_number_marks(const scan_rows *rows, int32_t field);

/// What the plain numbers of a field are.
typedef struct {
  uint8_t decimal_mark;
  /// Numbers without and with a decimal mark.
  int64_t whole;
  int64_t fractions;
  /// Whole ones of several digits that begin with a zero.
  int64_t padded;
  /// The smallest and the largest by their number of decimals, 0 to 17.
  int64_t *least;
  int64_t *most;
} scan_plain_facts;

/// Counts the plain numbers in a field up to the first row with anything else or with what may be a
/// day or period; returns that row.
///
/// Plain are up to 18 characters: digits, perhaps after a hyphen, with at most one decimal mark
/// between them.
int64_t scan_plain_numbers(const scan_rows *rows, int32_t field, scan_plain_facts *facts);

/// One place of a table of texts; free where `length` is 0.
typedef struct {
  /// The bytes of a text of at most 16; of a longer one its hash, and its offset in the arena.
  uint64_t low;
  uint64_t high;
  uint32_t length;
  int32_t answer;
} scan_text_entry;

/// The entry of a text, without answer; `offset` is where the arena holds it if it is long.
scan_text_entry scan_text_entry_of(const uint8_t *text, uint32_t length, uint64_t offset);

/// The free place where an entry belongs in a table of `mask + 1` places.
size_t scan_text_place(
  const scan_text_entry *entries, size_t mask, const scan_text_entry *entry);

/// The content of a field: its offset and its length.
void scan_text_range(
  const scan_rows *rows, int64_t row, int32_t field, uint32_t *start, uint32_t *length);

/// How the texts of a field are answered.
typedef struct {
  int32_t field;
  /// The answer to texts of no characters.
  int32_t empty;
} scan_text_form;

/// The answer that makes a row need a look.
#define SCAN_LOOK (-1)

/// A table of texts, numbered from 1 on.
typedef struct {
  /// `mask + 1` places.
  scan_text_entry *entries;
  size_t mask;
  /// The bytes of long texts.
  const uint8_t *arena;
  /// How many texts are known, and how many there is room for.
  int32_t count;
  int32_t most;
} scan_text_table;

/// The number of a text; 0 for one that is unknown.
int32_t scan_text_find(const scan_text_table *table, const uint8_t *text, uint32_t length);

/// Looks a field up from row `from` on; returns the first row with an unknown text that is too long
/// or too much for the table. Short ones are numbered as they come.
///
/// Texts with doubled quotes, texts of more than 4096 bytes and unknown texts of rows that need a
/// look anyway get `SCAN_LOOK`; rows with that answer are noted in `flags`.
int64_t scan_text_answers(
  const scan_rows *rows, const scan_text_form *form, scan_text_table *table, int64_t from,
  int32_t *answers, uint8_t *flags);

/// Texts in the order in which rows are expected to have them.
typedef struct {
  /// All texts, one after the other; text `i` ends at `ends[i + 1]`, where the next one begins.
  const uint8_t *bytes;
  const ptrdiff_t *ends;
  int32_t count;
  /// The text that is expected next.
  int32_t next;
} scan_expected_texts;

/// Answers a field with the numbers of expected texts, from 1 on, as long as rows have the next one,
/// the same again, one of the few behind it or the first; returns the first row that does not.
///
/// Once a call, a text that stands elsewhere is searched for, which finds it where texts ascend.
int64_t scan_expected_answers(
  const scan_rows *rows, const scan_text_form *form, scan_expected_texts *expected, int64_t from,
  int32_t *answers);

/// Whether this processor has the instructions for `scan_put_numbers`.
bool scan_can_put_numbers(void);

/// What a number that was put is: nothing where it is not finite.
enum { scan_is_missing = 0, scan_is_number = 2 };

/// Puts the shortest texts that read back as the same numbers, one behind the other, from `end` on;
/// only where supported.
///
/// Of each number its kind and above two bits where its text ends are noted in `ends`. There must be
/// room for 40 bytes a number. Returns how many were put: the next one, if any, is of less than 1e-7
/// or of 2^53 or more.
size_t scan_put_numbers(
  const double *numbers, size_t count, uint8_t mark, uint8_t *text, uint64_t end, uint64_t *ends);

#endif
