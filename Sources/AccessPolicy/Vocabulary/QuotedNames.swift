extension Sequence where Element: CustomStringConvertible {
  /// The names as messages show them, between commas or another separator.
  package func quoted(by separator: String = ", ") -> String {
    map { "`\($0)`" }.joined(separator: separator)
  }

  /// The names as messages show them, with a word before the last: `a`, `b` and `c`.
  package func quoted(_ last: String) -> String {
    let names = Array(self)
    guard let final = names.last, names.count > 1 else { return names.quoted() }
    return "\(names.dropLast().quoted()) \(last) `\(final)`"
  }
}
