public import AccessPolicy

/// The kind of name that standard situations have.
public enum SituationNames {}

/// The id of a standard situation, of a kind of content in it, or of a place.
public typealias SituationID = Identifier<SituationNames>

/// The situations in which a policy set wants its roles to be shown: how a holder can stand to a
/// patient, what can shield the content, and where content without a patient can be recorded.
///
/// They are declared with the scenarios, under `dryRun`, and checked with them. They are kept as they
/// were written, since what they say of the holder's unit is read anew for every holder.
public struct StandardSituations: Sendable {
  /// One situation, kind of content, or place.
  public struct Entry: Sendable {
    /// Its id.
    public let id: SituationID
    /// What people call it.
    public let title: LocalizedText
    /// Where it stands.
    public let range: SourceRange

    let layers: SituationLayers
  }

  /// How the holder stands to the patient, in the order in which they were written.
  public let situations: [Entry]

  /// Who recorded the content, and what shields it, in the order in which they were written.
  public let content: [Entry]

  /// Where content without a patient is recorded, in the order in which they were written.
  public let withoutPatient: [Entry]

  /// Where the situations stand.
  public let range: SourceRange

  /// The time at which all is asked.
  public var now: Moment { clock.now }

  let clock: Clock
  let holder: StandardHolder
  let base: SituationLayers
}

/// What the situations say of the holder.
struct StandardHolder: Sendable {
  var purposes: [PurposeID] = []
  var authenticationLevel: Fact<Int64> = .absent
  var groups: Fact<Set<GroupRef>> = .absent
  var attributes: Attributes = [:]
}

/// What one entry says, laid over what stands for all of them.
struct SituationLayers: Sendable {
  /// Keys of the patient.
  var patient: [DocumentNode.Entry] = []
  /// Keys of the links; `nil` where there are no links.
  var link: [DocumentNode.Entry]?
  /// Keys of the item.
  var item: [DocumentNode.Entry] = []
  /// Declared facts of the request.
  var attributes: [DocumentNode.Entry] = []

  /// These layers with others laid over them.
  ///
  /// A key that is written above replaces the one beneath, but declared attributes are joined.
  func covered(by upper: SituationLayers) -> SituationLayers {
    SituationLayers(
      patient: Self.lay(upper.patient, over: patient),
      link: upper.link.map { Self.lay($0, over: link ?? []) } ?? link,
      item: Self.lay(upper.item, over: item),
      attributes: Self.lay(upper.attributes, over: attributes)
    )
  }

  private static func lay(_ upper: [DocumentNode.Entry], over lower: [DocumentNode.Entry])
    -> [DocumentNode.Entry]
  {
    let own = Set(upper.map(\.key.value))
    return lower.filter { !own.contains($0.key.value) }
      + upper.map { entry in
        guard entry.key.value == "attributes", case .mapping(let above) = entry.value.content,
          let beneath = lower.first(where: { $0.key.value == "attributes" }),
          case .mapping(let below) = beneath.value.content
        else { return entry }
        let joined = DocumentNode(.mapping(lay(above, over: below)), at: entry.value.range)
        return DocumentNode.Entry(key: entry.key, value: joined)
      }
  }
}
