/// The facts that a policy set's conditions mention, each with a slot number.
struct AttributeTable: Sendable {
  private(set) var attributes: [Attribute] = []
  private var slots: [Attribute: Int] = [:]

  mutating func slot(of attribute: Attribute) -> Int {
    if let slot = slots[attribute] { return slot }
    attributes.append(attribute)
    slots[attribute] = attributes.count - 1
    return attributes.count - 1
  }

  /// Whether the fact changes by time alone.
  func isTimed(_ slot: Int) -> Bool {
    attributes[slot].source == .builtIn(.now) || attributes[slot].source == .builtIn(.patientAge)
  }
}
