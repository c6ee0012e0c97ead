/// All staff records of one delivery, taken one after the other.
///
/// The order in which they are taken changes nothing. A record is let go once it has been looked at, so
/// that a run holds what comes of the records and not the records.
///
/// ```swift
/// var run = ProvisioningRun(Provisioner(policy))
/// for record in records { run.add(record) }
/// let update = registerInForce.updated(by: run.finish(), at: now)
/// ```
public struct ProvisioningRun: Sendable {
  private let provisioner: Provisioner
  private var outcomes: [ProvisioningOutcome] = []
  private var unreadable: Set<StaffRecordRef> = []
  private var unreadablePlaces: [StaffRecordRef: [SourceRange]] = [:]
  private var withoutKey = 0

  /// Begins a run.
  public init(_ provisioner: Provisioner) { self.provisioner = provisioner }

  /// Takes one record.
  public mutating func add(_ record: StaffRecord) {
    outcomes.append(provisioner.outcome(of: record))
  }

  /// Takes a record that could not be read, with its key where at least that could be.
  ///
  /// What a record gave that cannot be read goes on for the time being; where not even the key can be
  /// read, that holds for every record that seems to be gone.
  public mutating func addUnreadable(_ key: StaffRecordRef?, at place: SourceRange? = nil) {
    guard let key else {
      withoutKey += 1
      return
    }
    unreadable.insert(key)
    if let place { unreadablePlaces[key, default: []].append(place) }
  }

  /// What comes of all records together: those that share a key are refused, each of them.
  public consuming func finish() -> ProvisioningResult {
    var count: [StaffRecordRef: Int] = [:]
    for outcome in outcomes { count[outcome.record, default: 0] += 1 }
    let repeated = Set(count.filter { $0.value > 1 }.keys)
      .union(unreadable.intersection(count.keys))
    var places = unreadablePlaces
    for outcome in outcomes where repeated.contains(outcome.record) {
      if let place = outcome.place { places[outcome.record, default: []].append(place) }
    }
    for index in outcomes.indices where repeated.contains(outcomes[index].record) {
      let others = places[outcomes[index].record, default: []].sorted()
        .filter { $0 != outcomes[index].place }
      outcomes[index] = outcomes[index].refused(also: .repeatedKey(others: others))
    }
    return ProvisioningResult(
      policySet: provisioner.policy.identity.id,
      outcomes: outcomes.sorted(),
      unreadable: unreadable,
      unreadableWithoutKey: withoutKey
    )
  }
}

/// What came of all staff records of one delivery.
public struct ProvisioningResult: Sendable, Hashable {
  /// The policy set by whose rules they were looked at.
  public let policySet: PolicySetID

  /// What came of each record that could be read, by key, then by place.
  public let outcomes: [ProvisioningOutcome]

  /// The keys of records of which no more could be read.
  public let unreadable: Set<StaffRecordRef>

  /// How many records there were of which not even the key could be read.
  public let unreadableWithoutKey: Int
}

extension ProvisioningOutcome: Comparable {
  /// Orders outcomes by the key of the record, then by its place, then by the member of staff.
  public static func < (a: Self, b: Self) -> Bool {
    if a.record != b.record { return a.record < b.record }
    if let first = a.place, let second = b.place, first != second { return first < second }
    if a.staff != b.staff { return a.staff < b.staff }
    // Records with one key are all refused; for the same reasons, they are told apart by nothing.
    return "\(a.result)" < "\(b.result)"
  }
}
