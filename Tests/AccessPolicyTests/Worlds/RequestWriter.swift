import AccessPolicy
import PolicyTestSupport

/// Writes requests that a policy set has something to say about.
///
/// A request aims at a rule that could open it, and then misses by some throws of the dice: this or
/// that fact is unknown, absent, undeclared, or a second too late.
struct RequestWriter {
  let policy: Policy
  let names: Directory
  var dice: Dice
  /// How often, in a hundred, a fact is not known in this request.
  var fog = 1
  /// How often, in a hundred, an id is one that the policy set does not declare.
  var strangeness = 1
  var now = Instant(secondsSince1970: 0)
  var session = Session(
    staff: "anna",
    authorisation: Authorisation(template: Strange.id(), deviations: [])
  )
  var template: RoleTemplate?

  mutating func request() -> AccessRequest {
    fog = dice.pick([0, 0, 0, 1, 2, 4, 20])
    strangeness = dice.pick([0, 0, 0, 0, 1, 2, 10])
    let base = Instant(dice.pick(Pool.bases)) ?? now
    now = dice.percent(60) ? base : instant(about: base)
    let moment = Moment(now, utcOffsetMinutes: dice.pick([0, 60, 60, 120, -300, 1080]))

    session.staff = staff()
    session.authorisation = authorisation()
    session.purpose = purpose()
    let (action, contentClass) = target()
    writeSession(for: action, contentClass)
    let isAboutPatient = policy.contentClasses[contentClass]?.isAboutPatient ?? true
    let content = contentItem(contentClass)
    var request = AccessRequest(
      now: moment,
      session: session,
      action: action,
      content: content,
      patient: dice.percent(isAboutPatient ? 98 : 30) ? patient(content) : nil,
      attributes: attributes(of: .request)
    )
    request.grants = grants(for: request)
    request.justifications = justifications()
    return request
  }

  /// An action on a class: mostly what some grant of the role names.
  private mutating func target() -> (ActionID, ContentClassID) {
    let classes = role(\.securityClasses)
    var grants = classes.flatMap { policy.securityClasses[$0]?.grants ?? [] }
    if dice.percent(95) { grants.removeAll { !isServed(by: $0.purposes) } }
    if dice.percent(92), let grant = dice.pickAny(grants) {
      return (
        declared(dice.pick(grant.actions.sorted())),
        declared(dice.pick(grant.contentClasses.sorted()))
      )
    }
    return (declared(in: names.actions), declared(in: names.contentClasses))
  }

  /// Whether a rule that names these purposes is one to aim at.
  func isServed(by purposes: Set<PurposeID>?) -> Bool {
    guard case .known(let purpose) = session.purpose else { return true }
    return purposes?.contains(purpose) ?? (policy.purposes[purpose]?.onlyWhereNamed == false)
  }

  // MARK: Facts

  /// A fact that is mostly known.
  mutating func fact<Value>(_ value: Value, absent share: Int = 2) -> Fact<Value> {
    if dice.percent(fog) { return .unknown }
    return dice.percent(share) ? .absent : .known(value)
  }

  /// One of the declared ids, or now and then another.
  mutating func declared<Kind>(in ids: [Identifier<Kind>]) -> Identifier<Kind> {
    guard let id = dice.pickAny(ids) else { return Strange.id() }
    return declared(id)
  }

  /// This id, or now and then one that is not declared.
  mutating func declared<Kind>(_ id: Identifier<Kind>) -> Identifier<Kind> {
    dice.percent(strangeness) ? Strange.id() : id
  }

  mutating func staff() -> StaffRef { StaffRef(dice.percent(55) ? "anna" : dice.pick(Pool.staff)) }

  /// The session's staff, or somebody else.
  mutating func staff(likely share: Int) -> StaffRef {
    dice.percent(share) ? session.staff : staff()
  }

  mutating func team() -> Set<StaffRef> {
    Set((0..<dice.number(0...3)).map { _ in staff(likely: 40) })
  }

  mutating func groups() -> Set<GroupRef> {
    Set(dice.some(Pool.texts, percent: 30).map { GroupRef($0) })
  }

  /// The session's unit or one about it, or any.
  mutating func unit(likely share: Int) -> UnitID {
    if dice.percent(share), case .known(let unit) = session.unit { return unit }
    return declared(in: names.units)
  }

  /// At an instant, a second beside it, or some span away.
  mutating func instant(about instant: Instant) -> Instant {
    let beside = Int64(dice.number(-1...1))
    switch dice.below(20) {
    case 0..<5: return instant + TimeSpan(seconds: beside)
    case 5..<12:
      let span = dice.pick(Pool.seconds) * (dice.percent(50) ? 1 : -1)
      return instant + TimeSpan(seconds: span + beside)
    default: return instant + TimeSpan(seconds: Int64(dice.number(-5_000_000...5_000_000)))
    }
  }

  /// About an instant, or now and then at an end of time.
  mutating func instant(near instant: Instant) -> Instant {
    guard dice.percent(3) else { return self.instant(about: instant) }
    return Instant(secondsSince1970: dice.pick([.min, .max]))
  }

  /// An instant before now, or after, so often in a hundred.
  mutating func instant(past share: Int) -> Instant {
    let some = instant(near: now).secondsSince1970
    guard some != .min, some != .max, dice.percent(75) else {
      return Instant(secondsSince1970: some)
    }
    let distance = abs(some - now.secondsSince1970)
    return now + TimeSpan(seconds: dice.percent(share) ? -distance : distance)
  }

  mutating func text(_ pool: [String]) -> String { dice.pick(pool) }

  /// The parts of the template and subtemplates of one kind, in order.
  mutating func role<Kind>(
    _ part: KeyPath<RoleTemplate, Set<Identifier<Kind>>>
  ) -> [Identifier<Kind>] {
    var ids = template?[keyPath: part] ?? []
    for id in session.authorisation.subtemplates {
      ids.formUnion(policy.subtemplates[id]?[keyPath: part] ?? [])
    }
    return ids.sorted()
  }
}

/// Ids that no generated policy set declares.
enum Strange {
  static func id<Kind>() -> Identifier<Kind> { Identifier("strange")! }
}
