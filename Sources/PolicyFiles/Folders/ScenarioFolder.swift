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
    let path = path(policyPath: policyPath)
    return switch FolderReader.place(path) {
    case .folder: load(path, limits: limits)
    case .nothing: ([], [.noScenarioFolder(path)])
    case .refused(let diagnostic): ([], [diagnostic])
    }
  }

  /// Reads the folder `scenarios` of a policy set if there is one; without, there is nothing to read.
  public static func loadIfThere(
    policyPath: String,
    limits: ReadingLimits = .standard
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    let path = path(policyPath: policyPath)
    return switch FolderReader.place(path) {
    case .folder: load(path, limits: limits)
    case .nothing: ([], [])
    case .refused(let diagnostic): ([], [diagnostic])
    }
  }

  /// The folder in which the scenarios of a policy set are looked for.
  private static func path(policyPath: String) -> String {
    let folder =
      if FolderReader.isFolder(policyPath) {
        FolderReader.withoutEndingSlashes(policyPath)
      } else {
        URL(fileURLWithPath: policyPath).deletingLastPathComponent().relativePath
      }
    return FolderReader.join(folder == "." ? "" : folder, PolicyFolder.scenarios)
  }

  /// Reads every `*.yaml` and `*.yml` of a folder of scenarios, or one file.
  public static func load(
    _ path: String,
    limits: ReadingLimits = .standard
  ) -> (documents: [Document], diagnostics: [Diagnostic]) {
    var reader = FolderReader(limits: limits)
    if FolderReader.isFolder(path) {
      reader.readFolder(path)
      if reader.isEmpty {
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
