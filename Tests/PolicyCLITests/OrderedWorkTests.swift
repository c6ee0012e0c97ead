import Dispatch
import Foundation
@testable import PolicyCLI
import Synchronization
import Testing

@Suite struct `Work on several threads` {
  private final class Seen: Sendable {
    let results = Mutex<[Int]>([])
    let underWay = Mutex((now: 0, most: 0))
  }

  @Test(arguments: [1, 2, 5]) func `keeps its order, and no more is under way than twice as much`(
    threads: Int
  ) {
    let seen = Seen()
    let work = OrderedWork(threads: threads) { (task: Int) in
      // Some take long, so that the next are done before them.
      if task % 7 == 0 { Thread.sleep(forTimeInterval: 0.002) }
      return task
    } use: { result in
      seen.results.withLock { $0.append(result) }
      seen.underWay.withLock { $0.now -= 1 }
    }
    for task in 0..<200 {
      work.add(task)
      // Counted when it was taken: what waits outside is not held.
      seen.underWay.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
    }
    work.finish()
    #expect(seen.results.withLock(\.self) == Array(0..<200))
    #expect(seen.underWay.withLock { $0.now == 0 && $0.most <= 2 * threads })
  }

  @Test func `nothing to do is done at once`() {
    let work = OrderedWork(threads: 0) { (task: Int) in
      task
    } use: { _ in
    }
    work.finish()
  }
}
