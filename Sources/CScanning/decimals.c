// SPDX-License-Identifier: Apache-2.0
#include "CScanning.h"

// Advice to the next reader: this is `ShortestDecimal` of DelimitedText for eight numbers side by
// side, with the same names; the reasons stand there. Digits that a shorter text does not show are
// zeros here, and fall away with all other zeros at the end.

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define FEATURES "avx512f,avx512dq,avx512bw,avx512vl,avx512cd,lzcnt,bmi,bmi2"
#define INLINE static inline __attribute__((always_inline, target(FEATURES)))
#define EIGHT_ZEROS 0x3030303030303030ull
#define LANES 8

// What the bits of 1, 1e-7, 2^53 and infinity say as whole numbers.
#define ONE_BITS 0x3FF0000000000000
#define LEAST_BITS 0x3E7AD7F29ABCAF48
#define LIMIT_BITS 0x4340000000000000
#define INFINITY_BITS 0x7FF0000000000000

typedef __m512i words;

/// 1 to 5^27, in four registers.
static const uint64_t fives[4][LANES] = {
  {1, 5, 25, 125, 625, 3125, 15625, 78125},
  {390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625, 30517578125},
  {152587890625, 762939453125, 3814697265625, 19073486328125, 95367431640625, 476837158203125,
   2384185791015625, 11920928955078125},
  {59604644775390625, 298023223876953125, 1490116119384765625, 7450580596923828125},
};

INLINE words every(int64_t number) { return _mm512_set1_epi64(number); }
INLINE words sum(words a, words b) { return _mm512_add_epi64(a, b); }
INLINE words less(words a, words b) { return _mm512_sub_epi64(a, b); }
/// The product of the lower halves.
INLINE words product(words a, words b) { return _mm512_mul_epu32(a, b); }

/// 5 to the power of 0...27.
INLINE words five_to(words exponent) {
  words low = _mm512_permutex2var_epi64(
    _mm512_loadu_si512(fives[0]), exponent, _mm512_loadu_si512(fives[1]));
  words high = _mm512_permutex2var_epi64(
    _mm512_loadu_si512(fives[2]), exponent, _mm512_loadu_si512(fives[3]));
  return _mm512_mask_mov_epi64(low, _mm512_test_epi64_mask(exponent, every(16)), high);
}

/// Takes `number`, below 10^17, apart into hundred millions and the rest.
INLINE words hundred_millions(words number, words *rest) {
  // Never too large, and at most one too small.
  const __m512d factor = _mm512_set1_pd(1e-8 * (1 - 0x1p-50));
  words high = _mm512_cvttpd_epu64(_mm512_mul_pd(_mm512_cvtepu64_pd(number), factor));
  words low = less(number, product(high, every(100000000)));
  __mmask8 is_over = _mm512_cmpge_epu64_mask(low, every(100000000));
  *rest = _mm512_mask_sub_epi64(low, is_over, low, every(100000000));
  return _mm512_mask_add_epi64(high, is_over, high, every(1));
}

/// The eight digits of numbers below 10^8 as bytes, the first digit in the lowest.
INLINE words digits(words number) {
  words high = _mm512_srli_epi64(product(number, every(3518437209)), 45);
  words fours = _mm512_or_si512(
    high, _mm512_slli_epi64(less(number, product(high, every(10000))), 32));
  words hundreds = _mm512_srli_epi16(_mm512_mulhi_epu16(fours, every(0x0000147B0000147B)), 3);
  words twos = _mm512_or_si512(
    hundreds, _mm512_slli_epi32(
      _mm512_sub_epi16(fours, _mm512_mullo_epi16(hundreds, every(0x0000006400000064))), 16));
  words ten = _mm512_srli_epi16(_mm512_mullo_epi16(twos, _mm512_set1_epi16(103)), 10);
  words unit = _mm512_sub_epi16(twos, _mm512_mullo_epi16(ten, _mm512_set1_epi16(10)));
  return _mm512_or_si512(
    _mm512_or_si512(ten, _mm512_slli_epi16(unit, 8)), every((int64_t)EIGHT_ZEROS));
}

/// What is put of eight numbers.
typedef struct {
  /// The digits in front of the mark and the last seventeen behind it, the first one as a number.
  uint64_t whole_high[LANES], whole[LANES], first[LANES], high[LANES], low[LANES];
  /// How many digits stand behind the mark, zeros at the end among them.
  uint64_t places[LANES];
  __mmask8 has_fraction, is_long, is_negative, has_whole;
} decimals;

/// The shortest digits of `magnitude`, counted in 10^-places.
INLINE words shortest(words magnitude, words *places) {
  const words fraction_bits = every((1ll << 52) - 1);
  words significand = _mm512_or_si512(_mm512_and_si512(magnitude, fraction_bits), every(1ll << 52));
  words binary = less(_mm512_srli_epi64(magnitude, 52), every(1075));
  __mmask8 is_power = _mm512_testn_epi64_mask(magnitude, fraction_bits);
  words decimal = _mm512_srai_epi64(_mm512_mul_epi32(binary, every(315653)), 20);
  words of_power = _mm512_srai_epi64(
    less(_mm512_mul_epi32(binary, every(631305)), every(261663)), 21);
  decimal = _mm512_mask_mov_epi64(decimal, is_power, of_power);
  *places = less(every(0), decimal);
  words five = five_to(*places);

  words number = _mm512_slli_epi64(significand, 2);
  const words lower = every(0xFFFFFFFF);
  words number_high = _mm512_srli_epi64(number, 32), five_high = _mm512_srli_epi64(five, 32);
  words low = product(number, five);
  words first = product(number, five_high), second = product(number_high, five);
  words middle = sum(
    sum(_mm512_srli_epi64(low, 32), _mm512_and_si512(first, lower)),
    _mm512_and_si512(second, lower));
  low = _mm512_or_si512(_mm512_and_si512(low, lower), _mm512_slli_epi64(middle, 32));
  words high = sum(
    sum(product(number_high, five_high), _mm512_srli_epi64(middle, 32)),
    sum(_mm512_srli_epi64(first, 32), _mm512_srli_epi64(second, 32)));

  words shift = sum(less(every(2), binary), decimal);
  words floor = _mm512_or_si512(
    _mm512_sllv_epi64(high, less(every(64), shift)), _mm512_srlv_epi64(low, shift));
  words unit = _mm512_sllv_epi64(every(1), shift);
  words fraction = _mm512_and_si512(low, less(unit, every(1)));
  words end = _mm512_andnot_si512(significand, every(1));
  words twice = sum(five, five);
  words above = sum(twice, end);
  words below = sum(_mm512_mask_mov_epi64(twice, is_power, five), end);

  words rest;
  hundred_millions(floor, &rest);
  words ones = less(
    rest, product(_mm512_srli_epi64(product(rest, every(0xCCCCCCCD)), 35), every(10)));
  __mmask8 takes_tens =
    _mm512_cmplt_epu64_mask(sum(_mm512_sllv_epi64(ones, shift), fraction), below);
  __mmask8 takes_next_tens = _mm512_cmplt_epu64_mask(
    less(_mm512_sllv_epi64(less(every(10), ones), shift), fraction), above);
  __mmask8 takes_floor = _mm512_cmplt_epu64_mask(fraction, below);
  __mmask8 takes_next = _mm512_cmplt_epu64_mask(less(unit, fraction), above);
  __mmask8 is_next_nearer = _mm512_cmpgt_epu64_mask(
    sum(sum(fraction, fraction), _mm512_and_si512(floor, every(1))), unit);
  __mmask8 is_up = (__mmask8)(
    ((takes_floor ^ takes_next) & takes_next) | (~(takes_floor ^ takes_next) & is_next_nearer));
  __mmask8 is_short = takes_tens ^ takes_next_tens;
  words longer = _mm512_mask_add_epi64(floor, is_up, floor, every(1));
  words shorter = less(floor, ones);
  shorter = _mm512_mask_add_epi64(shorter, (__mmask8)~takes_tens, shorter, every(10));
  return _mm512_mask_mov_epi64(longer, is_short, shorter);
}

/// Works out what is put of eight magnitudes.
INLINE void take(words magnitude, decimals *found) {
  words places;
  words all = shortest(magnitude, &places);
  words whole = _mm512_cvttpd_epu64(_mm512_castsi512_pd(magnitude));
  __mmask8 has_whole = _mm512_test_epi64_mask(whole, whole);
  found->is_long = 0;
  found->has_whole = has_whole;
  if (has_whole) {
    // Behind whole digits there are up to sixteen others.
    words missing = less(every(16), places);
    words scale = _mm512_sllv_epi64(five_to(places), places);
    words padding = _mm512_sllv_epi64(five_to(missing), missing);
    words rest = _mm512_mullo_epi64(less(all, _mm512_mullo_epi64(whole, scale)), padding);
    all = _mm512_mask_mov_epi64(all, has_whole, rest);
    places = _mm512_mask_mov_epi64(places, has_whole, every(16));
    words whole_low;
    words whole_high = hundred_millions(whole, &whole_low);
    found->is_long = _mm512_test_epi64_mask(whole_high, whole_high);
    if (found->is_long) _mm512_storeu_si512(found->whole_high, digits(whole_high));
    _mm512_storeu_si512(found->whole, digits(whole_low));
  } else {
    _mm512_storeu_si512(found->whole, every((int64_t)EIGHT_ZEROS));
  }
  found->has_fraction = _mm512_test_epi64_mask(all, all);
  words low;
  words high = hundred_millions(all, &low);
  words first = _mm512_srli_epi64(product(high, every(1441151881)), 57);
  _mm512_storeu_si512(found->first, first);
  _mm512_storeu_si512(found->high, digits(less(high, product(first, every(100000000)))));
  _mm512_storeu_si512(found->low, digits(low));
  _mm512_storeu_si512(found->places, places);
}

INLINE void put(uint8_t *place, uint64_t word) { memcpy(place, &word, sizeof(word)); }

/// Puts the digits of a word behind its zeros in front; the last digit is always put.
INLINE uint8_t *put_whole(uint8_t *place, uint64_t word) {
  uint64_t zeros = __builtin_ctzll((word ^ EIGHT_ZEROS) | 1ull << 56) / 8;
  put(place, word >> (8 * zeros));
  return place + 8 - zeros;
}

/// Puts one of eight numbers; returns where its text ends.
INLINE uint8_t *put_number(uint8_t *place, const decimals *found, size_t lane, uint8_t mark) {
  *place = '-';
  place += found->is_negative >> lane & 1;
  uint64_t whole = found->whole[lane];
  if (found->is_long >> lane & 1) {
    place = put_whole(place, found->whole_high[lane]);
    put(place, whole);
    place += 8;
  } else if (found->has_whole) {
    place = put_whole(place, whole);
  } else {
    *place++ = '0';
  }
  uint64_t places = found->places[lane], high = found->high[lane], low = found->low[lane];
  put(place + 1, EIGHT_ZEROS);
  place[places - 16] = (uint8_t)('0' + found->first[lane]);
  put(place + places - 15, high);
  put(place + places - 7, low);
  *place = mark;
  uint64_t zeros = _lzcnt_u64(low ^ EIGHT_ZEROS) / 8;
  if (zeros == 8) zeros += _lzcnt_u64(high ^ EIGHT_ZEROS) / 8;
  uint64_t length = places + 1 - zeros;
  return place + (found->has_fraction >> lane & 1 ? length : 0);
}

bool scan_can_put_numbers(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
    && __builtin_cpu_supports("avx512cd");
}

__attribute__((target(FEATURES)))
size_t scan_put_numbers(
  const double *numbers, size_t count, uint8_t mark, uint8_t *text, uint64_t end, uint64_t *ends) {
  uint8_t *place = text + end;
  for (size_t start = 0; start < count; start += LANES) {
    size_t lanes = count - start < LANES ? count - start : LANES;
    words bits = _mm512_maskz_loadu_epi64((__mmask8)((1 << lanes) - 1), numbers + start);
    words magnitude = _mm512_and_si512(bits, every(INT64_MAX));
    __mmask8 is_zero = _mm512_testn_epi64_mask(magnitude, magnitude);
    __mmask8 is_missing = _mm512_cmpge_epi64_mask(magnitude, every(INFINITY_BITS));
    __mmask8 is_near = _mm512_cmpge_epi64_mask(magnitude, every(LEAST_BITS))
      & _mm512_cmplt_epi64_mask(magnitude, every(LIMIT_BITS));
    decimals found;
    found.is_negative = _mm512_movepi64_mask(bits);
    // Numbers out of range are worked out as 1 and not put.
    take(_mm512_mask_mov_epi64(every(ONE_BITS), is_near, magnitude), &found);
    for (size_t lane = 0; lane < lanes; lane++) {
      uint64_t kind = scan_is_number;
      if (is_near >> lane & 1) {
        place = put_number(place, &found, lane, mark);
      } else if (is_zero >> lane & 1) {
        *place++ = '0';
      } else if (is_missing >> lane & 1) {
        kind = scan_is_missing;
      } else {
        return start + lane;
      }
      ends[start + lane] = (uint64_t)(place - text) << 2 | kind;
    }
  }
  return count;
}

#else

bool scan_can_put_numbers(void) { return false; }

size_t scan_put_numbers(
  const double *numbers, size_t count, uint8_t mark, uint8_t *text, uint64_t end, uint64_t *ends) {
  (void)numbers, (void)count, (void)mark, (void)text, (void)end, (void)ends;
  return 0;
}

#endif
