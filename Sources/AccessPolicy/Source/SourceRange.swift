/// A place in a policy or scenario file, as people count: lines and columns begin at 1.
///
/// Columns count Unicode scalars. The end is the first column after the place.
public struct SourceRange: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file, by the path that a reader can open; relative to the folder that was loaded.
  public let file: String

  /// The line, from 1.
  public let line: Int

  /// The first column, from 1.
  public let column: Int

  /// How many columns the place spans, at least 1; a place never runs over the end of its line.
  public let length: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// `file:line:column`, as editors understand it.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders places by file, line and column.
  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }

  /// A part of this place, `offset` columns in.
  package func part(offset: Int, length: Int) -> SourceRange {
    let (sum, overflow) = column.addingReportingOverflow(offset)
    return SourceRange(file: file, line: line, column: overflow ? column : sum, length: length)
  }
}

/// A value with the place where it was written.
public struct Located<Value> {
  /// The value.
  public let value: Value

  /// Where it was written.
  public let range: SourceRange

  /// Puts a value at a place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
