/// Ends the process when something does not hold, so that the fuzzer keeps the input.
func invariant(_ holds: Bool, _ what: @autoclosure () -> String) {
  guard !holds else { return }
  fatalError("does not hold: \(what())")
}
