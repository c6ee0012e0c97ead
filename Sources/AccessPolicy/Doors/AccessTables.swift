/// What a session and a chart come to, in the form in which look-ups read it.
///
/// A class, so that a look-up goes by one reference and copies none of the tables.
final class AccessTables: Sendable {
  let fingerprint: UInt64
  let policy: LookupTables
  let comparison: CellComparison

  // Of the session.
  let closedBy: Verdict.Gate?
  let isReadOnly: Bool
  let unlicensed: [UInt64]
  let rightsOfCell: [Int32]
  let rights: [OpenSession.Right]

  // Of the chart.
  let hasPatient: Bool
  let items: [OpenChart.Item]
  let itemCells: [FactCell]
  let contentColumns: Int
  let scopeCells: [FactCell]
  let markedItems: [UInt64]
  let areBlocksUnknown: Bool

  // Of both.
  /// What is left of conditions for each item to answer.
  let steps: [ResidualProgram.Step]
  /// The conditions of ``OpenSession/conditionalGrants``.
  let grantConditions: [Residual]
  /// What can open the relationship gate at standard access, in order, up to the first that does.
  let openers: [Opener]
  /// What can open it with a reason, in order.
  let takingOpeners: [Opener]
  /// Reach rules, standard ones first.
  let reach: [Opener]
  /// For each self-authorisation rule, how it answers.
  let selfAuthorisations: [Asked]
  /// For each mark, what it asks; only that of marks in ``OpenChart/someMarks`` and of derived ones.
  let marks: [MarkState]
  /// Marks that are, or may be, in force without being set.
  let derivedMarks: [Int]
  /// Blocks that are, or may be, in force on some item.
  let blocks: [BlockState]
  /// For each block in ``blocks``, the classes that it covers.
  let blockedClasses: [Bool]
  let liveGrants: [LiveGrant]

  init(
    _ opening: inout AccessOpening,
    grants: [Grant],
    justifications: [Justification]
  ) {
    let (session, chart) = (opening.session, opening.chart)
    fingerprint = opening.compiled.fingerprint
    policy = opening.compiled.lookups
    closedBy = session.closedBy
    isReadOnly = session.isReadOnly
    unlicensed = session.unlicensed.words
    rightsOfCell = session.rightsOfCell
    rights = session.rights
    hasPatient = chart.chart.patient != nil
    items = chart.items
    itemCells = chart.itemCells
    contentColumns = opening.compiled.lookups.slots.contentSlots.count
    scopeCells = chart.scopeCells
    markedItems = chart.marks
    areBlocksUnknown = chart.areBlocksUnknown

    grantConditions = opening.grantConditions()
    openers = opening.openers(session.relationships)
    takingOpeners = opening.openers(session.takingRelationships)
    reach = opening.reach()
    selfAuthorisations = opening.selfAuthorisations(justifications)
    liveGrants = opening.liveGrants(grants)
    let marks = opening.marks()
    self.marks = marks
    derivedMarks = opening.compiled.lookups.derivedMarks.filter { marks[$0].derived != .no }
    (blocks, blockedClasses) = opening.blocks()
    comparison = opening.folding.comparison
    steps = opening.folding.program.steps
  }

  /// A rule that can open the relationship gate.
  struct Opener: Sendable {
    let number: Int32
    /// The position of the link, among the patient's, or of the reach rule among its kind; -1 for
    /// self-authorisation for a patient.
    let link: Int32
    let takes: Int32
    let condition: Residual
  }

  /// A self-authorisation rule before this chart.
  struct Asked: Sendable {
    /// Whether the role has it, and whether its criteria hold; `no` when it does not answer.
    var condition = Residual.no
    /// Whether a reason was given that it accepts.
    var isReasonAccepted = false
  }

  /// A grant of a self-authorisation rule that is live now, and fits but for what it covers.
  struct LiveGrant: Sendable {
    let rule: Int32
    /// What it covers, as the rule's scope is counted: a class, or the number of a text.
    let covers: Int64
  }

  /// A mark before this chart.
  struct MarkState: Sendable {
    /// Whether it is in force without being set.
    var derived = Residual.no
    /// Whether the reader is inside its circle.
    var circle = Residual.no
    /// Whether it hides what it closes.
    var hides = Residual.no
    /// The self-authorisation rule that opens it; -1 for none.
    var override: Int32 = -1
  }

  /// A block before this session that is in force, or may be, on what it covers.
  struct BlockState: Sendable {
    /// Its position among the patient's.
    let position: Int32
    /// The dense index of its kind; -1 for one that nothing declares.
    let kind: Int32
    let coverage: ChartBlock.Coverage
    /// Where the classes that it covers begin among ``AccessTables/blockedClasses``.
    let classes: Int
    let entriesFrom: FactCell
    let hides: Residual
  }
}
