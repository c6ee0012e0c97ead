// Marks and blocks.

extension Mutants {
  var ofMarks: [Mutant] {
    policy.marks.flatMap { id, mark -> [Mutant] in
      let maker = MutantMaker(.mark, id.text, mark.term, touches: .mark(id))
      let change: @Sendable (inout Policy, (inout Mark) -> Void) -> Void = {
        $0.marks.change(id, $1)
      }
      var mutants = [maker(.removed) { change(&$0) { $0.covers = [] } }]
      mutants += maker.limiting(mark.covers, key: "covers") { policy, left in
        change(&policy) { $0.covers = left }
      }
      mutants += maker.limiting(mark.actions, key: "actions") { policy, left in
        change(&policy) { $0.actions = left }
      }
      if let derived = mark.derived {
        let everywhere = MutantMaker(.mark, id.text, mark.term, touches: .everything)
        mutants.append(everywhere(.freed(key: "derived")) { change(&$0) { $0.derived = nil } })
        mutants += everywhere.condition(derived, key: "derived") { policy, condition in
          change(&policy) { $0.derived = condition }
        }.filter { $0.change != .freed(key: "derived") || $0.condition == nil }
      }
      for entry in mark.circle { mutants += of(entry, mark: id) }
      if let override = mark.override {
        mutants.append(
          maker(.lost(key: "override", value: override.text)) {
            change(&$0) { $0.override = nil }
          }
        )
      }
      mutants += maker.hiding(mark.hidesExistence) { policy, condition in
        change(&policy) { $0.hidesExistence = condition }
      }
      if mark.route != nil {
        mutants.append(maker(.freed(key: "route")) { change(&$0) { $0.route = nil } })
      }
      return mutants
        + maker.losing(mark.obligations, key: "obligations", keepsLast: false) { policy, left in
          change(&policy) { $0.obligations = left }
        }
    }
  }

  private func of(_ entry: CircleEntry, mark: MarkID) -> [Mutant] {
    let id = entry.id
    let maker = MutantMaker(.circle, id.text, entry.term, touches: .mark(mark))
    let change: @Sendable (inout Policy, (inout CircleEntry) -> Void) -> Void = {
      (policy, edit) in
      policy.marks.change(mark) { mark in
        for index in mark.circle.indices where mark.circle[index].id == id {
          edit(&mark.circle[index])
        }
      }
    }
    var mutants = [
      maker(.removed) { $0.marks.change(mark) { $0.circle.removeAll { $0.id == id } } }
    ]
    if let through = entry.through {
      mutants += maker.losing(through, key: "through") { policy, left in
        change(&policy) { $0.through = left }
      }
      let other = policy.careRelationships.first {
        $0.entry.takes == nil && !through.contains($0.id)
          && !$0.entry.links.isDisjoint(with: links(of: through))
      }
      if let other {
        let more = other.id
        mutants.append(
          maker(.gained(key: "through", value: more.text)) {
            change(&$0) { $0.through?.insert(more) }
          }
        )
      }
    }
    return mutants
      + maker.condition(entry.condition, key: "when") { policy, condition in
        change(&policy) { $0.condition = condition }
      }
  }

  private func links(of through: Set<RelationshipID>) -> Set<LogisticsKindID> {
    through.reduce(into: []) { $0.formUnion(policy.careRelationships[$1]?.links ?? []) }
  }

  var ofBlocks: [Mutant] {
    policy.blocks.flatMap { id, block -> [Mutant] in
      let maker = MutantMaker(.block, id.text, block.term, touches: .block(id))
      let change: @Sendable (inout Policy, (inout BlockKind) -> Void) -> Void = {
        $0.blocks.change(id, $1)
      }
      var mutants = [maker(.removed) { change(&$0) { $0.actions = [] } }]
      mutants += maker.limiting(block.actions, key: "actions") { policy, left in
        change(&policy) { $0.actions = left }
      }
      if let override = block.override {
        mutants.append(
          maker(.lost(key: "override", value: override.text)) {
            change(&$0) { $0.override = nil }
          }
        )
      }
      mutants += maker.hiding(block.hidesExistence) { policy, condition in
        change(&policy) { $0.hidesExistence = condition }
      }
      if block.route != nil {
        mutants.append(maker(.freed(key: "route")) { change(&$0) { $0.route = nil } })
      }
      return mutants
        + maker.losing(block.obligations, key: "obligations", keepsLast: false) { policy, left in
          change(&policy) { $0.obligations = left }
        }
    }
  }
}
