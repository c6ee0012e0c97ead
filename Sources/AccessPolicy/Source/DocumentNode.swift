/// A neutral tree: what YAML and JSON have in common, with a place on every key and value.
///
/// Scalars are kept as the text that was written; what they mean is for the reader of each field to
/// say, so that `no`, `010` or `10:00` never turn into something that nobody wrote.
public struct DocumentNode: Sendable, Hashable {
  /// What the node holds.
  public indirect enum Content: Sendable, Hashable {
    /// A text, number, truth value or nothing, as written; whether it stood in quotes.
    case scalar(String, isQuoted: Bool)
    /// Values in order.
    case sequence([DocumentNode])
    /// Keys with their values, in the order in which they were written.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: Located<String>
    /// The value.
    public let value: DocumentNode

    /// Joins a key and its value.
    public init(key: Located<String>, value: DocumentNode) {
      self.key = key
      self.value = value
    }
  }

  /// What the node holds.
  public let content: Content

  /// Where it begins; for a scalar on one line, its whole extent.
  public let range: SourceRange

  /// Where the characters of a text stand that do not stand one after the other.
  package let layout: TextLayout?

  /// Makes a node.
  public init(_ content: Content, at range: SourceRange) {
    self.init(content, at: range, layout: nil)
  }

  package init(_ content: Content, at range: SourceRange, layout: TextLayout?) {
    self.content = content
    self.range = range
    self.layout = layout
  }

  /// Whether the node is a single value that stands in quotes.
  package var isQuoted: Bool {
    guard case .scalar(_, isQuoted: true) = content else { return false }
    return true
  }

  /// The words for a node of this form in messages.
  package var formInWords: String {
    switch content {
    case .scalar(let text, let isQuoted):
      ["", "~", "null"].contains(text.lowercased()) && !isQuoted ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a set of keys"
    }
  }
}

/// One file of a policy set or of scenarios, read but not yet understood.
public struct Document: Sendable, Hashable {
  /// The path that messages show.
  public let file: String

  /// The whole text, for excerpts in messages.
  public let text: String

  /// The root; `nil` for a file that holds nothing but comments.
  public let root: DocumentNode?

  /// Makes a document.
  public init(file: String, text: String, root: DocumentNode?) {
    self.file = file
    self.text = text
    self.root = root
  }
}
