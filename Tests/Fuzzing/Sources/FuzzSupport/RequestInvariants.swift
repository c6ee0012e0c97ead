import AccessPolicy
import PolicyFiles

/// What holds for every line that anybody can send to `decide`.
public enum RequestInvariants {
  private static let reader = RequestReader(policy: ShippedSet.engine.policy, file: "line")

  /// With a limit so low that the quick reader, which does not count levels, is never asked.
  private static let thoroughReader: RequestReader = {
    var limits = ReadingLimits()
    limits.depth = 15
    return RequestReader(policy: ShippedSet.engine.policy, file: "line", limits: limits)
  }()

  /// Reads bytes as a request; ends the process when something does not hold.
  public static func hold(for bytes: [UInt8]) {
    guard let line = reader.read(bytes: bytes, number: 1) else { return }
    // A request is one line of a stream, in which a carriage return is white space.
    let inLine = bytes.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
    let text = String(validating: inLine, as: UTF8.self)
    DiagnosticInvariants.hold(
      for: line.diagnostics,
      texts: text.map { ["line": $0] } ?? [:],
      atMost: ReadingLimits.standard.reports + 1
    )
    let hasErrors = line.diagnostics.contains { $0.severity == .error }
    invariant((line.request == nil) == hasErrors, "there is a request, or an error")
    guard let request = line.request else {
      let answer = DecisionWriter.error(line)
      let read = JSONReader.document(answer, file: "answer.json")
      invariant(read.diagnostics.isEmpty, "an error is JSON: \(answer)")
      return
    }
    invariant(
      line == thoroughReader.read(bytes: bytes, number: 1),
      "read quickly, a request is what it is when it is read thoroughly"
    )
    EngineInvariants.hold(for: request, ShippedSet.engine)
  }
}
