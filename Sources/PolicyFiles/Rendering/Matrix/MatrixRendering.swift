public import AccessPolicy
public import PolicyScenarios

extension AccessMatrix {
  /// The matrix as text, no line of which is longer than the width of a terminal.
  ///
  /// - Parameter asksWhoCan: shows for each content class who can, instead of all classes together.
  public func text(in language: Language, width: Int = 80, asksWhoCan: Bool = false) -> String {
    MatrixPage(self, language, isReverse: asksWhoCan).page.text(width: max(width, 40))
  }

  /// The matrix as Markdown.
  public func markdown(in language: Language, asksWhoCan: Bool = false) -> String {
    MatrixPage(self, language, isReverse: asksWhoCan).page.markdown
  }

  /// The matrix as a page for browsers that needs nothing but itself.
  public func html(in language: Language, asksWhoCan: Bool = false) -> String {
    MatrixHTML(self, language, isReverse: asksWhoCan).page.text
  }

  /// Every answer with its rules, one line each, as spreadsheets read it.
  public func csv(in language: Language) -> String { MatrixRecords(self, language).csv }

  /// Every answer with its rules, as JSON.
  public func json(in language: Language) -> String {
    JSONWriter.page(MatrixRecords(self, language).json)
  }
}
