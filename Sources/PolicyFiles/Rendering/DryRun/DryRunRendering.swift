public import AccessPolicy
public import PolicyScenarios

extension DryRunReport {
  /// The dry-run as text for a terminal.
  ///
  /// - Parameter showsRules: whether the deciding rules are named under each table.
  public func text(in language: Language, showsRules: Bool = false) -> String {
    DryRunPage(self, language, showsRules: showsRules).page.text()
  }

  /// The dry-run as Markdown.
  public func markdown(in language: Language, showsRules: Bool = false) -> String {
    DryRunPage(self, language, showsRules: showsRules).page.markdown
  }

  /// Every answer with its rules, one line each, as spreadsheets read it.
  public func csv(in language: Language) -> String { DryRunCSV(language: language).text(self) }

  /// Every answer with its rules, as JSON.
  public func json(in language: Language) -> String {
    JSONWriter.page(DryRunJSON(language: language).value(self))
  }
}

extension DryRunComparison {
  /// What differs, as text for a terminal.
  public func text(in language: Language) -> String {
    DryRunComparisonPage(self, language).page.text()
  }

  /// What differs, as Markdown.
  public func markdown(in language: Language) -> String {
    DryRunComparisonPage(self, language).page.markdown
  }

  /// Every answer that differs, one line each, as spreadsheets read it.
  public func csv(in language: Language) -> String { DryRunCSV(language: language).text(self) }

  /// Every answer that differs, as JSON.
  public func json(in language: Language) -> String {
    JSONWriter.page(DryRunJSON(language: language).value(self))
  }
}
