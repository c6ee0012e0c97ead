import AccessPolicy

// A review for programs to read; docs/checks-for-machines.md says what stands where.
extension PolicyReview {
  /// The review as one JSON object, with every key always there.
  public var json: String {
    JSONWriter.page([
      "format": 1,
      "policy": policy.map { .identity($0.identity) } ?? .null,
      "isValid": .bool(policy != nil && !hasErrors),
      "errors": .number(Int64(diagnostics.count { $0.severity == .error })),
      "warnings": .number(Int64(diagnostics.count { $0.severity == .warning })),
      "diagnostics": .diagnostics(diagnostics),
      "silenced": .array(silenced.map { .silenced($0) }),
    ])
  }

  /// The review as a log of SARIF 2.1.0.
  ///
  /// - Parameters:
  ///   - version: the version of the tool that reviewed.
  ///   - root: the absolute path of the checkout, to which files are relative in the log.
  ///   - folder: the absolute path of the folder that the paths of the review begin in.
  public func sarif(version: String, root: String, folder: String) -> String {
    let places = SARIFPlaces(root: root, folder: folder)
    return JSONWriter.page(SARIFLog(self, version: version, places: places).value)
  }
}
