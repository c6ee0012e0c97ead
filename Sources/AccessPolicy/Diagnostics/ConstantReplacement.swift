/// What to write in the place of a condition that says nothing.
enum ConstantReplacement: Equatable {
  /// The test of a list, in words.
  case list(String)
  /// Whether these facts are there.
  case has([String])
  /// A condition that says openly that it always holds.
  case always

  /// As it is written in a condition.
  var words: String {
    switch self {
    case .list(let words): words
    case .has(let facts):
      facts.count == 1
        ? "has \(facts.joined())" : "(\(facts.map { "has \($0)" }.joined(separator: " and ")))"
    case .always: "always"
    }
  }
}
