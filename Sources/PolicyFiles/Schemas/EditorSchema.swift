package import AccessPolicy
import PolicyScenarios

/// The JSON Schemas by which editors complete and check files while somebody writes them.
///
/// They are written from the shapes that the readers are opened with. Draft 7, which language servers
/// for YAML know best. A file that is right always agrees with its schema; the other way round it need
/// not be so, since a schema knows no names, and cannot tell `"4"` from `4` everywhere that YAML can.
package enum EditorSchema: String, CaseIterable, Sendable {
  /// For the files of a policy set.
  case policy
  /// For the files beneath `scenarios/`.
  case scenarios
  /// For authorisation registers.
  case register

  /// What a file of this kind may hold.
  package var shape: RecordShape {
    switch self {
    case .policy: .policyFile
    case .scenarios: .scenarioFile
    case .register: .register
    }
  }

  private var title: String {
    switch self {
    case .policy: "a file of a policy set"
    case .scenarios: "a file of scenarios"
    case .register: "an authorisation register"
    }
  }

  /// The name of the file that the project ships.
  package var fileName: String { "\(rawValue).schema.json" }

  /// The schema as text.
  package var text: String {
    var writer = SchemaWriter()
    return JSONWriter.page(writer.document(shape, title: "access-policy: \(title)"))
  }
}
