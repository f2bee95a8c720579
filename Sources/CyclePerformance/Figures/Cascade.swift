// SPDX-License-Identifier: Apache-2.0

/// Values that come from other values: key results from the objectives below them, objectives from
/// their key results.
package struct Cascade: Sendable {
  /// One key result or objective.
  package struct Node: Sendable {
    /// Where its value comes from.
    package var mode: KeyResult.ProgressMode = .own
    /// Its own value, nil without data.
    package var own: Double?
    /// The share of the own value in a blend.
    package var alpha = 0.5
    /// The nodes below, with their weights.
    package var children: [(node: Int, weight: Double)] = []

    /// A node with only its own value.
    package init(own: Double? = nil) { self.own = own }
  }

  /// The nodes feed on each other.
  package struct Circle: Error, Equatable {
    /// The nodes in order, the first one again at the end.
    package var path: [Int]
  }

  /// The nodes; children are indices into this list.
  package var nodes: [Node]

  /// A cascade of `nodes`.
  package init(_ nodes: [Node]) { self.nodes = nodes }

  /// The value of every node.
  ///
  /// A blend is `alpha` own + `(1 - alpha)` children and falls back to the side with data. Works
  /// without recursion, so that the depth of a cascade does not matter.
  ///
  /// - Throws: ``Circle`` with the first circle found, nodes tried in their order.
  /// - Complexity: O(nodes + children)
  package func values(missing: RolledUp.Missing) throws(Circle) -> [RolledUp] {
    var result = [RolledUp?](repeating: nil, count: nodes.count)
    var depth = [Int?](repeating: nil, count: nodes.count)
    for start in nodes.indices where result[start] == nil {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      depth[start] = 0
      while let (node, next) = path.last {
        let children = nodes[node].mode == .own ? [] : nodes[node].children
        guard next < children.count else {
          result[node] = value(of: nodes[node], result, missing)
          depth[node] = nil
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let child = children[next].node
        guard nodes.indices.contains(child), result[child] == nil else { continue }
        if let entry = depth[child] {
          throw Circle(path: path[entry...].map(\.node) + [child])
        }
        depth[child] = path.count
        path.append((child, 0))
      }
    }
    return result.map { $0 ?? RolledUp(single: nil) }
  }

  private func value(
    of node: Node,
    _ result: [RolledUp?],
    _ missing: RolledUp.Missing
  ) -> RolledUp {
    if node.mode == .own { return RolledUp(single: node.own) }
    let items = node.children.map { child in
      let below = nodes.indices.contains(child.node) ? result[child.node]?.value : nil
      return RolledUp.Item(below, weight: child.weight)
    }
    var children = RolledUp(items, missing: missing)
    if items.isEmpty { children = RolledUp(single: nil) }
    guard node.mode == .blend, let own = node.own else { return children }
    guard let below = children.value else { return RolledUp(single: own) }
    var blend = children
    blend.value = node.alpha * own + (1 - node.alpha) * below
    return blend
  }
}
