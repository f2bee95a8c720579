// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"

#include <string.h>

/// The length of the UTF-8 sequence at `bytes` (RFC 3629), or 0 when it is none.
static size_t sequence_length(const uint8_t *bytes, size_t left) {
  uint8_t lead = bytes[0], low = 0x80, high = 0xBF;
  size_t length;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (length > left || bytes[1] < low || bytes[1] > high) return 0;
  for (size_t place = 2; place < length; place++) {
    if ((bytes[place] & 0xC0) != 0x80) return 0;
  }
  return length;
}

static bool is_undefined_in_windows_1252(uint8_t byte) {
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

/// Looks at one byte that is NUL or not ASCII; returns where to go on.
static size_t look(const uint8_t *bytes, size_t at, size_t count, scan_encoding_facts *facts) {
  uint8_t byte = bytes[at];
  if (byte == 0) {
    if (facts->first_nul < 0) facts->first_nul = (int64_t)at;
    return at + 1;
  }
  facts->is_ascii = false;
  size_t length = facts->first_invalid < 0 ? sequence_length(bytes + at, count - at) : 1;
  if (length == 0) {
    facts->first_invalid = (int64_t)at;
    length = 1;
  }
  for (size_t place = at; place < at + length; place++) {
    if (facts->first_undefined < 0 && is_undefined_in_windows_1252(bytes[place])) {
      facts->first_undefined = (int64_t)place;
    }
  }
  return at + length;
}

static size_t scan_plainly(
  const uint8_t *bytes, size_t from, size_t stop, size_t count, scan_encoding_facts *facts) {
  while (from < stop) {
    if (from + 8 <= count) {
      uint64_t word;
      memcpy(&word, bytes + from, 8);
      if (((word | (word - 0x0101010101010101u)) & 0x8080808080808080u) == 0) {
        from += 8;
        continue;
      }
    }
    uint8_t byte = bytes[from];
    from = byte == 0 || byte >= 0x80 ? look(bytes, from, count, facts) : from + 1;
  }
  return from;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,bmi")))
static size_t scan_in_blocks(
  const uint8_t *bytes, size_t from, size_t stop, size_t count, scan_encoding_facts *facts) {
  const __m256i zero = _mm256_setzero_si256();
  size_t done = from;
  while (from + 32 <= stop) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + from));
    uint32_t mask =
      (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(block, _mm256_cmpeq_epi8(block, zero)));
    while (mask != 0) {
      size_t at = from + (size_t)__builtin_ctz(mask);
      mask &= mask - 1;
      // The rest of a sequence that was read from its first byte.
      if (at >= done) done = look(bytes, at, count, facts);
    }
    from += 32;
  }
  if (from < done) from = done;
  return scan_plainly(bytes, from, stop, count, facts);
}

size_t scan_encoding(
  const uint8_t *bytes, size_t from, size_t stop, size_t count, scan_encoding_facts *facts) {
  if (__builtin_cpu_supports("avx2")) return scan_in_blocks(bytes, from, stop, count, facts);
  return scan_plainly(bytes, from, stop, count, facts);
}

#else

size_t scan_encoding(
  const uint8_t *bytes, size_t from, size_t stop, size_t count, scan_encoding_facts *facts) {
  return scan_plainly(bytes, from, stop, count, facts);
}

#endif
