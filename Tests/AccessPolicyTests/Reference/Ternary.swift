/// Truth as the table in section 1 of docs/semantics.md has it, row by row.
enum Ternary: Equatable {
  case yes
  case unknown
  case no

  init(_ value: Bool) { self = value ? .yes : .no }

  static func and(_ a: Ternary, _ b: Ternary) -> Ternary {
    switch (a, b) {
    case (.yes, .yes): .yes
    case (.yes, .unknown): .unknown
    case (.yes, .no): .no
    case (.unknown, .yes): .unknown
    case (.unknown, .unknown): .unknown
    case (.unknown, .no): .no
    case (.no, .yes): .no
    case (.no, .unknown): .no
    case (.no, .no): .no
    }
  }

  static func or(_ a: Ternary, _ b: Ternary) -> Ternary {
    switch (a, b) {
    case (.yes, .yes): .yes
    case (.yes, .unknown): .yes
    case (.yes, .no): .yes
    case (.unknown, .yes): .yes
    case (.unknown, .unknown): .unknown
    case (.unknown, .no): .unknown
    case (.no, .yes): .yes
    case (.no, .unknown): .unknown
    case (.no, .no): .no
    }
  }

  static func not(_ a: Ternary) -> Ternary {
    switch a {
    case .yes: .no
    case .unknown: .unknown
    case .no: .yes
    }
  }
}
