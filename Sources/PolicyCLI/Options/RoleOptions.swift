import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// The role that is shown: a template, or what a staff record gives.
struct RoleOptions: ParsableArguments {
  @Option(help: "The role template to show, by its id.")
  var template: String?

  @Option(help: "A subtemplate of the holder; can be given several times.")
  var subtemplate: [String] = []

  @Option(help: "The holder's provider record; without it, none.")
  var providerRecord: String?

  @Option(
    help: "A file of staff records: shows what the provisioning rules give by --record.",
    completion: .file()
  )
  var hr: String?

  @Option(help: "The key of the staff record.")
  var record: String?

  @Option(help: "A column of --hr that is there and not needed; can be given several times.")
  var ignoreColumn: [String] = []

  @Option(help: "The time zone in which days of --hr begin, such as Europe/Oslo.")
  var timeZone: String?

  @Option(help: "Where the holder is logged in; default is the first unit that the role opens.")
  var unit: String?

  @Option(help: "The other unit of the situations; default is one like the holder's.")
  var otherUnit: String?

  @Option(help: "The purpose of use; default is the one that the situations prefer.")
  var purpose: String?

  func validate() throws {
    guard (template == nil) != (hr == nil) else {
      throw ValidationError("give a role: either --template, or --hr with --record")
    }
    guard (hr == nil) == (record == nil) else {
      throw ValidationError(
        "--hr and --record go together: a file, and the key of one record in it"
      )
    }
    if hr != nil, !subtemplate.isEmpty || providerRecord != nil {
      throw ValidationError(
        "with --hr the provisioning rules give the role: take --subtemplate and --provider-record out"
      )
    }
    if hr == nil, !ignoreColumn.isEmpty || timeZone != nil {
      throw ValidationError("--ignore-column and --time-zone are about --hr: take them out")
    }
    if let timeZone, DayClock(zone: timeZone) == nil {
      throw ValidationError("there is no time zone `\(timeZone)`; they are named as `Europe/Oslo`")
    }
  }

  /// The holder in a policy set; ends the command when it declares none of the names, or the record
  /// gives nothing.
  func holder(in policy: Policy, _ colour: ColourOptions, _ language: Language) throws
    -> DryRunHolder
  {
    var holder =
      if let hr, let record {
        try RecordHolder(
          file: hr,
          record: StaffRecordRef(record),
          clock: timeZone.flatMap { DayClock(zone: $0) },
          ignoring: Set(ignoreColumn)
        ).holder(in: policy, colour, language)
      } else {
        DryRunHolder(
          template: try DeclaredName.find(template ?? "", "role template", in: policy.templates),
          subtemplates: try DeclaredName.find(subtemplate, in: policy),
          providerRecord: try DeclaredName.find(providerRecord, in: policy)
        )
      }
    holder.unit = try unit.map { try DeclaredName.find($0, "unit", in: policy.organisation) }
    holder.otherUnit = try otherUnit.map {
      try DeclaredName.find($0, "unit", in: policy.organisation)
    }
    holder.purpose = try purpose.map { try DeclaredName.find($0, "purpose", in: policy.purposes) }
    return holder
  }
}
