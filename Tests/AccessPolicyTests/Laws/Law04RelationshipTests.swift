import AccessPolicy
import Testing

extension Laws {
  /// One more link, grant or subtemplate never makes the outcome stricter, nor any gate.
  @Test func `more relationship is never stricter`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      for (what, fewer) in lawCase.request.withoutOneOpening(lawCase.world.names) {
        let before = lawCase.world.engine.decide(fewer)
        let after = lawCase.decision
        tally.count("a \(what) opened a gate", if: !before.stricterGates(than: after).isEmpty)
        tally.count("a \(what) changed the outcome", if: after.outcome < before.outcome)
        if after.outcome > before.outcome { return "a \(what) more made the outcome stricter" }
        let stricter = after.stricterGates(than: before)
        if !stricter.isEmpty { return "a \(what) more made \(stricter) stricter" }
      }
      return nil
    }
    for what in ["link", "grant", "subtemplate"] {
      tally.expect("a \(what) opened a gate", atLeast: 40)
      tally.expect("a \(what) changed the outcome", atLeast: 10)
    }
  }
}

extension AccessRequest {
  /// The request without one of its links, grants or subtemplates, for each of them.
  fileprivate func withoutOneOpening(
    _ names: Directory
  ) -> [(what: String, request: AccessRequest)] {
    var requests: [(what: String, request: AccessRequest)] = []
    for index in (patient?.links ?? []).indices {
      var request = self
      request.patient?.links.remove(at: index)
      requests.append(("link", request))
    }
    for index in grants.indices {
      var request = self
      request.grants.remove(at: index)
      requests.append(("grant", request))
    }
    for subtemplate in session.authorisation.subtemplates.sorted() {
      var request = self
      request.session.authorisation.subtemplates.remove(subtemplate)
      requests.append(("subtemplate", request))
    }
    return requests
  }
}
