// The sentences for silences that silence nothing, or do not say why.

extension Diagnostic {
  static func cannotSilence(_ code: Located<String>) -> Diagnostic {
    let known = DiagnosticCode.silenceable.map(\.rawValue).sorted()
    let isError = DiagnosticCode(rawValue: code.value)?.severity == .error
    let message =
      if isError {
        "`\(code.value)` is an error, and errors cannot be silenced"
      } else if code.value == DiagnosticCode.unusedSilence.rawValue {
        "`\(code.value)` cannot be silenced"
      } else {
        "there is no warning `\(code.value)`"
      }
    let help =
      if isError {
        "mend what it says, and take the silence out"
      } else if code.value == DiagnosticCode.unusedSilence.rawValue {
        "take out the silence that silences nothing, and this one"
      } else if code.value.contains(" ") {
        "if this belongs to the reason before it, put that reason between quotes: a comma ends it"
      } else if let nearest = NearestName.of(code.value, among: known) {
        "did you mean `\(nearest)`?"
      } else {
        "the warnings are: \(known.quoted())"
      }
    return Diagnostic(.cannotSilence, message, help: help, at: code.range)
  }

  static func silenceWithoutReason(_ code: Located<String>, of owner: String) -> Diagnostic {
    Diagnostic(
      .silenceWithoutReason,
      "\(owner) silences `\(code.value)` and does not say why",
      help: "write the reason: `\(code.value): \"why it stays\"`",
      at: code.range
    )
  }

  package static func unusedSilence(_ silence: Silence) -> Diagnostic {
    Diagnostic(
      .unusedSilence,
      "there is no warning `\(silence.code.rawValue)` here that this could silence",
      help: "take it out: what it spoke of has been mended, or stands beside another entry",
      at: silence.range
    )
  }
}
