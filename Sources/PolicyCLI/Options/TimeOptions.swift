public import AccessPolicy
public import ArgumentParser

extension Moment: ExpressibleByArgument {
  /// Reads `2026-03-02T10:00+01:00`.
  public init?(argument: String) { self.init(argument) }
}

extension TimeSpan: ExpressibleByArgument {
  /// Reads `30 days`.
  public init?(argument: String) { self.init(argument) }
}

/// A share in whole hundredths: `10%`.
struct Share: ExpressibleByArgument, CustomStringConvertible {
  let percent: Int

  init(percent: Int) { self.percent = percent }

  init?(argument: String) {
    guard argument.hasSuffix("%"), let percent = Int(argument.dropLast()),
      (0...100).contains(percent)
    else { return nil }
    self.percent = percent
  }

  var description: String { "\(percent)%" }
}
