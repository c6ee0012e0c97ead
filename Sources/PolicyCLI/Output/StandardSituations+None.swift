import PolicyScenarios

extension StandardSituations {
  /// What to write where a policy set has no situations.
  static let noneDeclared = """
    error: the policy set declares no standard situations
      help: write them in a file of `scenarios/`, as docs/dry-run.md explains; to begin with:

        now: 2026-03-02T10:00+01:00
        dryRun:
          situations:
            mine-now:
              title: { nb: Egen pasient nå, en: Own patient now }
              link: { unit: holder-unit, staff: holder, team: [holder], starts: 5 days ago, ends: in 5 days }
            nobodys:
              title: { nb: Ingen relasjon, en: No relation }
          content:
            from-here:
              title: { nb: Skrevet her, en: Recorded here }
              item: { unit: holder-unit, author: a-colleague }

    """
}
