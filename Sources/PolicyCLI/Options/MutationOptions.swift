import AccessPolicy
import ArgumentParser
import Foundation
import PolicyScenarios
import Synchronization

/// How a policy set is changed, in order to see whether its scenarios notice.
struct MutationOptions: ParsableArguments {
  @Flag(help: "Change the policy set in one small way after another; does a scenario notice?")
  var mutate = false

  @Flag(
    help:
      "Search every situation for what a change does, where nothing near the scenarios shows it."
  )
  var prove = false

  @Option(
    name: .customLong("min-mutation-score"),
    help: "How many changes of a hundred must be noticed."
  )
  var minMutationScore: Int?

  @Option(
    name: .customLong("save-scenarios"),
    help: "A new file for cases that notice what no scenario does.",
    completion: .file()
  )
  var saveScenarios: String?

  func validate() throws {
    let needs = [
      ("min-mutation-score", minMutationScore != nil), ("save-scenarios", saveScenarios != nil),
      ("prove", prove),
    ]
    for (option, isThere) in needs where isThere && !mutate {
      throw ValidationError("`--\(option)` goes with `--mutate`.")
    }
  }

  /// Tries every change, on as many threads as there are processors.
  func run(_ engine: PolicyEngine, _ scenarios: ScenarioSet) -> MutationReport {
    let run = MutationRun(engine: engine, scenarios: scenarios, proves: prove)
    let fates = Fates()
    let work = OrderedWork(threads: ProcessInfo.processInfo.activeProcessorCount) {
      (number: Int) in
      run.fate(of: number)
    } use: {
      fates.add($0)
    }
    for number in run.mutants.indices { work.add(number) }
    work.finish()
    return run.report(fates.all)
  }

  /// Writes the cases that would notice the survivors.
  func save(_ report: MutationReport, in language: Language, besides names: CastNames) throws {
    guard let path = saveScenarios else { return }
    let text = report.scenarios(in: language, besides: names)
    for refused in text.unwritten {
      let reasons = refused.reasons.joined(separator: "; ")
      Terminal.error(
        line: "warning: `\(refused.draft.name)` cannot be written as a case: \(reasons)"
      )
    }
    guard !text.written.isEmpty else {
      Terminal.error(line: "note: there is no case to write to `\(path)`")
      return
    }
    do {
      try Data(text.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      Terminal.error(line: "error: `\(path)` cannot be written, or is there already")
      Terminal.error(line: "help: name a file that is not there yet, in a folder that is")
      throw ExitStatus.invalid
    }
  }

  /// Ends the command where less is noticed than is asked for.
  func hold(_ report: MutationReport) throws {
    guard let least = minMutationScore, report.score < least else { return }
    Terminal.error(
      line: "error: \(report.score) of a hundred changes are noticed, and \(least) are asked for"
    )
    Terminal.error(
      line: "help: `--save-scenarios FILE` writes cases that notice the others, to be judged"
    )
    throw ExitStatus.notCovered
  }
}

/// What became of mutants, in order.
private final class Fates: Sendable {
  private let fates = Mutex([MutantFate]())

  func add(_ fate: MutantFate) { fates.withLock { $0.append(fate) } }

  var all: [MutantFate] { fates.withLock { $0 } }
}
