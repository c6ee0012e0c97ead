import AccessPolicy
import PolicyTestSupport

extension RequestWriter {
  /// A staff record with most of its fields filled.
  mutating func staffRecord(_ number: Int) -> StaffRecord {
    fog = dice.pick([0, 0, 0, 1, 4, 20])
    strangeness = dice.pick([0, 0, 0, 0, 2])
    now = Instant(dice.pick(Pool.bases)) ?? now
    // Few keys, so that some meet.
    let key = dice.percent(97) ? "\(number)" : "\(dice.below(number + 1))"
    let from = fact(instant(past: 90), absent: 10)
    return StaffRecord(
      id: StaffRecordRef(key),
      staff: staff(likely: 30),
      employer: fact(unit(likely: 30), absent: 10),
      workplace: fact(unit(likely: 20), absent: 1),
      from: from,
      until: dice.percent(60) ? .absent : fact(instant(past: 10), absent: 10),
      attributes: attributes(of: .record),
      place: SourceRange(file: "staff.csv", line: number + 2, column: 1)
    )
  }
}

extension World {
  /// A staff record, always the same for the same number.
  func staffRecord(_ number: Int) -> StaffRecord {
    var writer = RequestWriter(
      policy: policy,
      names: names,
      dice: Dice(seed: seed, 4, UInt64(self.number), UInt64(number))
    )
    return writer.staffRecord(number)
  }
}
