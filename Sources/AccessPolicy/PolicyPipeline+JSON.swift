extension PolicyPipeline {
  /// Checks a policy set that is one JSON text, as a service reads it that embeds only this library.
  ///
  /// The keys and values are those of policy files; YAML is read by the library `PolicyFiles`.
  ///
  /// - Parameter file: the name that messages give the text.
  /// - Throws: ``PolicyRejected`` with every mistake, in source order.
  public static func policy(fromJSON text: String, file: String) throws(PolicyRejected) -> Policy {
    let (document, diagnostics) = JSONReader.document(text, file: file)
    let hidden = HiddenCharacters.all(in: text, file: file, limit: ReadingLimits.standard.reports)
    let mistakes = (diagnostics + hidden).sorted()
    guard mistakes.isEmpty else { throw PolicyRejected(diagnostics: mistakes) }
    return try policy(from: [document])
  }
}
