public import AccessPolicy
import Foundation

/// Reads the files of scenarios: text to trees, nothing more.
public enum ScenarioFolder {
  /// Reads the folder `scenarios` of a policy set, which is named by its folder or by one file in it.
  ///
  /// A missing folder, and one without files, are mistakes: a run without scenarios proves nothing.
  public static func load(
    policyPath: String,
    limits: ReadingLimits = .standard
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    let folder =
      if FolderReader.isFolder(policyPath) {
        FolderReader.withoutEndingSlashes(policyPath)
      } else {
        URL(fileURLWithPath: policyPath).deletingLastPathComponent().relativePath
      }
    let path = FolderReader.join(folder == "." ? "" : folder, PolicyFolder.scenarios)
    guard FolderReader.isFolder(path) else { return ([], [.noScenarioFolder(path)]) }
    return load(path, limits: limits)
  }

  /// Reads every `*.yaml` and `*.yml` of a folder of scenarios, or one file.
  public static func load(
    _ path: String,
    limits: ReadingLimits = .standard
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    var reader = FolderReader(limits: limits)
    if FolderReader.isFolder(path) {
      reader.readFolder(path)
      if reader.documents.isEmpty, reader.diagnostics.isEmpty {
        reader.report(.noScenarioFiles(path))
      }
    } else if FolderReader.exists(path) {
      reader.readFile(path, shownAs: path)
    } else {
      reader.report(.nothingThere(path, what: "folder or file with scenarios"))
    }
    return (reader.documents, reader.diagnostics.sorted())
  }
}
