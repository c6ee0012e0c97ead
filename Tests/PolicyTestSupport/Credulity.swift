package import AccessPolicy

extension AccessRequest {
  /// The request as a careless evaluator reads it: what nobody said is taken as not being there.
  package var takingSilenceAsAbsence: AccessRequest {
    var request = self
    request.session.authorisation.from.settle()
    request.session.authorisation.until.settle()
    request.session.ownRecord.settle()
    request.content.settle()
    request.patient?.settle()
    return request
  }
}

extension ContentItem {
  fileprivate mutating func settle() {
    unit.settle()
    author.settle()
    recorded.settle()
    marks.settle()
    contact.settle()
    guard case .known(var known) = contact else { return }
    known.unit.settle()
    known.marks.settle()
    contact = .known(known)
  }
}

extension Patient {
  fileprivate mutating func settle() {
    residence.settle()
    marks.settle()
    blocks.settle()
    for index in links.indices {
      links[index].starts.settle()
      links[index].ends.settle()
    }
    guard case .known(var known) = blocks else { return }
    for index in known.indices {
      known[index].from.settle()
      known[index].until.settle()
      known[index].effectuated.settle()
    }
    blocks = .known(known)
  }
}

extension Fact {
  fileprivate mutating func settle() {
    if isUnknown { self = .absent }
  }
}
