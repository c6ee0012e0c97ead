public import AccessPolicy

/// Two roles side by side, or one role in two policy sets: where the answers differ.
public struct DryRunComparison: Sendable {
  /// Two answers to the same question.
  public struct Sign: Sendable, Hashable {
    /// What the first answers.
    public let first: DryRunSign
    /// What the second answers.
    public let second: DryRunSign

    /// Whether the holder would notice.
    public var differs: Bool { first != second }
  }

  /// A question that both were asked, and both answers.
  public struct Difference: Sendable {
    /// The first's cell; `nil` where no role of its policy set may do this.
    public let first: DryRunCell?
    /// The second's cell; `nil` where no role of its policy set may do this.
    public let second: DryRunCell?
  }

  /// The first role.
  public let first: DryRunReport
  /// The second role.
  public let second: DryRunReport
  /// The situations, kinds of content and places that only one of them has; nothing is compared there.
  public let notCompared: [SituationID]
  /// What differs about patients, as tables show it; the rows and blocks that have a difference.
  public let aboutPatients: DryRunTable<Sign>
  /// What differs without a patient.
  public let withoutPatient: DryRunTable<Sign>
  /// Every question whose answers differ.
  public let differences: [Difference]

  /// Compares two roles.
  ///
  /// What no role of a policy set may do is compared as closed there.
  public init(_ first: DryRunReport, _ second: DryRunReport) {
    self.first = first
    self.second = second
    let ids = [first, second].map(Self.ids)
    notCompared = ids[0].symmetricDifference(ids[1]).sorted()
    let about = Self.compared(
      first.aboutPatients,
      second.aboutPatients,
      ids[0].intersection(ids[1]),
      in: first.standard
    )
    let without = Self.compared(
      first.withoutPatient,
      second.withoutPatient,
      ids[0].intersection(ids[1]),
      in: first.standard
    )
    aboutPatients = Self.table(about)
    withoutPatient = Self.table(without)
    differences = (about + without).filter { $0.sign.differs }
      .map { Difference(first: $0.first, second: $0.second) }
  }

  /// Whether both are answered alike, in every situation that both have.
  public var isEmpty: Bool { differences.isEmpty }

  private struct Compared {
    let first: DryRunCell?
    let second: DryRunCell?

    var sign: Sign {
      Sign(first: first?.sign ?? .closed, second: second?.sign ?? .closed)
    }
  }

  private struct Question: Hashable {
    let action: ActionID
    let contentClass: ContentClassID
    let content: SituationID?
    let situation: SituationID

    init(_ cell: DryRunCell) {
      action = cell.action
      contentClass = cell.contentClass
      content = cell.content
      situation = cell.situation
    }
  }

  /// Where cells stand in the tables of a policy set, whatever the order of their own is.
  private struct Order {
    private let contents: [SituationID: Int]
    private let columns: [SituationID: Int]
    private let places: [SituationID: Int]

    init(_ standard: StandardSituations) {
      contents = Self.positions(standard.content)
      columns = Self.positions(standard.situations)
      places = Self.positions(standard.withoutPatient)
    }

    /// Where a cell stands: its row, its column, and last its place among those of its own set.
    func callAsFunction(_ cell: DryRunCell, _ offset: Int) -> [Int] {
      let last = Int.max
      guard let content = cell.content else { return [0, places[cell.situation] ?? last, offset] }
      return [contents[content] ?? last, columns[cell.situation] ?? last, offset]
    }

    private static func positions(_ entries: [StandardSituations.Entry]) -> [SituationID: Int] {
      Dictionary(
        entries.enumerated().map { ($0.element.id, $0.offset) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  private static func ids(_ report: DryRunReport) -> Set<SituationID> {
    let standard = report.standard
    return Set((standard.situations + standard.content + standard.withoutPatient).map(\.id))
  }

  /// - Parameter standard: the first's situations, in whose order both are laid out.
  private static func compared(
    _ first: [DryRunCell],
    _ second: [DryRunCell],
    _ shared: Set<SituationID>,
    in standard: StandardSituations
  ) -> [Compared] {
    let isShared = { (cell: DryRunCell) in
      shared.contains(cell.situation) && (cell.content.map(shared.contains) ?? true)
    }
    var others: [Question: DryRunCell] = [:]
    for cell in second where isShared(cell) { others[Question(cell)] = cell }
    var answered: [Compared] = []
    for cell in first where isShared(cell) {
      answered.append(Compared(first: cell, second: others.removeValue(forKey: Question(cell))))
    }
    let order = Order(standard)
    let rest = second.filter { others[Question($0)] != nil }.enumerated()
      .sorted {
        order($0.element, $0.offset).lexicographicallyPrecedes(order($1.element, $1.offset))
      }
      .map(\.element)
    return answered + rest.map { Compared(first: nil, second: $0) }
  }

  private static func table(_ compared: [Compared]) -> DryRunTable<Sign> {
    let answers = compared.compactMap { pair -> DryRunTable<Sign>.Answer? in
      (pair.first ?? pair.second).map {
        DryRunTable<Sign>.Answer(
          action: $0.action,
          contentClass: $0.contentClass,
          content: $0.content,
          sign: pair.sign
        )
      }
    }
    return DryRunTable<Sign>(answers).rows(where: \.differs)
  }
}
