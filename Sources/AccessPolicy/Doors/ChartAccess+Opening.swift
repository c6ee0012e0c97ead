extension ChartAccess {
  /// Decides what depends on session and patient alone.
  ///
  /// - Complexity: linear in the patient's links times the relationships of the role.
  init(
    session: OpenSession,
    chart: OpenChart,
    now: Moment,
    grants: [Grant],
    justifications: [Justification],
    attributes: Attributes
  ) {
    var opening = AccessOpening(session, chart, now, attributes)
    self.session = session
    self.chart = chart
    self.now = now
    self.grants = grants
    self.justifications = justifications
    self.attributes = attributes
    grantConditions = session.conditionalGrants.map { opening.folding.fold($0) }
    openers = opening.openers(session.relationships)
    takingOpeners = opening.openers(session.takingRelationships)
    reach = opening.reach()
    selfAuthorisations = opening.selfAuthorisations(justifications)
    liveGrants = opening.liveGrants(grants)
    let marks = opening.marks()
    self.marks = marks
    derivedMarks = session.engine.compiled.lookups.derivedMarks.filter { marks[$0].derived != .no }
    blocks = opening.blocks()
    comparison = opening.folding.comparison
    program = opening.folding.program
    holdsUntil = [opening.folding.nextChange, session.holdsUntil].compactMap(\.self).min()
  }
}
