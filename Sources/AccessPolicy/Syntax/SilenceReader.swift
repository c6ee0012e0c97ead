extension RecordReader {
  /// `silence`: the warnings that are known here, each with the reason why it stays.
  package mutating func silences() -> [Silence] {
    mapping("silence").compactMap { entry in
      guard let code = DiagnosticCode(rawValue: entry.key.value),
        DiagnosticCode.silenceable.contains(code)
      else {
        sink.report(.cannotSilence(entry.key))
        return nil
      }
      if NodeReader.isNothing(entry.value) {
        sink.report(.silenceWithoutReason(entry.key, of: owner))
        return nil
      }
      let what = "the reason for silencing `\(entry.key.value)`"
      guard let reason = NodeReader.text(entry.value, of: what, sink) else { return nil }
      guard VisibleCharacters.areIn(reason.value) else {
        sink.report(.silenceWithoutReason(entry.key, of: owner))
        return nil
      }
      return Silence(code: code, reason: reason.value, at: entry.key.range)
    }
  }
}
