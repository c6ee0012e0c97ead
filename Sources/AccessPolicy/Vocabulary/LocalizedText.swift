/// A language that people read decisions and reports in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Norwegian (bokmål).
  case nb
  /// English.
  case en
}

/// A title or sentence for people, in Norwegian and English.
public struct LocalizedText: Sendable, Hashable {
  /// The Norwegian (bokmål) text.
  public let nb: String

  /// The English text.
  public let en: String

  /// Makes a text of its two renderings.
  public init(nb: String, en: String) {
    self.nb = nb
    self.en = en
  }

  /// The text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .nb: nb
    case .en: en
    }
  }
}

/// Words that stand side by side in Norwegian and English.
package protocol Bilingual {
  /// The language in which they are said.
  var language: Language { get }
}

extension Bilingual {
  /// The text in the language.
  package func say(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }
}
