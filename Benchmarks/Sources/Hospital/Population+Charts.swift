/// One item of a chart, in plain numbers.
public struct Entry: Sendable {
  /// Its content class.
  public let contentClass: Int
  /// Where it was recorded.
  public let unit: Int
  /// Who wrote it.
  public let author: Int
  /// The marks on it, as bits.
  public let marks: UInt64
  /// When it was recorded: hours from the instant of requests.
  public let recorded: Int
}

/// One question: whether this member of staff may do this to that item.
public struct Question: Sendable, Hashable {
  /// Who asks.
  public let staff: Int
  /// Whose chart.
  public let patient: Int
  /// The position of the item in the chart.
  public let item: Int
  /// What the person wants to do.
  public let action: Int
}

extension Population {
  /// An item of a patient's chart; charts have as many as anybody asks for.
  ///
  /// Three of four were recorded at a unit that the patient has a link to; three of a hundred have a
  /// mark.
  public func entry(_ item: Int, of patient: Int) -> Entry {
    var random = Randomness(seed: plan.seed, .charts, patient << 12 + item)
    let links = links(of: patient)
    let link = links[links.startIndex + random.below(links.count)]
    let unit =
      random.percent(75) ? Int(link.unit) : plan.units[Int(link.unit)].parent
    let near = staffNear[unit]
    return Entry(
      contentClass: random.below(Vocabulary.classes.count),
      unit: unit,
      author: near.isEmpty ? Int(link.staff) : Int(random.one(of: near)),
      marks: random.percent(3) ? 1 << UInt64(random.below(plan.marks.count)) : 0,
      recorded: -random.below(24 * 1_800)
    )
  }

  /// The marks on a patient as a whole, as bits: one of a hundred has one.
  public func marks(of patient: Int) -> UInt64 {
    var random = Randomness(seed: plan.seed, .charts, patient << 12 + 4_095)
    return random.percent(1) ? 1 << UInt64(random.below(plan.marks.count)) : 0
  }

  /// Questions as they come in a working day.
  ///
  /// Nine of ten are asked by somebody at the unit of a link that is in force, of something that the
  /// role knows; the others by anybody, of anybody, of anything.
  public func questions(_ count: Int) -> [Question] {
    let permissions = plan.permissions()
    return (0..<count).map { number in
      var random = Randomness(seed: plan.seed, .requests, number)
      let visitor = visitor(&random)
      return question(of: visitor, permissions, &random)
    }
  }

  /// People before charts, each with several questions about the one chart; who comes, and what is
  /// asked, is as in ``questions(_:)``.
  public func visits(_ count: Int, asks: Int) -> [[Question]] {
    let permissions = plan.permissions()
    return (0..<count).map { number in
      var random = Randomness(seed: plan.seed, .visits, number)
      let visitor = visitor(&random)
      return (0..<asks).map { _ in question(of: visitor, permissions, &random) }
    }
  }

  /// Somebody before a chart.
  private struct Visitor {
    let staff: Int
    let patient: Int
    let isAtWork: Bool
  }

  private func visitor(_ random: inout Randomness) -> Visitor {
    guard random.percent(90), let link = workingLink(&random) else {
      return Visitor(
        staff: random.below(staff.count),
        patient: random.below(patients),
        isAtWork: false
      )
    }
    return Visitor(staff: link.staff, patient: patient(ofLink: link.number), isAtWork: true)
  }

  private func question(
    of visitor: Visitor,
    _ permissions: [[UInt64]],
    _ random: inout Randomness
  ) -> Question {
    guard visitor.isAtWork else {
      return Question(
        staff: visitor.staff,
        patient: visitor.patient,
        item: random.below(100),
        action: random.below(Vocabulary.actions.count)
      )
    }
    let action = random.percent(85) ? 0 : random.below(Vocabulary.actions.count)
    let permitted = permissions[Int(staff[visitor.staff].template)][action]
    var item = random.below(100)
    for _ in 0..<6
    where permitted & 1 << UInt64(entry(item, of: visitor.patient).contentClass) == 0 {
      item = random.below(100)
    }
    return Question(staff: visitor.staff, patient: visitor.patient, item: item, action: action)
  }

  /// A link in force, and somebody near it whose role has a relationship that it makes.
  private func workingLink(_ random: inout Randomness) -> (number: Int, staff: Int)? {
    for _ in 0..<40 {
      let number = Int(random.one(of: livingLinks))
      let link = links[number]
      guard let staff = staffNear[Int(link.unit)].randomElement(using: &random) else { continue }
      let makesOne = plan.templates[Int(self.staff[Int(staff)].template)].relationships.contains {
        let relationship = plan.relationships[$0]
        return relationship.kinds.contains(Int(link.kind))
          && (relationship.tie == .unit || relationship.tie == .enterprise || link.staff == staff)
          && Int(link.starts) - relationship.before * 24 <= 0
      }
      if makesOne { return (number, Int(staff)) }
    }
    return nil
  }
}
