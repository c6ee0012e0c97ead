extension RegisteredAuthorisation {
  /// Whether somebody has deactivated it in the register, and not its record by being gone.
  var isDeactivated: Bool { endedAt == nil && authorisation.isActive != .known(true) }

  /// Whether it can be used at some time from an instant on.
  func isUsable(from now: Instant) -> Bool {
    guard endedAt == nil, !isDeactivated else { return false }
    return switch authorisation.until {
    case .known(let end): now < end
    case .absent: true
    case .unknown: false
    }
  }

  /// Whether it can be used at an instant.
  private func isUsable(at now: Instant) -> Bool {
    guard isUsable(from: now) else { return false }
    return switch authorisation.from {
    case .known(let start): start <= now
    case .absent: true
    case .unknown: false
    }
  }

  /// Whether the person can use this one, and not what takes its place.
  func isLost(with new: Self, at now: Instant) -> Bool {
    guard isUsable(from: now) else { return false }
    guard new.staff == staff else { return true }
    return isUsable(at: now) ? !new.isUsable(at: now) : !new.isUsable(from: now)
  }
}
