package import AccessPolicy

extension Erasure {
  /// Everything that a request can leave out whole, so that less speaks for access.
  ///
  /// A deviation that takes parts of the role away is not among them: whoever leaves it out does not
  /// leave a fact unsaid, but says that nothing was taken away.
  package static func omissions(of request: AccessRequest) -> [Erasure] {
    var omissions: [Erasure] = []
    func omit(_ fact: String, _ erase: @escaping (inout AccessRequest) -> Void) {
      omissions.append(Erasure(fact: fact, erase: erase))
    }
    for id in request.session.authorisation.subtemplates.sorted() {
      omit("subtemplate \(id)") { $0.session.authorisation.subtemplates.remove(id) }
    }
    for (index, deviation) in request.session.authorisation.deviations.enumerated() {
      omit("\(deviation.id) adds") {
        $0.session.authorisation.deviations[index].adds = RoleParts()
      }
      omit("\(deviation.id).reason") {
        $0.session.authorisation.deviations[index].reason = ""
      }
      omit("\(deviation.id).approver") {
        $0.session.authorisation.deviations[index].approver = nil
      }
    }
    for index in request.justifications.indices {
      omit("justification \(index)") { $0.justifications.remove(at: index) }
      omit("justification \(index) text") { $0.justifications[index].text = "" }
    }
    for index in request.grants.indices {
      omit("grant \(index)") { $0.grants.remove(at: index) }
      omit("grant \(index) patient") { $0.grants[index].patient = nil }
      omit("grant \(index) enterprise") { $0.grants[index].enterprise = nil }
    }
    for index in (request.patient?.links ?? []).indices {
      omit("link \(index)") { $0.patient?.links.remove(at: index) }
    }
    if request.patient != nil { omit("patient") { $0.patient = nil } }
    return omissions
  }
}
