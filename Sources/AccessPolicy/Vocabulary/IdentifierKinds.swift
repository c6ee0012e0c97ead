/// The kinds of identifier; never instantiated.
public enum Names {
  /// The kind of identifier that names a policy set.
  public enum PolicySet {}
  /// The kind of identifier that names an action, such as reading.
  public enum Action {}
  /// The kind of identifier that names a purpose of use.
  public enum Purpose {}
  /// The kind of identifier that names a class of content.
  public enum ContentClass {}
  /// The kind of identifier that names a property that content classes share.
  public enum ContentTag {}
  /// The kind of identifier that names a node of the organisation tree: an enterprise, department or ward.
  public enum Unit {}
  /// The kind of identifier that names a kind of unit.
  public enum UnitKind {}
  /// The kind of identifier that names a security class: a named set of rights.
  public enum SecurityClass {}
  /// The kind of identifier that names a provider record: rights that follow from a licence.
  public enum ProviderRecord {}
  /// The kind of identifier that names a role template.
  public enum Template {}
  /// The kind of identifier that names a subtemplate.
  public enum Subtemplate {}
  /// The kind of identifier that names a kind of patient logistics.
  public enum LogisticsKind {}
  /// The kind of identifier that names a status that patient logistics can have.
  public enum LinkStatus {}
  /// The kind of identifier that names a rule that makes patient logistics a care relationship.
  public enum Relationship {}
  /// The kind of identifier that names a rule that opens content without a patient.
  public enum Reach {}
  /// The kind of identifier that names a mark that shields content.
  public enum Mark {}
  /// The kind of identifier that names a kind of block.
  public enum BlockKind {}
  /// The kind of identifier that names a rule for self-authorisation.
  public enum SelfAuthorisation {}
  /// The kind of identifier that names a coded reason for self-authorisation.
  public enum Reason {}
  /// The kind of identifier that names an obligation that comes with a decision.
  public enum Obligation {}
  /// The kind of identifier that names a requirement that a rule rests on.
  public enum Requirement {}
  /// The kind of identifier that names an attribute that a policy set declares.
  public enum Attribute {}
  /// The kind of identifier that names a rule by which a staff record gives an authorisation.
  public enum ProvisioningRule {}
  /// The kind of identifier that names a principle: a statement that a policy set is held to.
  public enum Principle {}
  /// The kind of identifier that names any rule that can decide a gate: a template, a grant, a relationship, a mark ….
  public enum Rule {}
}

/// Names a policy set.
public typealias PolicySetID = Identifier<Names.PolicySet>
/// Names an action, such as reading.
public typealias ActionID = Identifier<Names.Action>
/// Names a purpose of use.
public typealias PurposeID = Identifier<Names.Purpose>
/// Names a class of content.
public typealias ContentClassID = Identifier<Names.ContentClass>
/// Names a property that content classes share.
public typealias ContentTagID = Identifier<Names.ContentTag>
/// Names a node of the organisation tree: an enterprise, department or ward.
public typealias UnitID = Identifier<Names.Unit>
/// Names a kind of unit.
public typealias UnitKindID = Identifier<Names.UnitKind>
/// Names a security class: a named set of rights.
public typealias SecurityClassID = Identifier<Names.SecurityClass>
/// Names a provider record: rights that follow from a licence.
public typealias ProviderRecordID = Identifier<Names.ProviderRecord>
/// Names a role template.
public typealias TemplateID = Identifier<Names.Template>
/// Names a subtemplate.
public typealias SubtemplateID = Identifier<Names.Subtemplate>
/// Names a kind of patient logistics.
public typealias LogisticsKindID = Identifier<Names.LogisticsKind>
/// Names a status that patient logistics can have.
public typealias LinkStatusID = Identifier<Names.LinkStatus>
/// Names a rule that makes patient logistics a care relationship.
public typealias RelationshipID = Identifier<Names.Relationship>
/// Names a rule that opens content without a patient.
public typealias ReachID = Identifier<Names.Reach>
/// Names a mark that shields content.
public typealias MarkID = Identifier<Names.Mark>
/// Names a kind of block.
public typealias BlockKindID = Identifier<Names.BlockKind>
/// Names a rule for self-authorisation.
public typealias SelfAuthorisationID = Identifier<Names.SelfAuthorisation>
/// Names a coded reason for self-authorisation.
public typealias ReasonID = Identifier<Names.Reason>
/// Names an obligation that comes with a decision.
public typealias ObligationID = Identifier<Names.Obligation>
/// Names a requirement that a rule rests on.
public typealias RequirementID = Identifier<Names.Requirement>
/// Names an attribute that a policy set declares.
public typealias AttributeID = Identifier<Names.Attribute>
/// Names a rule by which a staff record gives an authorisation.
public typealias ProvisioningRuleID = Identifier<Names.ProvisioningRule>
/// Names a principle: a statement that a policy set is held to.
public typealias PrincipleID = Identifier<Names.Principle>
/// Names any rule that can decide a gate: a template, a grant, a relationship, a mark ….
public typealias RuleID = Identifier<Names.Rule>

extension AttributeID {
  /// The attribute that conditions call `content.` and its id; `nil` for other names.
  package init?(contentAttribute name: String) {
    let group = "content."
    guard name.hasPrefix(group) else { return nil }
    self.init(String(name.dropFirst(group.count)))
  }
}
