public import AccessPolicy

/// Reads the files of a policy set: text to trees, nothing more.
public enum PolicyFolder {
  /// The folder beside the policy files that holds scenarios.
  static let scenarios = "scenarios"

  /// Reads every `*.yaml` and `*.yml` of a folder, or one file, in the byte order of their paths.
  ///
  /// Hidden files are skipped, and so is the folder `scenarios` at the top. A document that cannot be
  /// read has no root; its text is there for excerpts. Never throws: what is wrong with the folder,
  /// or with a file, is among the mistakes.
  public static func load(
    _ path: String,
    limits: ReadingLimits = .standard
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    var reader = FolderReader(limits: limits)
    if FolderReader.isFolder(path) {
      reader.readFolder(path, skipping: scenarios)
      if reader.isEmpty {
        reader.report(.noPolicyFiles(path))
      }
    } else if FolderReader.exists(path) {
      reader.readFile(path, shownAs: path)
    } else {
      reader.report(.nothingThere(path, what: "folder or file"))
    }
    return (reader.documents, reader.diagnostics.sorted())
  }
}
