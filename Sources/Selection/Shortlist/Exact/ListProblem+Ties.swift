// SPDX-License-Identifier: Apache-2.0

extension ListProblem {
  /// Accounts that one search puts in order; twice as many for each would outgrow a double.
  private static let blockSize = 20
  /// Searches after which equal lists are no longer told apart.
  private static let mostBlocks = 12
  /// Candidates beyond which equal lists are not told apart: a tie to the billionth is then a
  /// matter of chance, and each search takes long.
  private static let mostCandidates = 2_000

  /// Of all lists with the value and effort of `list`, the one whose accounts come first: at the
  /// first account by which two lists differ, the list that holds it wins.
  ///
  /// Accounts are decided block by block from the front; it ends early where nobody who is left out
  /// could come in any more, as it does at once for most data.
  func earliest(equalTo list: [Candidate], nodeLimit: Int) -> [Candidate] {
    let pool = reduced().candidates.sorted { $0.account < $1.account }
    guard pool.count <= Self.mostCandidates else { return list }
    var model = tieModel(pool, equalTo: list)
    var best = list
    for start in stride(from: 0, to: pool.count, by: Self.blockSize).prefix(Self.mostBlocks) {
      let members = Set(best.map(\.account))
      let open = pool.indices.filter { $0 >= start && !members.contains(pool[$0].account) }
      let block = start..<min(pool.count, start + Self.blockSize)
      guard let others = model.chosen(preferring: open.map { ($0, 1) }, nodeLimit),
        others.contains(where: { open.contains($0) })
      else { break }
      let weights = block.reversed().enumerated().map { ($1, Double(1 << $0)) }
      guard let chosen = model.chosen(preferring: weights, nodeLimit) else { break }
      let found = chosen.map { pool[$0] }
      guard isEqual(found, list) else { break }
      best = found
      for index in block {
        let value = chosen.contains(index) ? 1.0 : 0
        model.columns[index].lower = value
        model.columns[index].upper = value
      }
    }
    return best
  }

  /// Every list with the value and effort of `list`, one column per account of `pool`.
  private func tieModel(_ pool: [Candidate], equalTo list: [Candidate]) -> LinearModel {
    let groups = pool.map { Group(members: [$0], most: 1) }
    var model = model(of: groups) { _ in 0 }
    let value = list.reduce(Int128(0)) { $0 + Int128($1.value) }
    let effort = list.reduce(Int128(0)) { $0 + Int128($1.effort) }
    model.bound(valueFactors(of: groups), in: Double(value) / valueUnit...(.infinity))
    if limit != nil {
      model.bound(effortFactors(of: groups), in: -.infinity...EffortQuantum.units(effort))
    }
    // Of accounts that are alike in everything the first come first: no tie to look into.
    var last: [[Int64]: Int] = [:]
    for (index, candidate) in pool.enumerated() {
      let earlier = last.updateValue(index, forKey: candidate.kind)
      if let earlier { model.bound([earlier: 1, index: -1], in: 0...(.infinity)) }
    }
    return model
  }

  private func isEqual(_ a: [Candidate], _ b: [Candidate]) -> Bool {
    let sums = [a, b].map { list in
      list.reduce((value: Int128(0), effort: Int128(0))) {
        ($0.value + Int128($1.value), $0.effort + Int128($1.effort))
      }
    }
    return sums[0].value == sums[1].value && (limit == nil || sums[0].effort == sums[1].effort)
      && allows(a)
  }
}

extension LinearModel {
  /// The columns that are 1 where the sum of the preferred ones is largest; nil where the search
  /// does not end.
  fileprivate mutating func chosen(
    preferring weights: [(column: Int, weight: Double)],
    _ nodeLimit: Int
  ) -> Set<Int>? {
    for index in columns.indices { columns[index].objective = 0 }
    for (column, weight) in weights { columns[column].objective = weight }
    guard
      case .solved(let values, _, true) = LinearSolver.outcome(of: self, nodeLimit: nodeLimit)
    else { return nil }
    return Set(values.indices.filter { values[$0] > 0.5 })
  }
}
