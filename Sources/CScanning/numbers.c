// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"
#include "fields.h"

#include <string.h>

/// Reads a number of plain form; false for any other.
static bool read_number(
  const uint8_t *text, uint32_t length, const scan_number_form *form, int64_t *number) {
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
    if (*text == form->decimal_mark) break;
    if (form->grouping_mark == 0 || *text != form->grouping_mark) return false;
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
      if (digit > 9 || ++places > form->decimals) return false;
      value = value * 10 + digit;
    }
  }
  if (digits + form->decimals > 18) return false;
  for (; places < form->decimals; places++) value *= 10;
  *number = is_negative ? -(int64_t)value : (int64_t)value;
  return true;
}

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// The top bit of each byte of a word that equals `byte`.
static inline uint64_t matches(uint64_t word, uint8_t byte) {
  const uint64_t lows = 0x7F7F7F7F7F7F7F7Fu;
  uint64_t difference = word ^ 0x0101010101010101u * byte;
  return ~(((difference & lows) + lows) | difference | lows);
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/// The number of eight digits, the first in the lowest byte (Lemire, 2018).
static inline uint64_t eight_digits(uint64_t digits) {
  digits = digits * 10 + (digits >> 8);
  uint64_t low = (digits & 0x000000FF000000FFu) * (100 + (1000000ull << 32));
  uint64_t high = (digits >> 16 & 0x000000FF000000FFu) * (1 + (10000ull << 32));
  return (low + high) >> 32;
}

/// Reads up to eight digits with at most one decimal and one grouping mark, without branches that
/// depend on their number; false leaves the text to `read_number`.
///
/// At least 16 bytes must stand before the end.
static inline bool read_short_number(
  const uint8_t *text, const uint8_t *end, const scan_number_form *form, int64_t *number) {
  static const uint64_t powers[16] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  const uint64_t highs = 0x8080808080808080u;
  bool is_negative = *text == '-';
  text += is_negative;
  int64_t length = end - text;
  if (length < 1 || length > 9) return false;
  // The last eight characters, the very last in the highest byte.
  uint64_t last = load(end - 8);
  uint64_t own = length >= 8 ? ~(uint64_t)0 : ~(uint64_t)0 << (64 - 8 * length);
  uint64_t marks = matches(last, form->decimal_mark) & own;
  int places = marks == 0 ? 0 : __builtin_clzll(marks) >> 3;
  int64_t whole = marks == 0 ? length : length - places - 1;
  if (whole < 1 || whole > 8 || places > form->decimals || (marks != 0 && places == 0))
    return false;
  uint64_t before = load(end - (length - whole) - 8);
  bool is_grouped = form->grouping_mark != 0 && whole >= 5
    && (uint8_t)(before >> 32) == form->grouping_mark && (uint8_t)(before >> (64 - 8 * whole)) != '0';
  uint64_t closed = (before & 0xFFFFFF0000000000u) | (before << 8 & 0x000000FFFFFFFFFFu);
  before = is_grouped ? closed : before;
  int64_t digits = whole - is_grouped + places;
  if (digits > 8 || (is_grouped && whole > 7)) return false;
  // All digits at the upper end, the bytes below made zeros.
  uint64_t fraction = places == 0 ? 0 : last >> (64 - 8 * places) << (64 - 8 * places);
  uint64_t joined = (places == 0 ? before : before >> 8 * places) | fraction;
  uint64_t values = (joined ^ 0x3030303030303030u) & (~(uint64_t)0 << (64 - 8 * digits));
  if (((values + 0x7676767676767676u) | values) & highs) return false;
  int64_t value = (int64_t)(eight_digits(values) * powers[form->decimals - places]);
  *number = is_negative ? -value : value;
  return true;
}

/// Whether a point or comma may stand in a field.
static inline bool may_hold_mark(const uint8_t *bytes, field_span field) {
  for (uint32_t end = field.end; end > field.start; end -= 8) {
    if (end < 8) return true;
    uint32_t left = end - field.start;
    uint64_t own = left >= 8 ? ~(uint64_t)0 : ~(uint64_t)0 << (64 - 8 * left);
    uint64_t word = load(bytes + end - 8);
    if ((matches(word, '.') | matches(word, ',')) & own) return true;
    if (left <= 8) break;
  }
  return false;
}

#else

static inline bool may_hold_mark(const uint8_t *bytes, field_span field) {
  (void)bytes, (void)field;
  return true;
}

static inline bool read_short_number(
  const uint8_t *text, const uint8_t *end, const scan_number_form *form, int64_t *number) {
  (void)text, (void)end, (void)form, (void)number;
  return false;
}

#endif

static void read_field(
  const scan_rows *rows, const scan_number_form *form, int64_t *numbers, uint8_t *flags) {
  for (int64_t row = 0; row < rows->count; row++) {
    field_span field = field_of(rows, row, form->field);
    if (field.start == field.end) {
      numbers[row] = SCAN_MISSING;
      continue;
    }
    const uint8_t *text = rows->bytes + field.start, *end = rows->bytes + field.end;
    int64_t number = 0;
    bool is_read = (field.end >= 16 && read_short_number(text, end, form, &number))
      || read_number(text, field.end - field.start, form, &number);
    bool fits = !__builtin_mul_overflow(number, form->factor, numbers + row)
      && numbers[row] >= form->least && numbers[row] <= form->most;
    flags[row] |= is_read && fits ? scan_has_number : scan_needs_look;
  }
}

void scan_numbers(
  const scan_rows *rows, const scan_number_form *forms, int32_t form_count, int64_t capacity,
  int64_t *numbers, uint8_t *flags) {
  for (int32_t form = 0; form < form_count; form++) {
    // Copies, so that the compiler knows that no write changes them.
    const scan_number_form own = forms[form];
    const scan_rows all = *rows;
    read_field(&all, &own, numbers + form * capacity, flags);
  }
}

/// Whether a first field cannot name a total, whatever the rest of the row says.
static bool is_harmless(const uint8_t *text, uint32_t length, uint8_t quote) {
  bool has_digit = false;
  for (uint32_t place = 0; place < length; place++) {
    uint8_t byte = text[place];
    if (byte == ' ' || byte == quote) return false;
    has_digit |= byte >= '0' && byte <= '9';
  }
  uint8_t first = length > 0 ? text[0] : 0;
  bool is_letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
  return has_digit && (is_letter || (first >= '0' && first <= '9'));
}

void scan_first_fields(const scan_rows *rows, uint8_t *flags) {
  for (int64_t row = 0; row < rows->count; row++) {
    field_span field = field_of(rows, row, 0);
    if (!is_harmless(rows->bytes + field.start, field.end - field.start, rows->quote)) {
      flags[row] |= scan_needs_look;
    }
  }
}

int64_t scan_number_marks(const scan_rows *rows, int32_t field) {
  for (int64_t row = 0; row < rows->count; row++) {
    field_span found = field_of(rows, row, field);
    if (!may_hold_mark(rows->bytes, found)) continue;
    for (uint32_t place = found.start; place + 1 < found.end; place++) {
      bool is_mark = rows->bytes[place] == '.' || rows->bytes[place] == ',';
      if (is_mark && (unsigned)rows->bytes[place + 1] - '0' <= 9) return row;
    }
  }
  return rows->count;
}

/// Whether four digits may be a year from 1900 to 2099, or 9999.
static inline bool may_be_year(const uint8_t *text) {
  return (text[0] == '1' && text[1] == '9') || (text[0] == '2' && text[1] == '0')
    || (text[0] == '9' && text[1] == '9');
}

/// Whether digits with a decimal mark after the first `whole` may be a day or period.
static inline bool
may_be_date(const uint8_t *text, int64_t length, int64_t whole, uint8_t decimal_mark) {
  if (whole == length) return length == 4 || (length >= 6 && length <= 8);
  int64_t places = length - whole - 1;
  if (decimal_mark == ',') return false;
  if (whole == 4 && places <= 3) return may_be_year(text);
  if (whole <= 3 && places == 4) return may_be_year(text + whole + 1);
  return whole <= 2 && places == 2;
}

int64_t scan_plain_numbers(const scan_rows *rows, int32_t field, scan_plain_facts *facts) {
  const uint8_t mark = facts->decimal_mark;
  for (int64_t row = 0; row < rows->count; row++) {
    field_span found = field_of(rows, row, field);
    const uint8_t *text = rows->bytes + found.start;
    int64_t length = (int64_t)found.end - found.start;
    if (length < 1 || length > 18) return row;
    bool is_negative = *text == '-';
    text += is_negative;
    length -= is_negative;
    int64_t whole = length, units = 0;
    for (int64_t place = 0; place < length; place++) {
      unsigned digit = (unsigned)text[place] - '0';
      if (digit <= 9) {
        units = units * 10 + digit;
      } else if (text[place] == mark && whole == length && place > 0 && place + 1 < length) {
        whole = place;
      } else {
        return row;
      }
    }
    if (length < 1 || (!is_negative && may_be_date(text, length, whole, mark))) return row;
    int64_t scale = whole == length || units == 0 ? 0 : length - whole - 1;
    if (is_negative) units = -units;
    if (units < facts->least[scale]) facts->least[scale] = units;
    if (units > facts->most[scale]) facts->most[scale] = units;
    if (whole < length) {
      facts->fractions++;
    } else {
      facts->whole++;
      facts->padded += !is_negative && length > 1 && *text == '0';
    }
  }
  return rows->count;
}
