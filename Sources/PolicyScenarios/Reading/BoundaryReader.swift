import AccessPolicy

/// Reads a boundary: the instants at which the window of a care relationship opens and closes.
struct BoundaryReader {
  let cells: CellReader

  private var values: ValueReader { cells.expectations.values }
  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }
  private var situation: Situation { cells.situation }

  func cells(_ node: DocumentNode, at place: SourceRange) -> [Cell] {
    guard var reader = RecordReader(node, owner: "`boundary`", at: place, sink: sink) else {
      return []
    }
    let relationship = reader.declared(
      "relationship",
      "care relationship",
      in: policy.careRelationships,
      values
    )
    let linkName = reader.text("link", required: true)
    let action = reader.text("action", required: true).flatMap { cells.action($0) }
    let itemName = reader.text("item", required: true)
    let item = itemName.flatMap { cells.item($0) }
    var edges: [EdgeExpectation] = []
    for edge in Cell.Edge.allCases {
      guard let node = reader.node(edge.rawValue) else { continue }
      let key = Located(edge.rawValue, at: reader.place(of: edge.rawValue))
      edges.append(EdgeExpectation(edge: edge, key: key, sides: sides(node, of: key)))
    }
    if edges.isEmpty { sink.report(.noCells(in: "`boundary`", at: place)) }
    reader.finish()
    if !situation.hasPatient { sink.report(.boundaryWithoutPatient(at: place)) }
    let session = situation.staff.flatMap { cells.session($0) }
    let link = linkName.flatMap { self.link($0, relationship) }
    guard let relationship, let link else { return [] }
    return edges.flatMap { edge -> [Cell] in
      guard let instant = instant(edge, of: relationship, link), let staff = situation.staff,
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

  private func sides(_ node: DocumentNode, of edge: Located<String>) -> [EdgeExpectation.OnSide] {
    guard
      var reader = RecordReader(node, owner: "`\(edge.value)`", at: edge.range, sink: sink)
    else { return [] }
    var sides: [EdgeExpectation.OnSide] = []
    for side in Cell.Side.allCases {
      guard let node = reader.required(side.rawValue),
        let expectation = cells.expectations.expectation(node)
      else { continue }
      let range = reader.place(of: side.rawValue)
      sides.append(EdgeExpectation.OnSide(side: side, expectation: expectation, range: range))
    }
    reader.finish()
    return sides
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

  /// When the window opens or closes for the link; reports an edge that there is not.
  private func instant(_ edge: EdgeExpectation, of relationship: RelationshipID, _ link: Link)
    -> Instant?
  {
    guard let window = policy.careRelationships[relationship]?.window else { return nil }
    switch edge.edge == .opens ? window.opens : window.closes {
    case .unbounded:
      sink.report(.noEdge(edge.key, relationship: relationship))
      return nil
    case .relative(let anchor, let span):
      guard let instant = (anchor == .start ? link.starts : link.ends).value else {
        sink.report(.edgeNotKnown(edge.key, link: link.id.text, anchor: anchor))
        return nil
      }
      return instant + span
    }
  }
}

/// What is expected around one edge.
private struct EdgeExpectation {
  let edge: Cell.Edge
  let key: Located<String>
  let sides: [OnSide]

  /// What is expected on one side of it.
  struct OnSide {
    let side: Cell.Side
    let expectation: Expectation
    let range: SourceRange
  }
}
