extension Policy {
  /// The term of every entry, those of grants and circle entries included.
  var terms: [Term] {
    organisation.map(\.entry.term) + unitKinds.map(\.entry) + actions.map(\.entry.term)
      + purposes.map(\.entry.term) + contentTags.map(\.entry) + contentClasses.map(\.entry.term)
      + attributes.values.flatMap { $0.map(\.entry.term) } + rules
      + patientLogistics.map(\.entry.term) + statuses.map(\.entry)
      + reasons.map(\.entry.term) + obligations.map(\.entry) + requirements.map(\.entry.term)
  }

  private var rules: [Term] {
    let roles = templates.map(\.entry.term) + subtemplates.map(\.entry.term)
    let rights =
      securityClasses.flatMap { [$0.entry.term] + $0.entry.grants.map(\.term) }
      + providerRecords.flatMap { [$0.entry.term] + $0.entry.grants.map(\.term) }
    let opening =
      careRelationships.map(\.entry.term) + reach.map(\.entry.term)
      + selfAuthorisation.map(\.entry.term) + provisioning.map(\.entry.term)
      + principles.map(\.entry.term)
    let closing =
      marks.flatMap { [$0.entry.term] + $0.entry.circle.map(\.term) } + blocks.map(\.entry.term)
    return roles + rights + opening + closing
  }
}
