import AccessPolicy
import PolicyTestSupport

/// A generated policy set with its engine; makes as many requests as one likes.
struct World: Sendable {
  let seed: UInt64
  let number: Int
  /// The sections, one document each.
  let sections: [Section]
  let policy: Policy
  let engine: PolicyEngine
  let names: Directory

  struct Section: Sendable {
    let name: String
    var body: Tree
  }

  init(seed: UInt64, number: Int) throws {
    let sections = WorldWriter.write(Dice(seed: seed, 1, UInt64(number)))
    try self.init(
      seed: seed,
      number: number,
      sections: sections.map { Section(name: $0.name, body: $0.body) }
    )
  }

  /// The world that other sections make.
  init(seed: UInt64, number: Int, sections: [Section]) throws {
    self.seed = seed
    self.number = number
    self.sections = sections
    let documents = sections.enumerated().map { index, section in
      Tree.keys([Tree.Entry(name: section.name, value: section.body)])
        .document(file: "\(index)-\(section.name).yaml")
    }
    do throws(PolicyRejected) {
      policy = try PolicyPipeline.policyWithAnyCondition(from: documents)
    } catch {
      throw Rejected(
        world: "seed \(seed), world \(number)",
        messages: error.diagnostics.map { "\($0)" },
        yaml: Self.yaml(sections)
      )
    }
    engine = PolicyEngine(policy)
    names = Directory(policy)
  }

  /// The same world with some sections changed.
  func changing(_ change: (inout [Section]) -> Void) throws -> World {
    var sections = sections
    change(&sections)
    return try World(seed: seed, number: number, sections: sections)
  }

  /// A request, always the same for the same number.
  func request(_ number: Int) -> AccessRequest {
    var writer = RequestWriter(
      policy: policy,
      names: names,
      dice: Dice(seed: seed, 2, UInt64(self.number), UInt64(number))
    )
    return writer.request()
  }

  /// The policy set as YAML.
  var yaml: String { Self.yaml(sections) }

  private static func yaml(_ sections: [Section]) -> String {
    sections.map { "\($0.name):\($0.body.yaml(indent: "  "))" }.joined(separator: "\n")
  }

  /// A generated policy set that the pipeline refuses: the writer of worlds has a defect.
  struct Rejected: Error, CustomStringConvertible {
    let world: String
    let messages: [String]
    let yaml: String

    var description: String { "\(world)\n\(messages.joined(separator: "\n"))\n\(yaml)" }
  }
}
