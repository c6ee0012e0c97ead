/// Everything that a policy set declares, by kind: what names are looked up in.
struct DeclaredNames {
  let units: Scope<Names.Unit>
  let unitKinds: Scope<Names.UnitKind>
  let requirements: Scope<Names.Requirement>
  let actions: Scope<Names.Action>
  let purposes: Scope<Names.Purpose>
  let contentTags: Scope<Names.ContentTag>
  let contentClasses: Scope<Names.ContentClass>
  let reasons: Scope<Names.Reason>
  let obligations: Scope<Names.Obligation>
  let securityClasses: Scope<Names.SecurityClass>
  let providerRecords: Scope<Names.ProviderRecord>
  let templates: Scope<Names.Template>
  let subtemplates: Scope<Names.Subtemplate>
  let patientLogistics: Scope<Names.LogisticsKind>
  let linkStatuses: Scope<Names.LinkStatus>
  let careRelationships: Scope<Names.Relationship>
  let reach: Scope<Names.Reach>
  let marks: Scope<Names.Mark>
  let blocks: Scope<Names.BlockKind>
  let selfAuthorisation: Scope<Names.SelfAuthorisation>
  let attributes: [AttributeGroup: [AttributeID: DeclaredAttribute]]
  /// Attributes whose type could not be read; they are declared all the same.
  private let untyped: Set<String>

  /// Whether the type of an attribute is what its author wrote.
  func hasType(_ attribute: Attribute) -> Bool {
    guard case .declared(let group, let id) = attribute.source else { return true }
    return !untyped.contains("\(group.rawValue).\(id)")
  }

  init(_ syntax: PolicySyntax, sink: DiagnosticSink) {
    units = Scope("unit", syntax.organisation, sink)
    unitKinds = Scope("unit kind", syntax.unitKinds, sink)
    requirements = Scope("requirement", syntax.requirements, sink)
    actions = Scope("action", syntax.actions, sink)
    purposes = Scope("purpose", syntax.purposes, sink)
    contentTags = Scope("content tag", syntax.contentTags, sink)
    contentClasses = Scope("content class", syntax.contentClasses, sink)
    reasons = Scope("reason", syntax.reasons, sink)
    obligations = Scope("obligation", syntax.obligations, sink)
    securityClasses = Scope("security class", syntax.securityClasses, sink)
    providerRecords = Scope("provider record", syntax.providerRecords, sink)
    templates = Scope("template", syntax.templates, sink)
    subtemplates = Scope("subtemplate", syntax.subtemplates, sink)
    patientLogistics = Scope("kind of patient logistics", syntax.patientLogistics, sink)
    linkStatuses = Scope(
      "status of patient logistics",
      ids: syntax.patientLogistics.flatMap { $0.body.counts + $0.body.neverCounts }
    )
    _ = Scope("status", syntax.statuses, sink)
    for kind in syntax.patientLogistics {
      let statuses = kind.body.counts + kind.body.neverCounts
      Scope.refuseOtherCase("status", statuses, sink)
    }
    for declaration in syntax.securityClasses {
      Scope.refuseOtherCase("grant", declaration.body.map(\.id), sink)
    }
    for declaration in syntax.providerRecords {
      Scope.refuseOtherCase("grant", declaration.body.map(\.id), sink)
    }
    for declaration in syntax.marks {
      Scope.refuseOtherCase("circle entry", declaration.body.circle.map(\.id), sink)
    }
    careRelationships = Scope("care relationship", syntax.careRelationships, sink)
    reach = Scope("reach rule", syntax.reach, sink)
    marks = Scope("mark", syntax.marks, sink)
    blocks = Scope("kind of block", syntax.blocks, sink)
    selfAuthorisation = Scope("self-authorisation rule", syntax.selfAuthorisation, sink)
    _ = Scope("provisioning rule", syntax.provisioning, sink)
    _ = Scope("principle", syntax.principles, sink)
    attributes = Self.attributes(syntax, requirements, sink)
    untyped = Set(
      syntax.attributes.flatMap { group, declarations in
        declarations.filter { $0.body.type == nil }.map { "\(group.rawValue).\($0.id.value)" }
      }
    )
  }

  private static func attributes(
    _ syntax: PolicySyntax,
    _ requirements: Scope<Names.Requirement>,
    _ sink: DiagnosticSink
  ) -> [AttributeGroup: [AttributeID: DeclaredAttribute]] {
    var attributes: [AttributeGroup: [AttributeID: DeclaredAttribute]] = [:]
    for group in AttributeGroup.allCases {
      let declarations = syntax.attributes[group] ?? []
      _ = Scope("attribute of \(group.rawValue)", declarations, sink)
      for declaration in declarations {
        let id = declaration.id
        Scope.refuseOtherCase("code", declaration.body.codes, sink)
        let name = "\(group.rawValue).\(id.value)"
        if id.value.text.utf8.contains(UInt8(ascii: ".")) {
          sink.report(.dotInAttribute(id.value, at: id.range))
        } else if BuiltInAttribute(rawValue: name) != nil {
          sink.report(.attributeTaken(name, at: id.range))
        }
        let domain = ValueType.code(.declared(group, id.value))
        let type: ValueType =
          switch declaration.body.type?.value {
          case nil: .text
          case .code: domain
          case .set(of: .code): .set(of: domain)
          case .some(let type): type
          }
        attributes[group, default: [:]][id.value] = DeclaredAttribute(
          term: Term(
            title: declaration.title,
            because: requirements.resolve(declaration.because, sink),
            range: id.range,
            silences: declaration.silences
          ),
          type: type,
          codes: declaration.body.codes.map(\.value),
          codeTitles: declaration.body.codeTitles
        )
      }
    }
    return attributes
  }
}

/// The declared names of one kind.
struct Scope<Kind> {
  let kind: String
  private let places: [Identifier<Kind>: SourceRange]

  /// Collects the ids of a section, and reports those that are declared twice.
  init<Body>(_ kind: String, _ declarations: [Declaration<Kind, Body>], _ sink: DiagnosticSink) {
    self.kind = kind
    var places: [Identifier<Kind>: SourceRange] = [:]
    for id in declarations.map(\.id).sorted(by: { $0.range < $1.range }) {
      if let first = places[id.value] {
        sink.report(.declaredTwice(kind, id.value.text, at: id.range, first: first))
      } else {
        places[id.value] = id.range
      }
    }
    self.places = places
    Scope.refuseOtherCase(kind, declarations.map(\.id), sink)
  }

  /// Reports names of one kind that differ in capital and small letters alone, the later of each two.
  static func refuseOtherCase(
    _ kind: String,
    _ ids: [Located<Identifier<Kind>>],
    _ sink: DiagnosticSink
  ) {
    var first: [String: Located<Identifier<Kind>>] = [:]
    for id in ids.sorted(by: { $0.range < $1.range }) {
      let folded = NearestName.folded(id.value.text)
      guard let other = first[folded] else {
        first[folded] = id
        continue
      }
      guard other.value != id.value else { continue }
      sink.report(
        .differInCase(
          kind,
          id.value.text,
          at: id.range,
          other: other.value.text,
          first: other.range
        )
      )
    }
  }

  /// Every declared name.
  var all: [String] { places.keys.map(\.text) }

  /// Collects ids that may well be declared several times.
  init(_ kind: String, ids: [Located<Identifier<Kind>>]) {
    self.kind = kind
    places = Dictionary(ids.map { ($0.value, $0.range) }, uniquingKeysWith: min)
  }

  func contains(_ id: Identifier<Kind>) -> Bool { places[id] != nil }

  /// Whether a text is a declared name.
  func declares(_ text: String) -> Bool { Identifier<Kind>(text).map(contains) ?? false }

  /// The names that are declared, in order; reports the others.
  func resolve(_ names: [Located<Identifier<Kind>>], _ sink: DiagnosticSink) -> [Identifier<Kind>] {
    names.filter { check($0, sink) }.map(\.value).sorted()
  }

  /// The name, if it is declared; reports it otherwise.
  func resolve(_ name: Located<Identifier<Kind>>?, _ sink: DiagnosticSink) -> Identifier<Kind>? {
    guard let name, check(name, sink) else { return nil }
    return name.value
  }

  /// Whether the name is declared; reports it otherwise.
  private func check(_ name: Located<Identifier<Kind>>, _ sink: DiagnosticSink) -> Bool {
    if contains(name.value) { return true }
    sink.report(.undeclared(kind, name.value.text, among: all, at: name.range))
    return false
  }
}
