/// The names that nearly every request mentions, in one table.
struct RequestNames: Sendable {
  private let table: NameTable

  /// What a name is one of.
  enum Kind: Int, CaseIterable {
    case action, contentClass, purpose, unit, template, subtemplate, link, linkStatus
    case providerRecord
  }

  init(_ policy: Policy) {
    table = NameTable(
      lists: Kind.allCases.map { kind in
        switch kind {
        case .action: policy.actions.map(\.id.text)
        case .contentClass: policy.contentClasses.map(\.id.text)
        case .purpose: policy.purposes.map(\.id.text)
        case .unit: policy.organisation.map(\.id.text)
        case .template: policy.templates.map(\.id.text)
        case .subtemplate: policy.subtemplates.map(\.id.text)
        case .link: policy.patientLogistics.map(\.id.text)
        case .linkStatus: policy.linkStatuses.map(\.id.text)
        case .providerRecord: policy.providerRecords.map(\.id.text)
        }
      }
    )
  }

  /// The dense index of a name, if the policy set declares it.
  func index<Name>(of id: Identifier<Name>, _ kind: Kind) -> Int? {
    table.index(of: id.text, in: kind.rawValue)
  }
}
