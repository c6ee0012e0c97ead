import Foundation

/// The root of a checkout.
enum SourceRoot {
  /// The nearest folder at or above `folder` that git keeps its own beside; without one, `folder`.
  static func of(_ folder: String) -> String {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty {
      let candidate = "/" + parts.joined(separator: "/")
      if FileManager.default.fileExists(atPath: candidate + "/.git") { return candidate }
      parts.removeLast()
    }
    return folder
  }
}
