import AccessPolicy
import Foundation
import Synchronization

// ThreadCheck POLICY [--without-a-lock]
//
// Four threads decide, through all doors, by the policy set in force, while another swaps it. Every
// answer must be the one that the policy set it names gives when nothing else is going on. Without a
// lock, the policy set is swapped as it must not be: the thread sanitizer must say so.

let deciders = 4
let questionsToEach = 200

let arguments = CommandLine.arguments.dropFirst()
let isLocked = !arguments.contains("--without-a-lock")
guard let path = arguments.first(where: { !$0.hasPrefix("-") }) else { exit(64) }

let sets = try ShippedSets(path: path)
// All that tell the policy sets apart, and as many others, from all over the scenarios.
let all = sets.requests.map { Question($0, sets.engines) }
let telling = all.filter(\.tellsThemApart)
let others = all.filter { !$0.tellsThemApart }
let step = max(1, others.count / max(1, questionsToEach - telling.count))
let questions = telling + others.enumerated().filter { $0.offset % step == 0 }.map(\.element)
guard telling.count >= 10 else {
  throw Unfit(what: "only \(telling.count) requests tell the policy sets apart")
}

let inForce = PolicyInForce(sets.engines[0])
let withoutALock = PolicyWithoutALock(sets.engines)

@Sendable func current() -> PolicyEngine { isLocked ? inForce.current : withoutALock.current }

// What is done without a lock is found out at once, or else looked for longer.
let rounds = isLocked ? 1 : 10
let running = Atomic(deciders)
let swapping = Atomic(1)
let wrong = Atomic(0)
let byFirst = Atomic(0)
let bySecond = Atomic(0)

for decider in 0..<deciders {
  Thread.detachNewThread {
    for number in 0..<questions.count * rounds {
      let question = questions[(number + decider * 97) % questions.count]
      switch question.ask(current()) {
      case 0: byFirst.add(1, ordering: .relaxed)
      case 1: bySecond.add(1, ordering: .relaxed)
      default: wrong.add(1, ordering: .relaxed)
      }
    }
    running.subtract(1, ordering: .releasing)
  }
}

// In a thread of its own, as in a service: what the main thread has done before is more than the thread
// sanitizer remembers of a thread, and it says nothing where it does not remember both sides.
let swaps = Atomic(0)
Thread.detachNewThread {
  while running.load(ordering: .acquiring) > 0 {
    let next = swaps.add(1, ordering: .relaxed).newValue % 2
    if isLocked {
      inForce.replace(with: sets.engines[next])
    } else {
      withoutALock.replace(withNumber: next)
    }
    usleep(200)
  }
  swapping.subtract(1, ordering: .releasing)
}
while running.load(ordering: .acquiring) + swapping.load(ordering: .acquiring) > 0 { usleep(1000) }

let swapCount = swaps.load(ordering: .relaxed)
let decided = (byFirst.load(ordering: .relaxed), bySecond.load(ordering: .relaxed))
print(
  "\(deciders) threads decided \(decided.0) requests by one policy set and \(decided.1) by the other,",
  "which were swapped \(swapCount) times; \(wrong.load(ordering: .relaxed)) answers were wrong"
)
// Without both policy sets, and without swaps among the decisions, nothing was shown.
let wasShown = min(decided.0, decided.1) > 100 && swapCount > 100
exit(wasShown && wrong.load(ordering: .relaxed) == 0 ? 0 : 1)
