/// The texts and sets of a session in the numbers of a chart.
///
/// A text that the chart has too gets the chart's number; any other one of its own, below zero.
struct ChartTexts {
  private let chart: SymbolTable
  private let session: SymbolTable
  /// How many texts the policy set writes; these have the same number everywhere.
  private let shared: Int
  /// Texts of the request that neither chart nor session has.
  private var others: [TextRef] = []
  /// The elements of sets.
  private(set) var elements: [Int64]

  init(_ session: OpenSession, _ chart: OpenChart, _ compiled: CompiledPolicy) {
    self.chart = chart.symbols
    self.session = session.pool.symbols
    shared = compiled.lookups.literals.symbols.texts.count
    elements = session.pool.elements
  }

  /// A cell of the session.
  mutating func cell(_ cell: FactCell, _ type: ValueType) -> FactCell {
    guard type.isOfTexts else { return cell }
    switch cell.kind {
    case .integer: return .integer(number(cell.value))
    case .accessSet:
      for index in Int(cell.value)..<Int(cell.value) + Int(cell.count) {
        elements[index] = number(elements[index])
      }
      return cell
    default: return cell
    }
  }

  private func number(_ own: Int64) -> Int64 {
    own < shared ? own : chart.number(of: session.texts[Int(own)]) ?? -1 - own
  }

  /// A cell of a fact of the request itself.
  mutating func cell(_ value: FactValue) -> FactCell {
    switch value {
    case .unknown, .openUnits: return .unknown
    case .absent: return .absent
    case .integer(let value): return .integer(value)
    case .text(let text): return .integer(number(of: text))
    case .integers(let values, let hasUnknown):
      elements += values
      return set(values.count, hasUnknown: hasUnknown)
    case .texts(let texts):
      for text in texts { elements.append(number(of: text)) }
      return set(texts.count, hasUnknown: false)
    }
  }

  private func set(_ count: Int, hasUnknown: Bool) -> FactCell {
    .set(.accessSet, start: elements.count - count, count: count, hasUnknown: hasUnknown)
  }

  private mutating func number(of text: TextRef) -> Int64 {
    if let number = chart.number(of: text) { return number }
    if let number = session.number(of: text) { return -1 - number }
    if let place = others.firstIndex(of: text) { return own(place) }
    others.append(text)
    return own(others.count - 1)
  }

  private func own(_ place: Int) -> Int64 { -1 - Int64(session.texts.count + place) }
}

extension ValueType {
  /// Whether values are texts, or sets of them, which have numbers of their own in each chart.
  fileprivate var isOfTexts: Bool {
    switch self {
    case .text, .staff, .patient: true
    case .set(of: let element): element.isOfTexts
    default: false
    }
  }
}
