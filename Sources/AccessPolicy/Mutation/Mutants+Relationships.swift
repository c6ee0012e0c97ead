// Care relationships, reach and self-authorisation.

extension Mutants {
  var ofRelationships: [Mutant] {
    policy.careRelationships.flatMap { id, relationship -> [Mutant] in
      let maker = MutantMaker(
        .relationship,
        id.text,
        relationship.term,
        touches: .relationship(id)
      )
      let change: @Sendable (inout Policy, (inout CareRelationship) -> Void) -> Void = {
        $0.careRelationships.change(id, $1)
      }
      return [maker(.removed) { change(&$0) { $0.condition = .constant(false) } }]
        + maker.losing(relationship.links, key: "links") { policy, left in
          change(&policy) { $0.links = left }
        }
        + maker.limiting(relationship.statuses, key: "statuses") { policy, left in
          change(&policy) { $0.statuses = left }
        }
        + maker.condition(relationship.condition, key: "where") { policy, condition in
          change(&policy) { $0.condition = condition }
        }
        + windows(relationship.window, maker) { policy, window in
          change(&policy) { $0.window = window }
        }
        + maker.limiting(relationship.purposes, key: "purposes") { policy, left in
          change(&policy) { $0.purposes = left }
        }
        + level(relationship.takes, holders: { $0.relationships.contains(id) }, maker) {
          policy,
          takes in
          change(&policy) { $0.takes = takes }
        }
        + maker.losing(relationship.obligations, key: "obligations", keepsLast: false) {
          policy,
          left in
          change(&policy) { $0.obligations = left }
        }
    }
  }

  /// Each edge one second earlier and later, and without a bound.
  private func windows(
    _ window: Window,
    _ maker: MutantMaker,
    _ edit: @escaping @Sendable (inout Policy, Window) -> Void
  ) -> [Mutant] {
    Window.Side.allCases.flatMap { side -> [Mutant] in
      let edge = side == .opens ? window.opens : window.closes
      guard case .relative(let anchor, let span) = edge else { return [] }
      func with(_ edge: Window.Edge) -> Window {
        side == .opens
          ? Window(opens: edge, closes: window.closes) : Window(opens: window.opens, closes: edge)
      }
      let shifted = [Int64(-1), 1].map { second in
        let moved = with(.relative(anchor, TimeSpan(seconds: span.seconds + second)))
        return maker(
          .shifted(key: side.rawValue, edge: edge.description, isEarlier: second < 0)
        ) { edit(&$0, moved) }
      }
      let unbounded = with(.unbounded)
      return shifted + [maker(.freed(key: side.rawValue)) { edit(&$0, unbounded) }]
    }
  }

  var ofReach: [Mutant] {
    policy.reach.flatMap { id, reach -> [Mutant] in
      let maker = MutantMaker(.reach, id.text, reach.term, touches: .reach(id))
      let change: @Sendable (inout Policy, (inout Reach) -> Void) -> Void = {
        $0.reach.change(id, $1)
      }
      return [maker(.removed) { change(&$0) { $0.condition = .constant(false) } }]
        + maker.losing(reach.contentClasses, key: "on") { policy, left in
          change(&policy) { $0.contentClasses = left }
        }
        + maker.condition(reach.condition, key: "where") { policy, condition in
          change(&policy) { $0.condition = condition }
        }
        + maker.limiting(reach.purposes, key: "purposes") { policy, left in
          change(&policy) { $0.purposes = left }
        }
        + level(reach.takes, holders: { $0.reach.contains(id) }, maker) { policy, takes in
          change(&policy) { $0.takes = takes }
        }
        + maker.losing(reach.obligations, key: "obligations", keepsLast: false) { policy, left in
          change(&policy) { $0.obligations = left }
        }
    }
  }

  var ofSelfAuthorisation: [Mutant] {
    policy.selfAuthorisation.flatMap { id, rule -> [Mutant] in
      let maker = MutantMaker(
        .selfAuthorisation,
        id.text,
        rule.term,
        touches: .selfAuthorisation(id)
      )
      let change: @Sendable (inout Policy, (inout SelfAuthorisation) -> Void) -> Void = {
        $0.selfAuthorisation.change(id, $1)
      }
      var mutants = [maker(.removed) { change(&$0) { $0.condition = .constant(false) } }]
      mutants += maker.condition(rule.condition, key: "when") { policy, condition in
        change(&policy) { $0.condition = condition }
      }
      mutants += maker.limiting(rule.purposes, key: "purposes") { policy, left in
        change(&policy) { $0.purposes = left }
      }
      mutants += maker.losing(rule.reasons, key: "reasons") { policy, left in
        change(&policy) { $0.reasons = left }
      }
      mutants += maker.least(Int64(rule.leastText), key: "leastText") { policy, least in
        change(&policy) { $0.leastText = Int(clamping: least ?? 0) }
      }
      mutants += maker.limiting(rule.textRequiredFor, key: "textRequiredFor") { policy, left in
        change(&policy) { $0.textRequiredFor = left }
      }
      for second in [Int64(-1), 1] {
        mutants.append(
          maker(
            .shifted(
              key: "lifetime",
              edge: rule.lifetime.description,
              isEarlier: second < 0
            )
          ) { change(&$0) { $0.lifetime = TimeSpan(seconds: rule.lifetime.seconds + second) } }
        )
      }
      return mutants
        + maker.losing(rule.obligations, key: "obligations", keepsLast: false) { policy, left in
          change(&policy) { $0.obligations = left }
        }
    }
  }
}
