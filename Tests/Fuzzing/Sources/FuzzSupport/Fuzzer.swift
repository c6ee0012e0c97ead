import Foundation
import LibFuzzer

/// The fuzzer that the compiler brings.
public enum Fuzzer {
  nonisolated(unsafe) private static var target: ([UInt8]) -> Void = { _ in }

  /// Runs a target as the command line says, and ends the process.
  public static func run(_ target: @escaping ([UInt8]) -> Void) -> Never {
    Self.target = target
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let status = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      Fuzzer.target(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
    exit(status)
  }
}
