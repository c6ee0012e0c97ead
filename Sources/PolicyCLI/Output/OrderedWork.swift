import Dispatch
import Synchronization

/// Does work on several threads, and hands on what comes of it in the order in which it was given.
///
/// No more is under way than twice the number of threads; who gives more, waits. So memory is bounded
/// however much there is, and however slowly what comes of it is taken.
final class OrderedWork<Task: Sendable, Result: Sendable>: Sendable {
  private let threads: [DispatchQueue]
  private let room: DispatchSemaphore
  private let underWay = DispatchGroup()
  private let work: @Sendable (Task) -> Result
  private let use: @Sendable (Result) -> Void
  private let state = Mutex(State())

  private struct State {
    var given = 0
    var next = 0
    var waiting: [Int: Result] = [:]
  }

  /// Uses so many threads; `use` is called for one result at a time, in order, on any of them.
  init(
    threads: Int,
    _ work: @escaping @Sendable (Task) -> Result,
    use: @escaping @Sendable (Result) -> Void
  ) {
    self.threads = (0..<max(1, threads)).map { DispatchQueue(label: "access-policy.\($0)") }
    room = DispatchSemaphore(value: 2 * max(1, threads))
    self.work = work
    self.use = use
  }

  /// Gives a task; waits while too much is under way.
  func add(_ task: Task) {
    room.wait()
    let number = state.withLock { state in
      defer { state.given += 1 }
      return state.given
    }
    threads[number % threads.count].async(group: underWay) {
      self.take(self.work(task), number: number)
    }
  }

  /// Waits until all is done.
  func finish() { underWay.wait() }

  private func take(_ result: Result, number: Int) {
    // Handed on under the lock: so there is one at a time.
    state.withLock { state in
      state.waiting[number] = result
      while let result = state.waiting.removeValue(forKey: state.next) {
        use(result)
        state.next += 1
        room.signal()
      }
    }
  }
}
