// What each section adds to an entry: rules by which staff records give authorisations.

extension RecordReader {
  mutating func provisioningRule() -> ProvisioningSyntax {
    let condition = condition("when")
    guard var gives = record("gives") else {
      return ProvisioningSyntax(
        condition: condition,
        template: nil,
        subtemplates: [],
        providerRecord: nil,
        givesElsewhere: false
      )
    }
    let syntax = ProvisioningSyntax(
      condition: condition,
      template: gives.identifier("template"),
      subtemplates: gives.identifiers("subtemplates") ?? [],
      providerRecord: gives.identifier("providerRecord"),
      givesElsewhere: gives.boolean("elsewhere")?.value ?? false
    )
    let parts = RecordShape.given
    if !parts.contains(where: { gives.has($0) || gives.isMisspelt($0) }) {
      sink.report(.givesNothing(owner, at: place(of: "gives")))
    } else if syntax.givesElsewhere, !gives.has("template"), !gives.has("subtemplates") {
      sink.report(.noUnitsElsewhere(owner, at: gives.place(of: "elsewhere")))
    }
    gives.finish()
    return syntax
  }
}
