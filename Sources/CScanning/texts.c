// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"
#include "fields.h"

#include <string.h>

static uint64_t load32(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, 4);
  return word;
}

static inline uint64_t folded(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t long_hash(const uint8_t *text, uint32_t length) {
  uint64_t hash = 0x2545F4914F6CDD1Du ^ length;
  for (uint32_t place = 0; place + 16 < length; place += 16) {
    hash = folded(load64(text + place) ^ hash, load64(text + place + 8) ^ 0x9E3779B97F4A7C15u);
  }
  return folded(
    load64(text + length - 16) ^ hash, load64(text + length - 8) ^ 0xD6E8FEB86659FD93u);
}

/// The bytes of a short text in two words; with the length they say everything about it. Of a long
/// one its hash.
static inline __attribute__((always_inline)) scan_text_entry
entry_of(const uint8_t *text, uint32_t length, uint64_t offset) {
  scan_text_entry entry = {0, 0, length, 0};
  if (length > 16) {
    entry.low = long_hash(text, length);
    entry.high = offset;
  } else if (length >= 8) {
    entry.low = load64(text);
    entry.high = load64(text + length - 8);
  } else if (length >= 4) {
    entry.low = load32(text) | load32(text + length - 4) << 32;
  } else if (length > 0) {
    entry.low = text[0] | (uint64_t)text[length >> 1] << 8 | (uint64_t)text[length - 1] << 16;
  }
  return entry;
}

scan_text_entry scan_text_entry_of(const uint8_t *text, uint32_t length, uint64_t offset) {
  return entry_of(text, length, offset);
}

static inline size_t first_place(size_t mask, const scan_text_entry *entry) {
  uint64_t high = entry->length > 16 ? 0 : entry->high;
  uint64_t hash =
    folded(entry->low ^ 0x9E3779B97F4A7C15u, high ^ 0xD6E8FEB86659FD93u ^ entry->length);
  return (size_t)(hash >> 7) & mask;
}

size_t scan_text_place(
  const scan_text_entry *entries, size_t mask, const scan_text_entry *entry) {
  size_t place = first_place(mask, entry);
  while (entries[place].length != 0) place = (place + 1) & mask;
  return place;
}

void scan_text_range(
  const scan_rows *rows, int64_t row, int32_t field, uint32_t *start, uint32_t *length) {
  field_span found = field_of(rows, row, field);
  *start = found.start;
  *length = found.end - found.start;
}

/// Whether a text needs a look of its own.
static inline bool is_unusual(const scan_rows *rows, uint32_t start, uint32_t length) {
  if (length > 4096) return true;
  bool is_quoted = start > 0 && rows->bytes[start - 1] == rows->quote;
  return is_quoted && memchr(rows->bytes + start, rows->quote, length) != NULL;
}

/// What answering a field needs at every row.
typedef struct {
  const scan_rows *rows;
  const scan_text_form *form;
  const scan_text_table *table;
} lookup;

/// Finds a text from the place on where it may stand: its entry, or null with the place where it
/// belongs.
static inline const scan_text_entry *find_entry(
  const scan_text_table *table, const scan_text_entry *wanted, const uint8_t *text, size_t *at) {
  for (size_t place = *at;; place = (place + 1) & table->mask) {
    const scan_text_entry *entry = table->entries + place;
    *at = place;
    if (entry->length == 0) return NULL;
    if (entry->low != wanted->low || entry->length != wanted->length) continue;
    bool is_equal = wanted->length > 16
      ? memcmp(table->arena + entry->high, text, wanted->length) == 0
      : entry->high == wanted->high;
    if (is_equal) return entry;
  }
}

/// Finds the answer to the text of a field; false when it is unknown, with the place where it belongs.
static inline bool
find_answer(const lookup *in, uint32_t start, scan_text_entry *wanted, size_t *at) {
  if (wanted->length == 0) {
    wanted->answer = in->form->empty;
    return true;
  }
  if (is_unusual(in->rows, start, wanted->length)) {
    wanted->answer = SCAN_LOOK;
    return true;
  }
  const scan_text_entry *found = find_entry(in->table, wanted, in->rows->bytes + start, at);
  if (found != NULL) wanted->answer = found->answer;
  return found != NULL;
}

int32_t scan_text_find(const scan_text_table *table, const uint8_t *text, uint32_t length) {
  if (length == 0) return 0;
  scan_text_entry wanted = entry_of(text, length, 0);
  size_t place = first_place(table->mask, &wanted);
  const scan_text_entry *found = find_entry(table, &wanted, text, &place);
  return found == NULL ? 0 : found->answer;
}

/// Gives an unknown text the next number, as far as the table has room; the arena is not ours.
static inline bool learn(scan_text_table *table, scan_text_entry *text, size_t place) {
  if (text->length > 16 || table->count >= table->most) return false;
  text->answer = ++table->count;
  table->entries[place] = *text;
  return true;
}

/// Whether a text is the one before, as far as that shows without a look at its bytes.
static inline bool is_repeated(const scan_text_entry *text, const scan_text_entry *before) {
  return text->low == before->low && text->high == before->high && text->length == before->length
    && text->length <= 16;
}

enum { LOOKAHEAD = 32 };

int64_t scan_text_answers(
  const scan_rows *rows, const scan_text_form *form, scan_text_table *table, int64_t from,
  int32_t *answers, uint8_t *flags) {
  const lookup in = {rows, form, table};
  scan_text_entry wanted[LOOKAHEAD];
  size_t places[LOOKAHEAD];
  uint32_t starts[LOOKAHEAD];
  scan_text_entry last = {0, 0, 0, form->empty};
  for (int64_t first = from; first < rows->count; first += LOOKAHEAD) {
    int64_t count = rows->count - first < LOOKAHEAD ? rows->count - first : LOOKAHEAD;
    // The places of some rows are fetched at once, as they lie anywhere in memory.
    for (int64_t row = 0; row < count; row++) {
      field_span field = field_of(rows, first + row, form->field);
      starts[row] = field.start;
      wanted[row] = entry_of(rows->bytes + field.start, field.end - field.start, 0);
      if (row > 0 && is_repeated(wanted + row, wanted + row - 1)) {
        places[row] = places[row - 1];
        continue;
      }
      places[row] = first_place(table->mask, wanted + row);
      __builtin_prefetch(table->entries + places[row]);
    }
    for (int64_t row = 0; row < count; row++) {
      int64_t at = first + row;
      if (!is_repeated(wanted + row, &last)) {
        if (!find_answer(&in, starts[row], wanted + row, places + row)) {
          // An unknown text of a row that needs a look is asked for when another row has it.
          if (flags[at] & scan_needs_look) {
            wanted[row].answer = SCAN_LOOK;
          } else if (!learn(table, wanted + row, places[row])) {
            return at;
          }
        }
        last = wanted[row];
        if (last.answer == SCAN_LOOK) last.length = UINT32_MAX;
      }
      answers[at] = last.answer;
      if (last.answer == SCAN_LOOK) flags[at] |= scan_needs_look;
    }
  }
  return rows->count;
}

/// Whether two texts of one length have the same bytes; ids that follow each other differ at the end.
static inline bool is_same(const uint8_t *a, const uint8_t *b, uint32_t length) {
  if (length < 8) return memcmp(a, b, length) == 0;
  if (load64(a + length - 8) != load64(b + length - 8)) return false;
  for (uint32_t place = 0; place + 8 < length; place += 8) {
    if (load64(a + place) != load64(b + place)) return false;
  }
  return true;
}

static inline bool is_expected(
  const scan_expected_texts *expected, int32_t number, const uint8_t *text, uint32_t length) {
  ptrdiff_t start = expected->ends[number];
  return expected->ends[number + 1] - start == length
    && is_same(expected->bytes + start, text, length);
}

/// How many of the texts behind the next one may be left out without a search.
enum { MOST_LEFT_OUT = 8 };

/// Which of the texts around the next one a text is, or the first of all; -1 for another.
static inline int32_t
find_near(const scan_expected_texts *expected, const uint8_t *text, uint32_t length) {
  int32_t next = expected->next, count = expected->count;
  if (next < count && is_expected(expected, next, text, length)) return next;
  if (next > 0 && is_expected(expected, next - 1, text, length)) return next - 1;
  for (int32_t number = next + 1; number < count && number <= next + MOST_LEFT_OUT; number++) {
    if (is_expected(expected, number, text, length)) return number;
  }
  return count > 0 && is_expected(expected, 0, text, length) ? 0 : -1;
}

/// Which text a text is among texts that ascend by their bytes; -1 where it is not found.
static int32_t
find_ascending(const scan_expected_texts *expected, const uint8_t *text, uint32_t length) {
  int32_t low = 0, high = expected->count;
  while (low < high) {
    int32_t middle = low + (high - low) / 2;
    ptrdiff_t start = expected->ends[middle];
    uint64_t own = (uint64_t)(expected->ends[middle + 1] - start);
    int order = memcmp(expected->bytes + start, text, own < length ? own : length);
    if (order < 0 || (order == 0 && own < length)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < expected->count && is_expected(expected, low, text, length) ? low : -1;
}

int64_t scan_expected_answers(
  const scan_rows *rows, const scan_text_form *form, scan_expected_texts *expected, int64_t from,
  int32_t *answers) {
  bool may_search = true;
  for (int64_t row = from; row < rows->count; row++) {
    field_span field = field_of(rows, row, form->field);
    const uint8_t *text = rows->bytes + field.start;
    uint32_t length = field.end - field.start;
    if (length == 0 || is_unusual(rows, field.start, length)) return row;
    int32_t number = find_near(expected, text, length);
    if (number < 0 && may_search) {
      may_search = false;
      number = find_ascending(expected, text, length);
    }
    if (number < 0) return row;
    expected->next = number + 1;
    answers[row] = number + 1;
  }
  return rows->count;
}
