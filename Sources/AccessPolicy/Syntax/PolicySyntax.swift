/// What the authors of a policy set wrote, section by section: shapes are right, names are unchecked.
struct PolicySyntax {
  var headers: [HeaderSyntax] = []
  var sessions: [SessionSyntax] = []
  var requirements: [Declaration<Names.Requirement, RequirementSyntax>] = []
  var unitKinds: [Declaration<Names.UnitKind, Void>] = []
  var organisation: [Declaration<Names.Unit, UnitSyntax>] = []
  var actions: [Declaration<Names.Action, ActionSyntax>] = []
  var purposes: [Declaration<Names.Purpose, PurposeSyntax>] = []
  var contentTags: [Declaration<Names.ContentTag, Void>] = []
  var contentClasses: [Declaration<Names.ContentClass, ContentClassSyntax>] = []
  var attributes: [AttributeGroup: [Declaration<Names.Attribute, AttributeSyntax>]] = [:]
  var reasons: [Declaration<Names.Reason, ReasonSyntax>] = []
  var obligations: [Declaration<Names.Obligation, Void>] = []
  var securityClasses: [Declaration<Names.SecurityClass, [GrantSyntax]>] = []
  var providerRecords: [Declaration<Names.ProviderRecord, [GrantSyntax]>] = []
  var templates: [Declaration<Names.Template, TemplateSyntax>] = []
  var subtemplates: [Declaration<Names.Subtemplate, TemplateSyntax>] = []
  var patientLogistics: [Declaration<Names.LogisticsKind, LogisticsSyntax>] = []
  /// What people call the statuses that kinds of patient logistics declare.
  var statuses: [Declaration<Names.LinkStatus, Void>] = []
  var careRelationships: [Declaration<Names.Relationship, RelationshipSyntax>] = []
  var reach: [Declaration<Names.Reach, ReachSyntax>] = []
  var marks: [Declaration<Names.Mark, MarkSyntax>] = []
  var blocks: [Declaration<Names.BlockKind, BlockKindSyntax>] = []
  var selfAuthorisation: [Declaration<Names.SelfAuthorisation, SelfAuthorisationSyntax>] = []
  var provisioning: [Declaration<Names.ProvisioningRule, ProvisioningSyntax>] = []
  var principles: [Declaration<Names.Principle, PrincipleSyntax>] = []
}

/// One entry of a section.
struct Declaration<Kind, Body> {
  let id: Located<Identifier<Kind>>
  let title: LocalizedText
  let because: [Located<RequirementID>]
  let silences: [Silence]
  let body: Body
}

/// Names of one kind, each with its place.
typealias NameList<Kind> = [Located<Identifier<Kind>>]

struct HeaderSyntax {
  let id: PolicySetID
  let version: String
  let title: LocalizedText
  let range: SourceRange
}

struct SessionSyntax {
  let leastAuthentication: Int64?
  let range: SourceRange
}

struct UnitSyntax {
  let kind: Located<UnitKindID>?
  let parent: Located<UnitID>?
  let isEnterprise: Bool
  let marks: NameList<Names.Mark>
}

struct ActionSyntax { let writes: Bool }

struct PurposeSyntax {
  let code: String?
  let onlyWhereNamed: Bool
  let refused: LocalizedText?
}

struct ContentClassSyntax {
  /// `nil` when what was written is neither yes nor no, which has been reported.
  let isAboutPatient: Bool?
  let clinical: NameList<Names.Action>
  let tags: NameList<Names.ContentTag>
}

struct AttributeSyntax {
  let type: Located<ValueType>?
  let codes: NameList<Names.Attribute>
  /// What people call the codes, where it is said.
  let codeTitles: [AttributeID: LocalizedText]
}

struct ReasonSyntax { let code: String? }

/// What every rule that opens has.
struct OpeningSyntax {
  let purposes: NameList<Names.Purpose>?
  let takes: Located<SelfAuthorisationID>?
  let obligations: NameList<Names.Obligation>
}

struct GrantSyntax {
  let id: Located<Identifier<Names.Rule>>
  let title: LocalizedText?
  let actions: NameList<Names.Action>
  let contentClasses: NameList<Names.ContentClass>
  let condition: ConditionSyntax?
  let opening: OpeningSyntax
  let because: NameList<Names.Requirement>
  let silences: [Silence]
}

struct TemplateSyntax {
  let name: String?
  let owner: String?
  let approvals: [Approval]
  let securityClasses: NameList<Names.SecurityClass>
  let purposes: NameList<Names.Purpose>
  let relationships: NameList<Names.Relationship>
  let reach: NameList<Names.Reach>
  let selfAuthorisation: NameList<Names.SelfAuthorisation>
  let units: NameList<Names.Unit>
  let leastAuthentication: Int64?
}

struct LogisticsSyntax {
  let counts: NameList<Names.LinkStatus>
  let neverCounts: NameList<Names.LinkStatus>
  let ended: NameList<Names.LinkStatus>
}

struct RelationshipSyntax {
  let links: NameList<Names.LogisticsKind>
  let statuses: NameList<Names.LinkStatus>?
  let condition: ConditionSyntax?
  let window: Window
  let unwrittenEdges: Set<Window.Side>
  let opening: OpeningSyntax
}

struct ReachSyntax {
  let contentClasses: NameList<Names.ContentClass>
  let condition: ConditionSyntax?
  let opening: OpeningSyntax
}

struct CoversSyntax {
  let classes: NameList<Names.ContentClass>
  let tags: NameList<Names.ContentTag>
}

struct CircleSyntax {
  let id: Located<Identifier<Names.Rule>>
  let title: LocalizedText?
  let through: NameList<Names.Relationship>?
  let condition: ConditionSyntax?
  let because: NameList<Names.Requirement>
  let silences: [Silence]
}

struct MarkSyntax {
  let covers: CoversSyntax?
  let actions: NameList<Names.Action>?
  let derived: ConditionSyntax?
  let circle: [CircleSyntax]
  let override: Located<SelfAuthorisationID>?
  let hidesExistence: ConditionSyntax?
  let route: LocalizedText?
  let obligations: NameList<Names.Obligation>
}

struct BlockKindSyntax {
  let actions: NameList<Names.Action>?
  let override: Located<SelfAuthorisationID>?
  let hidesExistence: ConditionSyntax?
  let route: LocalizedText?
  let obligations: NameList<Names.Obligation>
}

enum ScopeSyntax {
  case word(SelfAuthorisation.Scope)
  /// The name of an attribute, as in conditions.
  case attribute(Located<AttributeID>)
}

struct SelfAuthorisationSyntax {
  let scope: ScopeSyntax
  let condition: ConditionSyntax?
  let purposes: NameList<Names.Purpose>?
  let reasons: NameList<Names.Reason>
  let leastText: Int64
  let textRequiredFor: NameList<Names.Reason>?
  let lifetime: TimeSpan
  let obligations: NameList<Names.Obligation>
}

struct ProvisioningSyntax {
  let condition: ConditionSyntax?
  let template: Located<TemplateID>?
  let subtemplates: NameList<Names.Subtemplate>
  let providerRecord: Located<ProviderRecordID>?
  let givesElsewhere: Bool
}

/// Some of the declared things, or the word `none`.
enum SelectionSyntax<Kind> {
  case none
  case some(NameList<Kind>)
}

struct PrincipleSyntax {
  let condition: ConditionSyntax?
  let links: Located<SelectionSyntax<Names.LogisticsKind>>?
  let marks: Located<SelectionSyntax<Names.Mark>>?
  let blocks: Located<SelectionSyntax<Names.BlockKind>>?
  let never: [Located<Principle.Answer>]
  let reasons: ReasonTermsSyntax?
  let obligations: NameList<Names.Obligation>
  let independentOf: NameList<Names.Attribute>
}

struct ReasonTermsSyntax {
  let obligations: NameList<Names.Obligation>
  let longest: TimeSpan?
  let leastText: Int64?
}
