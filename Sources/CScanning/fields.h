// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_FIELDS_H
#define KONTOR_FIELDS_H

#include "CScanning.h"

#include <string.h>

static inline uint64_t load64(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// Where the content of a field stands.
typedef struct {
  uint32_t start, end;
} field_span;

/// The content of a field of a row, without its quotes.
static inline __attribute__((always_inline)) field_span
field_of(const scan_rows *rows, int64_t row, int32_t field) {
  const uint32_t *separator = rows->separators + row * rows->field_count + field;
  field_span found = {separator[0] + 1, separator[1]};
  if (
    field + 1 == rows->field_count && found.end > found.start
    && rows->bytes[found.end - 1] == '\r') {
    found.end--;
  }
  // A regular field that opens a quote closes it at its end.
  if (found.end - found.start >= 2 && rows->bytes[found.start] == rows->quote) {
    found.start++;
    found.end--;
  }
  return found;
}

#endif
