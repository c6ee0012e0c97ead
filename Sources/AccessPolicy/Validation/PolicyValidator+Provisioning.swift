// Checks of the rules by which staff records give authorisations.

extension PolicyValidator {
  func provisioningRule(
    _ declaration: Declaration<Names.ProvisioningRule, ProvisioningSyntax>
  ) -> ProvisioningRule {
    let body = declaration.body
    return ProvisioningRule(
      term: term(declaration),
      condition: conditions.check(
        body.condition,
        in: .init(
          what: "the provisioning rule `\(declaration.id.value)`",
          view: [.record],
          opens: true
        )
      ),
      template: names.templates.resolve(body.template, sink),
      subtemplates: resolve(body.subtemplates, names.subtemplates),
      providerRecord: names.providerRecords.resolve(body.providerRecord, sink),
      givesElsewhere: body.givesElsewhere
    )
  }
}
