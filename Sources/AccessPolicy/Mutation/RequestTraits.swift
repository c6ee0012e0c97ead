/// What plays a part in a request at all: the rights of the role, whether or not they are in force, and
/// what shields.
package struct RequestTraits: Sendable {
  private let template: TemplateID
  private let subtemplates: Set<SubtemplateID>
  private let securityClasses: Set<SecurityClassID>
  private let relationships: Set<RelationshipID>
  private let reach: Set<ReachID>
  private let selfAuthorisation: Set<SelfAuthorisationID>
  private let providerRecord: Fact<ProviderRecordID>
  private let purpose: Fact<PurposeID>
  private let action: ActionID
  private let contentClass: ContentClassID
  /// The marks that can be in force; `nil` where any can.
  private let marks: Set<MarkID>?
  /// The kinds of block that the patient has; `nil` where nobody knows.
  private let blocks: Set<BlockKindID>?

  package init(_ request: AccessRequest, _ policy: Policy) {
    let authorisation = request.session.authorisation
    template = authorisation.template
    subtemplates = authorisation.subtemplates
    let parts =
      [policy.templates[authorisation.template]].compactMap(\.self)
      + authorisation.subtemplates.compactMap { policy.subtemplates[$0] }
    let added = authorisation.deviations.map(\.adds)
    func union<Kind>(
      _ own: KeyPath<RoleTemplate, Set<Identifier<Kind>>>,
      _ more: KeyPath<RoleParts, Set<Identifier<Kind>>>
    ) -> Set<Identifier<Kind>> {
      Set(parts.flatMap { $0[keyPath: own] } + added.flatMap { $0[keyPath: more] })
    }
    securityClasses = union(\.securityClasses, \.securityClasses)
    relationships = union(\.relationships, \.relationships)
    reach = union(\.reach, \.reach)
    selfAuthorisation = union(\.selfAuthorisation, \.selfAuthorisation)
    providerRecord = authorisation.providerRecord
    purpose = request.session.purpose
    action = request.action
    contentClass = request.content.contentClass
    marks = Self.marks(request, policy)
    blocks = request.patient?.blocks.value.map { Set($0.map(\.kind)) }
  }

  /// The marks that are set, those that units have and those that are derived.
  private static func marks(_ request: AccessRequest, _ policy: Policy) -> Set<MarkID>? {
    var facts = [request.content.marks]
    switch request.content.contact {
    case .known(let contact): facts.append(contact.marks)
    case .absent: break
    case .unknown: return nil
    }
    if let patient = request.patient {
      facts.append(patient.marks)
    } else if policy.contentClasses[request.content.contentClass]?.isAboutPatient != false {
      return nil
    }
    guard !facts.contains(where: \.isUnknown) else { return nil }
    var marks = Set(facts.compactMap(\.value).joined())
    for unit in policy.organisation { marks.formUnion(unit.entry.marks) }
    for mark in policy.marks where mark.entry.derived != nil { marks.insert(mark.id) }
    return marks
  }

  /// Whether the role has what is changed, whatever is asked.
  package func holds(_ reach: MutantReach) -> Bool {
    switch reach {
    case .grant(let id, _, _): securityClasses.contains(id)
    case .licence(let id, _, _): providerRecord == .known(id)
    default: isTouched(by: reach)
    }
  }

  /// Whether a change that reaches so far can matter.
  package func isTouched(by reach: MutantReach) -> Bool {
    switch reach {
    case .everything: true
    case .template(let id): template == id
    case .subtemplate(let id): subtemplates.contains(id)
    case .purpose(let id): purpose == .known(id)
    case .action(let id): action == id
    case .contentClass(let id): contentClass == id
    case .grant(let id, let actions, let classes):
      actions.contains(action) && classes.contains(contentClass) && securityClasses.contains(id)
    case .licence(let id, let actions, let classes):
      actions.contains(action) && classes.contains(contentClass) && providerRecord == .known(id)
    case .relationship(let id): relationships.contains(id)
    case .reach(let id): self.reach.contains(id)
    case .mark(let id): marks?.contains(id) ?? true
    case .block(let id): blocks?.contains(id) ?? true
    case .selfAuthorisation(let id): selfAuthorisation.contains(id)
    }
  }
}
