import Dispatch
import Foundation
import Probes
import Synchronization
import Workloads

/// What one door costs; times are in nanoseconds, of one question, chart or session.
struct Measurement: Codable {
  let workload: String
  let door: String
  /// How many of what is counted stand between two looks at the clock.
  let batch: Int
  /// Over batches.
  let p50: Double
  let p99: Double
  let minimum: Double
  let perSecond: Double
  let perSecondOnTwoThreads: Double
  /// Blocks of memory asked for.
  let allocations: Double
}

/// Runs doors against the clock.
struct Stopwatch {
  /// How long each number is looked for, in seconds.
  let patience: Double

  func measure(_ door: Door, in workload: String) -> Measurement {
    let run = door.runner()
    for number in 0..<door.batches { blackHole(run(number)) }
    let allocations = allocations(door, run)
    let times = times(door, run)
    return Measurement(
      workload: workload,
      door: door.name,
      batch: door.batch,
      p50: times.percentile(50),
      p99: times.percentile(99),
      minimum: times.first ?? 0,
      perSecond: perSecond(door, threads: 1),
      perSecondOnTwoThreads: perSecond(door, threads: 2),
      allocations: allocations
    )
  }

  private func allocations(_ door: Door, _ run: (Int) -> Tally) -> Double {
    let before = probes_allocations()
    for number in 0..<door.batches { blackHole(run(number)) }
    return Double(probes_allocations() - before) / Double(door.batch * door.batches)
  }

  /// Nanoseconds of each batch, divided by its size; sorted.
  private func times(_ door: Door, _ run: (Int) -> Tally) -> [Double] {
    var times: [Double] = []
    let end = now() + UInt64(patience * 1e9)
    var number = 0
    while now() < end || times.count < min(door.batches, 50) {
      door.arrive(number)
      let start = now()
      blackHole(run(number))
      times.append(Double(now() - start) / Double(door.batch))
      number = (number + 1) % door.batches
    }
    return times.sorted()
  }

  /// By the time in which the threads ran what is measured, all together.
  private func perSecond(_ door: Door, threads: Int) -> Double {
    let end = now() + UInt64(patience * 1e9)
    let rates = Mutex<Double>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let run = door.runner()
      var (count, busy) = (0, UInt64(0))
      var number = thread * door.batches / threads
      repeat {
        door.arrive(number)
        let start = now()
        blackHole(run(number))
        busy += now() - start
        count += door.batch
        number = (number + 1) % door.batches
      } while now() < end
      rates.withLock { $0 += Double(count) / Double(busy) * 1e9 }
    }
    return rates.withLock { $0 }
  }
}

func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

extension [Double] {
  /// Of sorted values.
  func percentile(_ percent: Int) -> Double {
    isEmpty ? 0 : self[Swift.min(count - 1, count * percent / 100)]
  }
}
