import AccessPolicy
import ArgumentParser
import PolicyFiles

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
    var isValid = true
    try RequestInput.forEach(in: request, for: engine.policy) { line in
      if let request = line.request {
        try Terminal.out(line: DecisionWriter.line(engine.decide(request), id: line.id))
      } else {
        isValid = false
        try Terminal.out(line: DecisionWriter.error(line))
      }
    }
    if !isValid { throw ExitStatus.invalid }
  }
}
