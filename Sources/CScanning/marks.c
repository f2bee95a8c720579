// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"

#include <string.h>

// Advice to the next reader: `find` is written once and compiled for each kind of processor, with
// its own way of comparing 64 bytes and of writing positions down. Whatever is not plainly regular
// ends the search; the caller reads that row the general way, so nothing here has to be lenient.

/// Which of 64 bytes are what.
typedef struct {
  uint64_t delimiters, quotes, feeds, returns;
} block_masks;

/// What the block before says about the next byte.
typedef struct {
  /// All ones inside quotes.
  uint64_t inside;
  /// Whether the byte before is a separator, a quote, a closing quote, a carriage return.
  uint64_t separator, quote, closing, carriage;
} carried;

/// What of a block counts.
typedef struct {
  uint64_t separators, feeds, irregular;
} findings;

/// Ones from each set bit up to the next one.
static inline uint64_t between(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// The separators outside quotes, and the bytes that show a row to be irregular: quotes that
/// neither begin, end nor double inside a field, line breaks inside quotes, and lone carriage
/// returns.
static inline __attribute__((always_inline)) findings
judge(block_masks found, uint64_t inside_masks, carried *before) {
  uint64_t inside = inside_masks ^ before->inside;
  uint64_t breaks = found.feeds | found.returns;
  uint64_t separators = (found.delimiters | found.feeds) & ~inside;
  uint64_t carriages = found.returns & ~inside;
  uint64_t closing = found.quotes & ~inside;
  uint64_t may_open = separators << 1 | before->separator | found.quotes << 1 | before->quote;
  uint64_t after_closing = closing << 1 | before->closing;
  uint64_t after_carriage = carriages << 1 | before->carriage;
  uint64_t irregular = (found.quotes & inside & ~may_open) | (breaks & inside)
    | (after_closing & ~(separators | carriages | found.quotes))
    | (after_carriage & ~(found.feeds & ~inside));
  before->inside = (uint64_t)((int64_t)inside >> 63);
  before->separator = separators >> 63;
  before->quote = found.quotes >> 63;
  before->closing = closing >> 63;
  before->carriage = carriages >> 63;
  return (findings){separators, found.feeds & ~inside, irregular};
}

typedef block_masks (*comparing)(const uint8_t *bytes, scan_dialect dialect);
typedef void (*writing)(uint32_t *places, uint64_t bits, uint32_t base);
typedef uint64_t (*filling)(uint64_t bits);

static inline __attribute__((always_inline)) void find(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks,
  comparing compare, filling fill, writing write) {
  uint32_t *separators = marks->separators;
  uint32_t *row_ends = marks->row_ends;
  uint32_t count = 1, rows = 0;
  carried before = {0, 1, 0, 0, 0};
  separators[0] = from - 1;
  marks->is_irregular = false;
  for (uint32_t base = from; base < to && !marks->is_irregular; base += 64) {
    uint8_t tail[64];
    const uint8_t *block = bytes + base;
    if (to - base < 64) {
      memset(tail, 0, 64);
      memcpy(tail, block, to - base);
      block = tail;
    }
    block_masks masks = compare(block, dialect);
    findings found = judge(masks, fill(masks.quotes), &before);
    if (found.irregular != 0) {
      uint64_t regular = (found.irregular & -found.irregular) - 1;
      found.separators &= regular;
      found.feeds &= regular;
      marks->is_irregular = true;
    }
    write(separators + count, found.separators, base);
    for (uint64_t feeds = found.feeds; feeds != 0; feeds &= feeds - 1) {
      uint64_t earlier = found.separators & ((feeds & -feeds) - 1);
      row_ends[rows++] = count + (uint32_t)__builtin_popcountll(earlier);
    }
    count += (uint32_t)__builtin_popcountll(found.separators);
  }
  marks->row_count = rows;
}

static inline uint64_t matches(uint64_t word, uint8_t byte) {
  const uint64_t ones = 0x0101010101010101u, lows = 0x7F7F7F7F7F7F7F7Fu;
  uint64_t difference = word ^ ones * byte;
  uint64_t hits = ~(((difference & lows) + lows) | difference | lows);
  // Gathers the top bits of the eight bytes.
  return (hits >> 7) * 0x0102040810204080u >> 56;
}

static inline block_masks compare_words(const uint8_t *bytes, scan_dialect dialect) {
  block_masks found = {0, 0, 0, 0};
  for (int part = 0; part < 64; part += 8) {
    uint64_t word;
    memcpy(&word, bytes + part, 8);
    found.delimiters |= matches(word, dialect.delimiter) << part;
    found.quotes |= matches(word, dialect.quote) << part;
    found.feeds |= matches(word, '\n') << part;
    found.returns |= matches(word, '\r') << part;
  }
  return found;
}

static inline void write_bits(uint32_t *places, uint64_t bits, uint32_t base) {
  for (; bits != 0; bits &= bits - 1) *places++ = base + (uint32_t)__builtin_ctzll(bits);
}

void scan_find_plain(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  find(dialect, bytes, from, to, marks, compare_words, between, write_bits);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 "avx2,bmi,bmi2,lzcnt,popcnt,pclmul"
#define AVX512 AVX2 ",avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2"

/// The same as `between`: a product without carries by all ones.
__attribute__((target(AVX2), always_inline))
static inline uint64_t multiplied(uint64_t bits) {
  __m128i product =
    _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

__attribute__((target(AVX2), always_inline))
static inline uint64_t equal_bytes(__m256i low, __m256i high, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return first | (uint64_t)second << 32;
}

__attribute__((target(AVX2), always_inline))
static inline block_masks
compare_halves(const uint8_t *bytes, scan_dialect dialect) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  return (block_masks){
    equal_bytes(low, high, dialect.delimiter), equal_bytes(low, high, dialect.quote),
    equal_bytes(low, high, '\n'), equal_bytes(low, high, '\r')};
}

__attribute__((target(AVX2)))
static void find_by_halves(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  find(dialect, bytes, from, to, marks, compare_halves, multiplied, write_bits);
}

__attribute__((target(AVX512), always_inline))
static inline block_masks
compare_at_once(const uint8_t *bytes, scan_dialect dialect) {
  __m512i block = _mm512_loadu_si512(bytes);
  return (block_masks){
    _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)dialect.delimiter)),
    _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)dialect.quote)),
    _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\n')),
    _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\r'))};
}

/// Writes sixteen places at once; those beyond the last are overwritten by the next.
__attribute__((target(AVX512), always_inline))
static inline void write_compressed(uint32_t *places, uint64_t bits, uint32_t base) {
  static const uint8_t numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i found = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers));
  __m512i first = _mm512_set1_epi32((int)base);
  int count = __builtin_popcountll(bits);
  _mm512_storeu_si512(
    places, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
  if (count <= 16) return;
  for (int part = 0; part < 16; part++) bits &= bits - 1;
  write_bits(places + 16, bits, base);
}

__attribute__((target(AVX512)))
static void find_at_once(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  find(dialect, bytes, from, to, marks, compare_at_once, multiplied, write_compressed);
}

void scan_find(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("pclmul")) {
    find_at_once(dialect, bytes, from, to, marks);
  } else {
    scan_find_halves(dialect, bytes, from, to, marks);
  }
}

void scan_find_halves(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")) {
    find_by_halves(dialect, bytes, from, to, marks);
  } else {
    scan_find_plain(dialect, bytes, from, to, marks);
  }
}

#else

void scan_find(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  scan_find_plain(dialect, bytes, from, to, marks);
}

void scan_find_halves(
  scan_dialect dialect, const uint8_t *bytes, uint32_t from, uint32_t to, scan_marks *marks) {
  scan_find_plain(dialect, bytes, from, to, marks);
}

#endif
