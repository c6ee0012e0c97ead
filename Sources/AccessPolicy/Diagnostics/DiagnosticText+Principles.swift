// The sentences for principles.

extension Diagnostic {
  static func demandsNothing(_ owner: String, at range: SourceRange) -> Diagnostic {
    .conflictingKeys(
      "\(owner) demands nothing",
      help: "say what must hold with `never:`, `reasons:`, `obligations:` or `independentOf:`",
      at: range
    )
  }

  static func reasonTermsOfNothing(_ owner: String, at range: SourceRange) -> Diagnostic {
    .conflictingKeys(
      "\(owner) asks nothing of reasons",
      help: "say what they must take with `obligations:`, `longest:` or `leastText:`",
      at: range
    )
  }

  static func neverAnything(_ owner: String, at range: SourceRange) -> Diagnostic {
    .conflictingKeys(
      "\(owner) forbids every answer, and every request gets one",
      help: "leave out the answer that is right",
      at: range
    )
  }

  static func neitherNoneNorList(_ text: String, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .wrongValue,
      "\(what) cannot be `\(text)`",
      help: "write `none`, or a list: `[\(text)]`",
      at: range
    )
  }

  static func linksOfNobody(_ owner: String, at range: SourceRange, condition: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .conflictingKeys,
      "\(owner) speaks of patients without patient logistics, and its `when` looks at `link.…`",
      help: "take `links: none` out, or what `when` says of links",
      at: range,
      related: [Located("the condition", at: condition)]
    )
  }

  /// A fact of which a principle cannot say that nothing depends on it.
  static func cannotBeIndependent(_ fact: String, in owner: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .wrongValue,
      "\(owner) cannot say that no answer depends on `\(fact)`",
      help: "name facts that can change while role, action, content class, time, patient and marks "
        + "stay the same, such as `content.author` or `session.ownRecord`",
      at: range
    )
  }
}
