/// How much searches may try, all of them together, before every further one gives up.
///
/// It is counted, not timed, so that the same policy set always gets the same answers.
final class TrialBudget {
  private var left: Int

  init(_ trials: Int) { left = trials }

  /// Whether something was left when these were asked for.
  func spend(_ trials: Int) -> Bool {
    guard left > 0 else { return false }
    left -= trials
    return true
  }
}
