extension Lint {
  /// A window that is counted the wrong way round: its edges cross unless the link is short.
  static let windowMayNeverOpen = Lint(code: .windowMayNeverOpen) { subject in
    subject.policy.careRelationships.compactMap { id, relationship in
      guard case .relative(.end, let opens) = relationship.window.opens,
        case .relative(.start, let closes) = relationship.window.closes
      else { return nil }
      let (length, overflows) = closes.seconds.subtractingReportingOverflow(opens.seconds)
      let longest = TimeSpan(seconds: overflows ? .max : length)
      return LintFinding(
        about: relationship.term,
        .windowMayNeverOpen(id, relationship.window, longest: longest, at: relationship.term.range)
      )
    }
  }
}
