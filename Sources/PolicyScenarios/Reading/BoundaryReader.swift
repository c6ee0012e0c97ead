import AccessPolicy

/// Reads a boundary: the instants at which a care relationship should open and close.
///
/// The case says where the edges are, counted from the link. They are not taken from the policy set:
/// a window that is shifted there must make the case fail.
struct BoundaryReader {
  let cells: CellReader

  private var values: ValueReader { cells.expectations.values }
  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }
  private var situation: Situation { cells.situation }

  func cells(_ node: DocumentNode, at place: SourceRange) -> [Cell] {
    guard
      var reader = RecordReader(node, as: .boundary, owner: "`boundary`", at: place, sink: sink)
    else { return [] }
    let relationship = reader.declared("relationship", in: policy.careRelationships, values)
    let linkName = reader.text("link")
    let action = reader.text("action").flatMap { cells.action($0) }
    let itemName = reader.text("item")
    let item = itemName.flatMap { cells.item($0) }
    var edges: [EdgeExpectation] = []
    for edge in Cell.Edge.allCases {
      guard let node = reader.node(edge.rawValue) else { continue }
      let key = Located(edge.rawValue, at: reader.place(of: edge.rawValue))
      if let expectation = expectation(node, edge, key) { edges.append(expectation) }
    }
    if edges.isEmpty { sink.report(.noCells(in: "`boundary`", at: place)) }
    reader.finish()
    if !situation.hasPatient { sink.report(.boundaryWithoutPatient(at: place)) }
    let session = situation.staff.flatMap { cells.session($0) }
    let link = linkName.flatMap { self.link($0, relationship) }
    guard let link else { return [] }
    return edges.flatMap { edge -> [Cell] in
      guard let instant = instant(edge, link), let staff = situation.staff,
        let session, let action, let itemName, let item
      else { return [] }
      return edge.sides.map { side in
        cells.cell(
          .boundary(edge.edge, side.side),
          staff: staff.value,
          session,
          action,
          (itemName.value, item),
          side.expectation,
          now: instant + side.side.offset,
          at: side.range
        )
      }
    }
  }

  private func expectation(_ node: DocumentNode, _ edge: Cell.Edge, _ key: Located<String>)
    -> EdgeExpectation?
  {
    guard
      var reader = RecordReader(
        node,
        as: .edge,
        owner: "`\(key.value)`",
        at: key.range,
        sink: sink
      )
    else { return nil }
    let place = reader.plain("edge")
    let instant = place.flatMap { WindowEdgeText.parse($0.value, anchor: nil) }
    if let place, instant == nil { sink.report(.notAnEdge(place)) }
    var sides: [EdgeExpectation.OnSide] = []
    for side in Cell.Side.allCases {
      guard let node = reader.node(side.rawValue),
        let expectation = cells.expectations.expectation(node)
      else { continue }
      let range = reader.place(of: side.rawValue)
      sides.append(EdgeExpectation.OnSide(side: side, expectation: expectation, range: range))
    }
    reader.finish()
    return EdgeExpectation(edge: edge, key: key, place: instant, sides: sides)
  }

  /// The link of the patient, if it is of a kind that can make the relationship.
  private func link(_ name: Located<String>, _ relationship: RelationshipID?) -> Link? {
    guard let patient = situation.patient?.patient else { return nil }
    guard let link = patient.links.first(where: { $0.id == LinkRef(name.value) }) else {
      let names = patient.links.map(\.id.text)
      sink.report(
        .notOfPatient("link", name.value, patient: patient.id.text, among: names, at: name.range)
      )
      return nil
    }
    if let relationship, let rule = policy.careRelationships[relationship],
      !rule.links.contains(link.kind)
    {
      let kinds = rule.links.map(\.text).sorted()
      sink.report(
        .otherKindOfLink(name, kind: link.kind, relationship: relationship, kinds: kinds)
      )
      return nil
    }
    return link
  }

  /// The instant of an edge, counted from the link; reports an end that the link does not have.
  private func instant(_ edge: EdgeExpectation, _ link: Link) -> Instant? {
    guard case .relative(let anchor, let span)? = edge.place else { return nil }
    guard let instant = (anchor == .start ? link.starts : link.ends).value else {
      sink.report(.edgeNotKnown(edge.key, link: link.id.text, anchor: anchor))
      return nil
    }
    return instant + span
  }
}

/// What is expected around one edge.
private struct EdgeExpectation {
  let edge: Cell.Edge
  let key: Located<String>
  /// Where the case says that the edge is; `nil` when that cannot be read.
  let place: Window.Edge?
  let sides: [OnSide]

  /// What is expected on one side of it.
  struct OnSide {
    let side: Cell.Side
    let expectation: Expectation
    let range: SourceRange
  }
}
