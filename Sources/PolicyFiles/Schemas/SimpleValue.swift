import AccessPolicy

/// Kinds of value that stand in one scalar, as schemas describe them.
///
/// To YAML `4` is no text, while to the readers a plain word is whatever its key wants: a schema
/// admits what a reader does, however a validator has typed it.
enum SimpleValue: String {
  case text, id, yesOrNo, duration, date, moment, instant, condition, edge, wholeEdge
  case attributeValue, notKnown

  var schema: JSONValue {
    switch self {
    case .text: ["type": Self.textOrNumber]
    case .id:
      [
        "description": "Letters a–z and A–Z, digits, `-`, `_` and `.`; a letter or digit first.",
        "type": Self.textOrNumber,
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",
        "minimum": 0,
      ]
    case .yesOrNo: ["description": "`yes` or `no`.", "enum": ["yes", "no", true, false]]
    case .duration: Self.pattern(" *\(Self.span) *", "A length of time: `30 days`, `24 hours`.")
    case .date: Self.pattern(Self.day, "A day: `2026-03-02`.")
    case .moment:
      Self.pattern(Self.zoned, "A point in time with its zone: `2026-03-02T10:00+01:00`.")
    case .instant:
      Self.pattern(
        "now|in +\(Self.span) *| *\(Self.span) +ago|\(Self.day)|\(Self.zoned)",
        "`now`, `in 5 days`, `10 days ago`, `2026-03-02`, or `2026-03-02T10:00+01:00`."
      )
    case .condition:
      ["description": "A condition, such as `link.unit within session.unit`.", "type": "string"]
    case .edge:
      Self.pattern(
        " *(at +(start|end)|\(Self.span) +(before|after)( +(start|end))?) *",
        "`at start`, `30 days before start`, `7 days after end`."
      )
    case .wholeEdge:
      Self.pattern(
        " *(at +(start|end)|\(Self.span) +(before|after) +(start|end)) *",
        "`at start`, `30 days before start`, `7 days after end`."
      )
    case .attributeValue:
      [
        "type": ["string", "number", "boolean", "null", "array"],
        "items": ["type": ["string", "number", "boolean"]],
      ]
    case .notKnown:
      [
        "description": "`unknown` leaves it out; `null` says that there is none.",
        "enum": ["unknown", nil],
      ]
    }
  }

  private static let textOrNumber: JSONValue = ["string", "number"]

  private static let span = "[0-9]+ +(\(TimeSpan.unitNames.joined(separator: "|")))s?"
  private static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  private static let zoned =
    "\(day)T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-5][0-9])"

  private static func pattern(_ pattern: String, _ meaning: String) -> JSONValue {
    ["description": .string(meaning), "type": "string", "pattern": .string("^(\(pattern))$")]
  }
}
