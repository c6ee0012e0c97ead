public import AccessPolicy
import PolicyFiles

/// A generated hospital: a policy set, and the engine that decides by it.
///
/// ```swift
/// let plan = Plan(.large)
/// let engine = try Hospital.engine(plan)
/// let population = Population(plan, people: .region)
/// let requests = population.questions(20_000).map(population.request)
/// ```
public enum Hospital {
  /// Reads the files of a plan through the public pipeline.
  ///
  /// - Throws: what is wrong with them, which would be a defect of the generator.
  public static func policy(_ plan: Plan) throws(HospitalRejected) -> Policy {
    let read = PolicyText(plan).files.map { YAMLReader.document($0.text, file: $0.name) }
    let check = PolicyCheck(
      documents: read.map(\.document),
      diagnostics: read.flatMap(\.diagnostics)
    )
    guard let policy = check.policy else { throw HospitalRejected(description: check.text()) }
    return policy
  }

  /// An engine for a plan.
  public static func engine(_ plan: Plan) throws(HospitalRejected) -> PolicyEngine {
    PolicyEngine(try policy(plan))
  }
}

/// What the pipeline says of a policy set that the generator wrote wrongly.
public struct HospitalRejected: Error, CustomStringConvertible {
  /// The mistakes, as text.
  public let description: String
}
