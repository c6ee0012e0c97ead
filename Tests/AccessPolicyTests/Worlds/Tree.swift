import AccessPolicy

/// A policy file as tests write it: texts, lists, and keys in order.
indirect enum Tree: Sendable, Hashable {
  case text(String)
  case list([Tree])
  case keys([Entry])

  struct Entry: Sendable, Hashable {
    let name: String
    var value: Tree
  }

  /// The value of a key; `nil` takes the key away.
  subscript(name: String) -> Tree? {
    get {
      guard case .keys(let keys) = self else { return nil }
      return keys.first { $0.name == name }?.value
    }
    set {
      guard case .keys(var keys) = self else { return }
      let position = keys.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): keys[position].value = value
      case (let position?, nil): keys.remove(at: position)
      case (nil, let value?): keys.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
      self = .keys(keys)
    }
  }

  var keys: [Entry] {
    guard case .keys(let keys) = self else { return [] }
    return keys
  }

  /// The names of the keys, in order.
  var entryNames: [String] { keys.map(\.name) }

  /// A list of ids.
  static func ids(_ ids: [String]) -> Tree { .list(ids.map { .text($0) }) }

  /// A title, the same in both languages.
  static func title(_ text: String) -> Tree { ["nb": .text(text), "en": .text(text)] }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }

  init(arrayLiteral elements: Tree...) { self = .list(elements) }

  init(dictionaryLiteral elements: (String, Tree)...) {
    self = .keys(elements.map { Entry(name: $0.0, value: $0.1) })
  }
}
