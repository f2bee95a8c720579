// SPDX-License-Identifier: Apache-2.0

/// Single places of a sorted order, found without sorting.
package enum OrderStatistics {
  /// The `place`-th largest of the numbers, which end up partly sorted: the larger ones first.
  ///
  /// *Definition* Hoare's selection (1961) with the median of three as pivot, so the same numbers
  /// always take the same steps. No number may be NaN.
  ///
  /// - Parameters:
  ///   - place: from 1 up to the number of numbers.
  ///   - numbers: at least `place` numbers.
  /// - Returns: the number with `place - 1` numbers before it in descending order.
  /// - Complexity: O(n) on average
  package static func largest(_ place: Int, of numbers: inout [Double]) -> Double {
    selected(place, of: &numbers)
  }

  /// The same for short numbers.
  package static func largest(_ place: Int, of numbers: inout [Float]) -> Float {
    selected(place, of: &numbers)
  }

  /// The `place`-th largest of the numbers, which stay as they are.
  ///
  /// *Definition* A place among every so many of the numbers bounds it from below, and few numbers
  /// are above that bound; the place is found among these. The same place of those is a bound in any
  /// case; a much earlier one nearly always is, too, and leaves far fewer numbers.
  ///
  /// - Parameters:
  ///   - place: from 1 up to the number of numbers.
  ///   - numbers: at least `place` numbers, none of them NaN.
  /// - Returns: the number with `place - 1` numbers before it in descending order.
  /// - Complexity: O(n) on average, with little more than one comparison per number for few places.
  package static func largest(_ place: Int, of numbers: [Double]) -> Double {
    largest(place, of: numbers.span)
  }

  /// The same for numbers that stand somewhere else.
  package static func largest(_ place: Int, of numbers: Span<Double>) -> Double {
    precondition((1...numbers.count).contains(place), "no place \(place) of \(numbers.count)")
    let step = min(32, numbers.count / place / 4)
    guard step > 3 else {
      var all = reaching(-.infinity, in: numbers)
      return selected(place, of: &all)
    }
    var sample = stride(from: 0, to: numbers.count, by: step).map { numbers[$0] }
    var rest = reaching(selected(min(place, 2 * place / step + 8), of: &sample), in: numbers)
    if rest.count < place { rest = reaching(selected(place, of: &sample), in: numbers) }
    return selected(place, of: &rest)
  }

  /// The numbers that are not below a bound.
  private static func reaching(_ bound: Double, in numbers: Span<Double>) -> [Double] {
    var found: [Double] = []
    if bound == -.infinity { found.reserveCapacity(numbers.count) }
    for index in numbers.indices where numbers[index] >= bound { found.append(numbers[index]) }
    return found
  }

  /// Generic within this module only: called from others it would not be specialised, and take
  /// twenty times as long.
  private static func selected<Number: FloatingPoint>(
    _ place: Int,
    of numbers: inout [Number]
  ) -> Number {
    precondition((1...numbers.count).contains(place), "no place \(place) of \(numbers.count)")
    var (low, high) = (0, numbers.count - 1)
    let target = place - 1
    while low < high {
      let pivot = median(numbers[low], numbers[low + (high - low) / 2], numbers[high])
      var (i, k) = (low, high)
      while i <= k {
        while numbers[i] > pivot { i += 1 }
        while numbers[k] < pivot { k -= 1 }
        guard i <= k else { break }
        numbers.swapAt(i, k)
        i += 1
        k -= 1
      }
      if target <= k { high = k } else if target >= i { low = i } else { break }
    }
    return numbers[target]
  }

  /// The middle one of three numbers.
  private static func median<Number: FloatingPoint>(
    _ a: Number,
    _ b: Number,
    _ c: Number
  ) -> Number {
    max(min(a, b), min(max(a, b), c))
  }
}
