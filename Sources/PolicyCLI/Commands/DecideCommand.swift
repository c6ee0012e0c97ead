import AccessPolicy
import ArgumentParser
import Foundation
import PolicyFiles
import Synchronization

/// `decide`: requests in, decisions out, a line each.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Decide requests: NDJSON on standard input, decisions as NDJSON on standard output.",
    discussion: """
      Each line is one request; each gets one line in the same order: a decision, or an object with \
      the mistakes of the line. The forms are in docs/requests.md. Exit status: 0, or 2 when a line \
      was malformed or the policy set is invalid.
      """
  )

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var colour: ColourOptions

  @Option(help: "A file of requests, one JSON object a line; `-` is standard input.")
  var request = "-"

  func run() throws {
    let engine = PolicyEngine(try policy.load(colour))
    let answering = Answering(engine, name: ByteInput.name(of: request))
    try answering.answer(request)
    if answering.hadMistakes { throw ExitStatus.invalid }
  }
}

/// Answers a stream of requests as it comes, on as many threads as there are processors.
private final class Answering: Sendable {
  private let decider: BatchDecider
  private let mistakes = Atomic(false)

  init(_ engine: PolicyEngine, name: String) {
    decider = BatchDecider(engine, file: name)
  }

  /// Whether a line had mistakes.
  var hadMistakes: Bool { mistakes.load(ordering: .acquiring) }

  func answer(_ path: String) throws {
    let work = OrderedWork(threads: ProcessInfo.processInfo.activeProcessorCount) {
      [decider] (batch: RequestBatch) in
      decider.answers(to: batch)
    } use: { answers in
      self.write(answers)
    }
    // What was asked before something goes wrong with the input is answered.
    defer { work.finish() }
    var batches = RequestBatches()
    try ByteInput.forEachChunk(in: path, what: "a file of requests") { chunk in
      if let batch = batches.add(chunk) { work.add(batch) }
    }
    if let batch = batches.finish() { work.add(batch) }
  }

  private func write(_ answers: BatchDecider.Answers) {
    if !answers.areAllDecisions { mistakes.store(true, ordering: .releasing) }
    do {
      try Terminal.out(answers.bytes)
    } catch {
      // The reading thread may be waiting for input that never comes.
      DecideCommand.exit(withError: error)
    }
  }
}
