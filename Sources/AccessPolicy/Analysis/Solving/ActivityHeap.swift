/// Variables, that which conflicts met most of late first; among equals, the earlier one.
struct ActivityHeap {
  private var activities: [Double] = []
  private var heap: [Int] = []
  /// Where a variable stands in the heap; -1 where it does not.
  private var places: [Int] = []
  private var isChoice: [Bool] = []
  private var choices: [Int] = []
  private var step = 1.0

  mutating func grow() {
    activities.append(0)
    places.append(-1)
    isChoice.append(false)
  }

  /// Takes these variables, and no others, as what there is to choose from.
  mutating func fill(_ variables: [Int]) {
    for variable in heap { places[variable] = -1 }
    for variable in choices { isChoice[variable] = false }
    choices = variables
    heap = []
    for variable in variables {
      isChoice[variable] = true
      if places[variable] < 0 { insert(variable) }
    }
  }

  /// Puts a variable back that may be chosen again.
  mutating func putBack(_ variable: Int) {
    if isChoice[variable], places[variable] < 0 { insert(variable) }
  }

  mutating func popHighest() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    places[first] = -1
    if !heap.isEmpty {
      heap[0] = last
      places[last] = 0
      sink(0)
    }
    return first
  }

  mutating func bump(_ variable: Int) {
    activities[variable] += step
    if activities[variable] > 1e100 {
      for index in activities.indices { activities[index] *= 1e-100 }
      step *= 1e-100
    }
    if places[variable] >= 0 { rise(places[variable]) }
  }

  mutating func decay() { step /= 0.95 }

  private mutating func insert(_ variable: Int) {
    places[variable] = heap.count
    heap.append(variable)
    rise(heap.count - 1)
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    activities[a] == activities[b] ? a < b : activities[a] > activities[b]
  }

  private mutating func rise(_ place: Int) {
    var place = place
    let variable = heap[place]
    while place > 0 {
      let above = (place - 1) / 2
      guard precedes(variable, heap[above]) else { break }
      heap[place] = heap[above]
      places[heap[place]] = place
      place = above
    }
    heap[place] = variable
    places[variable] = place
  }

  private mutating func sink(_ place: Int) {
    var place = place
    let variable = heap[place]
    while true {
      var below = place * 2 + 1
      guard below < heap.count else { break }
      if below + 1 < heap.count, precedes(heap[below + 1], heap[below]) { below += 1 }
      guard precedes(heap[below], variable) else { break }
      heap[place] = heap[below]
      places[heap[place]] = place
      place = below
    }
    heap[place] = variable
    places[variable] = place
  }
}

/// Luby's sequence, which begins 1 1 2 1 1 2 4 1 1 2.
struct Luby {
  private var state: (u: Int, v: Int) = (1, 1)

  mutating func next() -> Int {
    let value = state.v
    state = state.u & -state.u == state.v ? (state.u + 1, 1) : (state.u, state.v * 2)
    return value
  }
}
