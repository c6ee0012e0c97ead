/// Differences of whole numbers, each at most so much: `a - b <= c`.
///
/// They can all hold unless going round some circle of them one would have to be less than oneself.
struct OrderSystem {
  private struct Difference {
    let from: Int
    let to: Int
    let most: Int64
  }

  private let count: Int
  private var differences: [Difference] = []
  private var isBeyondNumbers = false

  /// A system of so many variables, and zero.
  init(variables: Int) { count = variables + 1 }

  private var zero: Int { count - 1 }

  /// `a - b <= most - less - further`.
  mutating func require(
    _ a: Int,
    minus b: Int,
    atMost most: Int64,
    less: Int64,
    less further: Int64
  ) {
    let (first, overflows) = most.subtractingReportingOverflow(less)
    let (bound, overflowsFurther) = first.subtractingReportingOverflow(further)
    if overflows || overflowsFurther {
      isBeyondNumbers = true
    } else {
      differences.append(Difference(from: b, to: a, most: bound))
    }
  }

  mutating func bound(_ variable: Int, from least: Int64) {
    require(zero, minus: variable, atMost: 0, less: least, less: 0)
  }

  mutating func bound(_ variable: Int, to greatest: Int64) {
    require(variable, minus: zero, atMost: greatest, less: 0, less: 0)
  }

  /// Whether numbers may exist that keep all; `false` is proven.
  ///
  /// Bellman and Ford's search for a circle.
  var mayHold: Bool {
    guard !isBeyondNumbers else { return true }
    var distance = Array(repeating: Int64(0), count: count)
    for _ in 0...count {
      var isSettled = true
      for difference in differences {
        let (sum, overflows) = distance[difference.from].addingReportingOverflow(difference.most)
        guard !overflows else { return true }
        if sum < distance[difference.to] {
          distance[difference.to] = sum
          isSettled = false
        }
      }
      if isSettled { return true }
    }
    return false
  }
}
