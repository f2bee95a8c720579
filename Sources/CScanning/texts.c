// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"

#include <string.h>

static uint64_t load64(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

static uint64_t load32(const uint8_t *bytes) {
  uint32_t word;
  memcpy(&word, bytes, 4);
  return word;
}

static uint64_t folded(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/// The bytes of a short text in two words; with the length they say everything about it.
static inline void words_of(const uint8_t *text, uint32_t length, uint64_t *low, uint64_t *high) {
  *high = 0;
  if (length >= 8) {
    *low = load64(text);
    *high = load64(text + length - 8);
  } else if (length >= 4) {
    *low = load32(text) | load32(text + length - 4) << 32;
  } else {
    *low = text[0] | (uint64_t)text[length >> 1] << 8 | (uint64_t)text[length - 1] << 16;
  }
}

static inline uint64_t short_hash(uint64_t low, uint64_t high, uint32_t length) {
  return folded(low ^ 0x9E3779B97F4A7C15u, high ^ 0xD6E8FEB86659FD93u ^ length);
}

static uint64_t long_hash(const uint8_t *text, uint32_t length) {
  uint64_t hash = 0x2545F4914F6CDD1Du ^ length;
  uint32_t place = 0;
  for (; place + 16 < length; place += 16) {
    hash = folded(load64(text + place) ^ hash, load64(text + place + 8) ^ 0x9E3779B97F4A7C15u);
  }
  return folded(
    load64(text + length - 16) ^ hash, load64(text + length - 8) ^ 0xD6E8FEB86659FD93u);
}

scan_text_entry scan_text_entry_of(const uint8_t *text, uint32_t length, uint64_t offset) {
  scan_text_entry entry = {0, 0, length, 0, 0};
  if (length <= 16) {
    words_of(text, length, &entry.low, &entry.high);
    entry.hash = short_hash(entry.low, entry.high, length);
  } else {
    entry.hash = long_hash(text, length);
    entry.low = entry.hash;
    entry.high = offset;
  }
  return entry;
}

static inline size_t place_of(
  const scan_text_entry *entries, size_t mask, const uint8_t *arena, const uint8_t *text,
  uint32_t length) {
  if (length <= 16) {
    uint64_t low, high;
    words_of(text, length, &low, &high);
    size_t place = (size_t)(short_hash(low, high, length) >> 7) & mask;
    while (entries[place].length != 0) {
      const scan_text_entry *entry = entries + place;
      if (entry->low == low && entry->high == high && entry->length == length) break;
      place = (place + 1) & mask;
    }
    return place;
  }
  uint64_t hash = long_hash(text, length);
  size_t place = (size_t)(hash >> 7) & mask;
  while (entries[place].length != 0) {
    const scan_text_entry *entry = entries + place;
    if (
      entry->low == hash && entry->length == length
      && memcmp(arena + entry->high, text, length) == 0) {
      break;
    }
    place = (place + 1) & mask;
  }
  return place;
}

size_t scan_text_place(
  const scan_text_entry *entries, size_t mask, const uint8_t *arena, const uint8_t *text,
  uint32_t length) {
  return place_of(entries, mask, arena, text, length);
}

int64_t scan_text_answers(
  const scan_text_entry *entries, size_t mask, const uint8_t *arena, const uint8_t *bytes,
  const int64_t *starts, const uint32_t *lengths, int64_t from, int64_t rows,
  int32_t empty_answer, int32_t *answers) {
  for (int64_t row = from; row < rows; row++) {
    if (lengths[row] == 0) {
      answers[row] = empty_answer;
      continue;
    }
    const scan_text_entry *entry =
      entries + place_of(entries, mask, arena, bytes + starts[row], lengths[row]);
    if (entry->length == 0) return row;
    answers[row] = entry->answer;
  }
  return rows;
}
