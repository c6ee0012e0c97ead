/// Literals that cannot be true together, as earlier questions have shown.
///
/// A question that has them all needs no search: it cannot be met either.
struct KnownClashes {
  /// By the last literal of each, which few questions share.
  private var byLast: [Literal: [[Literal]]] = [:]
  private var count = 0

  /// So that memory stays bounded.
  private static let most = 50_000

  mutating func insert(_ clash: [Literal]) {
    guard let last = clash.max() else { return }
    if count == Self.most { self = Self() }
    byLast[last, default: []].append(clash.filter { $0 != last })
    count += 1
  }

  /// Whether literals that cannot be true together are all among some.
  func areAmong(_ literals: [Literal]) -> Bool {
    let all = Set(literals)
    return literals.contains { last in
      byLast[last]?.contains { $0.allSatisfy(all.contains) } ?? false
    }
  }
}
