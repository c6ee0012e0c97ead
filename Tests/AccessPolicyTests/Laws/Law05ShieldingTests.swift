import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// One more mark or block never makes the outcome more lenient, nor any gate, and reveals nothing.
  @Test func `more shielding is never more lenient`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 20) { lawCase in
      for (what, more) in lawCase.request.withOneShieldMore(lawCase.world.names) {
        let (before, after) = (lawCase.decision, lawCase.world.engine.decide(more))
        tally.count("\(what) changed the outcome", if: after.outcome > before.outcome)
        if after.outcome < before.outcome { return "\(what) more made the outcome more lenient" }
        let lenient = before.stricterGates(than: after)
        if !lenient.isEmpty { return "\(what) more made \(lenient) more lenient" }
        tally.count("\(what) hid", if: after.hidesExistence && !before.hidesExistence)
        if before.hidesExistence, !after.hidesExistence { return "\(what) more revealed" }
      }
      return nil
    }
    try LawWorlds.check { lawCase in
      for fewer in lawCase.request.withoutOneBlock() {
        let (before, after) = (lawCase.world.engine.decide(fewer), lawCase.decision)
        tally.count("a block changed the outcome", if: after.outcome > before.outcome)
        if after.outcome < before.outcome { return "a block more made the outcome more lenient" }
        tally.count("a block hid", if: after.hidesExistence && !before.hidesExistence)
        if before.hidesExistence, !after.hidesExistence { return "a block more revealed" }
      }
      return nil
    }
    for source in ["item", "contact", "patient"] {
      tally.expect("a mark on the \(source) changed the outcome", atLeast: 30)
      tally.expect("a mark on the \(source) hid", atLeast: 30)
    }
    tally.expect("a block hid", atLeast: 5)
    tally.expect("a block changed the outcome", atLeast: 15)
  }

  /// One more mark on a unit never makes the outcome more lenient.
  @Test func `more shielding of units is never more lenient`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() where !world.names.marks.isEmpty {
      var dice = Dice(seed: world.seed, 5, UInt64(world.number))
      let mark = dice.pick(world.names.marks)
      // A unit at the top, since what stands beneath inherits its marks.
      let tops = world.policy.organisation.filter { $0.entry.parent == nil }
      let unmarked = tops.filter { !$0.entry.marks.contains(mark) }
      guard let (unit, entry) = dice.pickAny(unmarked) else { continue }
      let shielded = try world.changing { sections in
        for index in sections.indices where sections[index].name == "organisation" {
          let marks = entry.marks.map(\.text).sorted() + [mark.text]
          sections[index].body[unit.text]?["marks"] = .ids(marks)
        }
      }
      for number in 0..<20 {
        let request = world.request(number)
        let (before, after) = (world.engine.decide(request), shielded.engine.decide(request))
        tally.count("a mark on a unit changed the outcome", if: after.outcome > before.outcome)
        guard before.stricterGates(than: after).isEmpty, after.outcome >= before.outcome else {
          Issue.record("\(mark) on \(unit)\n\(world.report(of: request, number: number))")
          return
        }
      }
    }
    tally.expect("a mark on a unit changed the outcome", atLeast: 10)
  }
}

extension AccessRequest {
  /// The request with one mark more on the item, the contact or the patient, for each of them.
  fileprivate func withOneShieldMore(
    _ names: Directory
  ) -> [(what: String, request: AccessRequest)] {
    var requests: [(what: String, request: AccessRequest)] = []
    for mark in names.marks + [Strange.id()] {
      var onItem = self
      if onItem.content.marks.insert(mark) { requests.append(("a mark on the item", onItem)) }
      if case .known(var contact) = content.contact, contact.marks.insert(mark) {
        var onContact = self
        onContact.content.contact = .known(contact)
        requests.append(("a mark on the contact", onContact))
      }
      var onPatient = self
      if onPatient.patient?.marks.insert(mark) == true {
        requests.append(("a mark on the patient", onPatient))
      }
    }
    return requests
  }

  fileprivate func withoutOneBlock() -> [AccessRequest] {
    guard case .known(let blocks)? = patient?.blocks else { return [] }
    return blocks.indices.map { index in
      var request = self
      var fewer = blocks
      fewer.remove(at: index)
      request.patient?.blocks = .known(fewer)
      return request
    }
  }
}

extension Fact<Set<MarkID>> {
  /// Adds a mark to a set that is known or absent; answers whether it is new there.
  fileprivate mutating func insert(_ mark: MarkID) -> Bool {
    guard !isUnknown else { return false }
    var marks = value ?? []
    guard marks.insert(mark).inserted else { return false }
    self = .known(marks)
    return true
  }
}
