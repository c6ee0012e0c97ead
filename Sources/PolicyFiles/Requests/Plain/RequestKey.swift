/// The keys that a request can have, at any place in it; at most 64.
enum RequestKey: String, CaseIterable {
  case action
  case adds
  case against
  case approver
  case attribute
  case attributes
  case authenticationLevel
  case author
  case authorisation
  case birthDate
  case blocks
  case `class`
  case classes
  case contact
  case content
  case covers
  case deviations
  case effectuated
  case ends
  case enterprise
  case entriesFrom
  case from
  case grants
  case group
  case groups
  case id
  case isActive
  case item
  case justifications
  case kind
  case links
  case marks
  case now
  case ownRecord
  case patient
  case providerRecord
  case purpose
  case reach
  case reason
  case recorded
  case relationships
  case removes
  case residence
  case rule
  case scope
  case securityClasses
  case selfAuthorisation
  case session
  case staff
  case starts
  case status
  case subtemplates
  case systemIsReadOnly
  case team
  case template
  case text
  case unit
  case units
  case until
}

/// Finds the key that some bytes spell, without making a text of them.
struct RequestKeys: Sendable {
  /// Up to 24 bytes of a key, in three words; a key has no zero byte, so that the rest says nothing.
  struct Spelling: Hashable {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var count: UInt64 = 0

    mutating func append(_ byte: UInt8) {
      let shifted = UInt64(byte) << (8 * (count & 7))
      switch count >> 3 {
      case 0: words.0 |= shifted
      case 1: words.1 |= shifted
      case 2: words.2 |= shifted
      // Longer than every key: no key has a first byte of 0xFF.
      default: words.0 |= 0xFF
      }
      count += 1
    }

    /// A number that differs for most keys.
    var slot: Int {
      let mixed = (words.0 ^ words.1 &* 31 ^ words.2 &* 961 ^ count) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 56)
    }

    static func == (a: Self, b: Self) -> Bool { a.words == b.words && a.count == b.count }

    func hash(into hasher: inout Hasher) { hasher.combine(slot) }
  }

  /// The number of a key, from 1, in the slot of its spelling or in one of the next; 0 where none is.
  private var slots = [UInt8](repeating: 0, count: 256)
  private let keys = RequestKey.allCases
  private let spellings: [Spelling]

  init() {
    spellings = RequestKey.allCases.map { key in
      var spelling = Spelling()
      for byte in key.rawValue.utf8 { spelling.append(byte) }
      return spelling
    }
    for (index, spelling) in spellings.enumerated() {
      var slot = spelling.slot
      while slots[slot] != 0 { slot = (slot + 1) & 255 }
      slots[slot] = UInt8(index + 1)
    }
  }

  /// The key that is spelled so, and its bit in a set of keys.
  func key(_ spelling: Spelling) -> (key: RequestKey, bit: UInt64)? {
    var slot = spelling.slot
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if spellings[index] == spelling { return (keys[index], 1 << UInt64(index)) }
      slot = (slot + 1) & 255
    }
    return nil
  }
}
