public import AccessPolicy

/// Answers of a role that are more generous, in some situation, than those which a matrix shows of its
/// template: with a subtemplate more, or as the scenarios authorise it otherwise.
public struct MatrixFurther: Sendable {
  /// The role, with what makes the difference.
  public let role: DryRunRole
  /// The subtemplates that no holder who is shown has, in order.
  public let subtemplates: [SubtemplateID]
  /// The provider record, where no holder who is shown has it.
  public let providerRecord: ProviderRecordID?
  /// The answers, situation by situation.
  public let answers: [MatrixAnswer]

  /// The ids of what it takes beside what is shown; the unit, where it is only that.
  public var onlyWith: [String] {
    let things = subtemplates.map(\.text) + [providerRecord].compactMap { $0?.text }
    return things.isEmpty ? [role.unit].compactMap { $0?.text } : things
  }
}

/// Collects the answers that are more generous than those shown, each with as little as it takes.
struct MatrixFurtherMaker {
  /// For each template, its holders who are shown.
  private var shown: [TemplateID: [DryRunHolder]] = [:]
  /// For each spot and template, the most generous of the answers that are shown.
  private var best: [MatrixSpot: [TemplateID: [Outcome]]] = [:]
  private var further: [MatrixSpot: [MatrixFurther]] = [:]

  /// Adds answers that are shown.
  mutating func add(shown role: DryRunRole, _ cells: [DryRunCell]) {
    let template = role.holder.template
    shown[template, default: []].append(role.holder)
    for (spot, cells) in Dictionary(grouping: cells, by: { MatrixSpot($0) }) {
      let outcomes = cells.map(\.decision.outcome)
      let before = best[spot]?[template] ?? outcomes
      best[spot, default: [:]][template] = zip(before, outcomes).map { min($0, $1) }
    }
  }

  /// Adds answers that may be more generous; those that take less before those that take more.
  ///
  /// - Parameter decide: Says all about an answer.
  mutating func add(
    _ role: DryRunRole,
    _ cells: [DryRunOutcome],
    decide: (AccessRequest) -> Decision
  ) {
    let holder = role.holder
    let others = shown[holder.template] ?? []
    let subtemplates = holder.subtemplates.subtracting(others.flatMap(\.subtemplates)).sorted()
    let isKnown = others.contains { $0.providerRecord == holder.providerRecord }
    for (spot, cells) in Dictionary(grouping: cells, by: { MatrixSpot($0) }) {
      let outcomes = cells.map(\.outcome)
      let before = best[spot]?[holder.template] ?? outcomes.map { _ in .deny }
      guard Self.isMore(outcomes, than: before) else { continue }
      let one = MatrixFurther(
        role: role,
        subtemplates: subtemplates,
        providerRecord: isKnown ? nil : holder.providerRecord,
        answers: cells.map { MatrixAnswer(decide($0.request)) }
      )
      let alike = (further[spot] ?? []).filter {
        $0.role.holder.template == holder.template && Set($0.onlyWith).isSubset(of: one.onlyWith)
      }
      guard alike.allSatisfy({ Self.isMore(outcomes, than: $0.answers.map(\.outcome)) }) else {
        continue
      }
      // What takes as much, or more, and gives no more is nothing to speak of.
      further[spot]?.removeAll { other in
        other.role.holder.template == holder.template
          && Set(one.onlyWith).isSubset(of: other.onlyWith)
          && !Self.isMore(other.answers.map(\.outcome), than: outcomes)
      }
      further[spot, default: []].append(one)
    }
  }

  func answers(at spot: MatrixSpot) -> [MatrixFurther] { further[spot] ?? [] }

  /// Whether some answer is more generous.
  private static func isMore(_ outcomes: [Outcome], than others: [Outcome]) -> Bool {
    zip(outcomes, others).contains { $0 < $1 }
  }
}
