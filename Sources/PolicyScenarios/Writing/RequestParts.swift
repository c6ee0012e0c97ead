import AccessPolicy

/// Writes the parts of a request as the cast and the cases of a scenario file have them, and notes
/// what scenario files cannot say.
struct RequestParts {
  let policy: Policy
  let clock: WrittenClock
  let language: Language

  /// What could not be written, in plain words.
  private(set) var obstacles: [String] = []

  init(policy: Policy, now: Moment, language: Language) {
    self.policy = policy
    clock = WrittenClock(now: now)
    self.language = language
  }

  mutating func cannot(_ obstacle: String) {
    if !obstacles.contains(obstacle) { obstacles.append(obstacle) }
  }

  // MARK: Single values

  mutating func instant(_ instant: Instant) -> Written {
    guard let text = clock.text(instant) else {
      cannot("the point in time \(instant.secondsSince1970) s from 1970 is beyond the calendar")
      return .scalar("unknown")
    }
    return .scalar(text)
  }

  mutating func id<Kind, Entry>(
    _ id: Identifier<Kind>,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>
  ) -> Written {
    if catalog[id] == nil { cannot("the \(kind) `\(id)` is not declared by the policy set") }
    return .scalar(ScalarText.of(id.text))
  }

  mutating func ids<Kind, Entry>(
    _ ids: Set<Identifier<Kind>>,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>
  ) -> Written {
    .list(ids.sorted().map { id($0, kind, in: catalog) })
  }

  mutating func unit(_ id: UnitID) -> Written { self.id(id, "unit", in: policy.organisation) }

  mutating func marks(_ ids: Set<MarkID>) -> Written { self.ids(ids, "mark", in: policy.marks) }

  func key<Kind>(_ reference: Reference<Kind>) -> Written {
    .scalar(ScalarText.of(reference.text))
  }

  func keys<Kind>(_ references: Set<Reference<Kind>>) -> Written {
    .list(references.sorted().map(key))
  }

  /// The name of an entry of the cast.
  mutating func name(_ text: String) -> String {
    let name = ScalarText.of(text)
    if text.isEmpty { cannot("the name of something is empty") }
    if name.utf8.count > ScalarText.longestKey {
      cannot("the name `\(text.prefix(20))…` is too long")
    }
    return name
  }

  func title(_ term: Term?) -> String? { term?.title[language] }

  // MARK: Facts

  /// A fact of the cast: what is absent is not written.
  mutating func fact<Value>(
    _ key: String,
    _ fact: Fact<Value>,
    comment: String? = nil,
    _ write: (inout Self, Value) -> Written
  ) -> [Written.Entry] {
    switch fact {
    case .absent: []
    case .unknown: [Written.Entry(key, .scalar("unknown"))]
    case .known(let value): [Written.Entry(key, write(&self, value), comment: comment)]
    }
  }

  /// A fact that has a value where nothing is written.
  mutating func fact(_ key: String, _ fact: Fact<Bool>, otherwise: Bool) -> [Written.Entry] {
    switch fact {
    case .absent: [Written.Entry(key, .scalar("null"))]
    case .unknown: [Written.Entry(key, .scalar("unknown"))]
    case .known(let value):
      value == otherwise ? [] : [Written.Entry(key, .scalar(ScalarText.of(value)))]
    }
  }

  mutating func instant(_ key: String, _ fact: Fact<Instant>) -> [Written.Entry] {
    self.fact(key, fact) { $0.instant($1) }
  }

  mutating func unit(_ key: String, _ fact: Fact<UnitID>, isCommented: Bool = false)
    -> [Written.Entry]
  {
    let comment = isCommented ? fact.value.flatMap { title(policy.organisation[$0]?.term) } : nil
    return self.fact(key, fact, comment: comment) { $0.unit($1) }
  }

  mutating func marks(_ key: String, _ fact: Fact<Set<MarkID>>) -> [Written.Entry] {
    self.fact(key, fact) { $0.marks($1) }
  }

  mutating func keys<Kind>(_ key: String, _ fact: Fact<Set<Reference<Kind>>>) -> [Written.Entry] {
    self.fact(key, fact) { $0.keys($1) }
  }

  mutating func key<Kind>(_ key: String, _ fact: Fact<Reference<Kind>>) -> [Written.Entry] {
    self.fact(key, fact) { $0.key($1) }
  }

  // MARK: Attributes

  /// The declared attributes of a group: an absent one is not written, and one that the request does
  /// not have is unknown.
  mutating func attributes(_ group: AttributeGroup, _ attributes: Attributes) -> [Written.Entry] {
    let declared = policy.attributes[group] ?? Catalog([:])
    for id in attributes.keys.sorted() where declared[id] == nil {
      cannot("the \(group.rawValue) attribute `\(id)` is not declared by the policy set")
    }
    var entries: [Written.Entry] = []
    for (id, attribute) in declared {
      entries += fact(ScalarText.of(id.text), attributes[id] ?? .unknown) {
        $0.value($1, attribute, of: "`\(group.rawValue).\(id)`")
      }
    }
    return entries.isEmpty ? [] : [Written.Entry("attributes", .keys(entries))]
  }

  private mutating func value(
    _ value: AttributeValue,
    _ declared: DeclaredAttribute,
    of what: String
  ) -> Written {
    self.value(value, declared.type, codes: declared.codes, of: what)
  }

  private mutating func value(
    _ value: AttributeValue,
    _ type: ValueType,
    codes: [AttributeID],
    of what: String
  ) -> Written {
    switch (value, type) {
    case (.boolean(let value), .boolean): return .scalar(ScalarText.of(value))
    case (.number(let value), .number): return .scalar(ScalarText.of(value))
    case (.text(let text), .text): return key(text)
    case (.date(let date), .date):
      if CivilDate(date.description) != date {
        cannot("the date of \(what) is beyond the calendar")
      }
      return .scalar(date.description)
    case (.instant(let instant), .instant): return self.instant(instant)
    case (.unit(let id), .unit): return unit(id)
    case (.staff(let staff), .staff): return key(staff)
    case (.patient(let patient), .patient): return key(patient)
    case (.code(let code), .code(let domain)):
      if case .declared = domain, !codes.contains(code) {
        cannot("\(what) has the code `\(code)`, which it does not list")
      }
      return .scalar(ScalarText.of(code.text))
    case (.set(let values), .set(of: let element)):
      return .list(values.map { self.value($0, element, codes: codes, of: what) })
    default:
      cannot("\(what) has a value of another type than \(type)")
      return .scalar("unknown")
    }
  }
}
