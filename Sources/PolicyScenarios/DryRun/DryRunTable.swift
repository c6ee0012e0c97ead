public import AccessPolicy

/// Answers that are alike in every situation, brought together as a table shows them.
///
/// What is a sign is for the table to say: an answer, or two answers that are compared.
public struct DryRunTable<Sign: Hashable & Sendable>: Sendable {
  /// One answer, and what it answers.
  struct Answer {
    let action: ActionID
    let contentClass: ContentClassID
    let content: SituationID?
    let sign: Sign
  }

  /// An action, and the content classes that it is done to.
  public struct Line: Sendable, Hashable {
    /// The action.
    public let action: ActionID
    /// The content classes, in the order in which the policy set declares them.
    public let contentClasses: [ContentClassID]
  }

  /// Kinds of content that are answered alike in every situation.
  public struct Row: Sendable, Hashable {
    /// The kinds of content; none for content without a patient.
    public let contents: [SituationID]
    /// The signs, one for each situation.
    public let signs: [Sign]
  }

  /// Actions on content classes that are answered alike in every situation.
  public struct Block: Sendable {
    /// What is done to what.
    public let lines: [Line]
    /// What is answered, for the kinds of content.
    public let rows: [Row]
  }

  /// The blocks, in the order of their first line.
  public let blocks: [Block]

  /// Everything that was asked, in order.
  private let pairs: [Pair]

  /// Brings answers together; those of one action on one class must stand in the same order for all.
  init(_ answers: [Answer]) {
    var order: [Pair] = []
    var columns: [Pair: [Answer]] = [:]
    for answer in answers {
      let pair = Pair(action: answer.action, contentClass: answer.contentClass)
      if columns[pair] == nil { order.append(pair) }
      columns[pair, default: []].append(answer)
    }
    var positions: [[Sign]: Int] = [:]
    var groups: [[Pair]] = []
    for pair in order {
      let signs = columns[pair, default: []].map(\.sign)
      if let position = positions[signs] {
        groups[position].append(pair)
      } else {
        positions[signs] = groups.count
        groups.append([pair])
      }
    }
    pairs = order
    blocks = groups.map { pairs in
      Block(lines: Self.lines(pairs), rows: Self.rows(pairs.first.flatMap { columns[$0] } ?? []))
    }
  }

  private init(blocks: [Block], pairs: [Pair]) {
    self.blocks = blocks
    self.pairs = pairs
  }

  /// The rows that have a sign of that sort, and the blocks that have such a row.
  func rows(where isShown: (Sign) -> Bool) -> DryRunTable {
    DryRunTable(
      blocks: blocks.compactMap { block in
        let rows = block.rows.filter { $0.signs.contains(where: isShown) }
        return rows.isEmpty ? nil : Block(lines: block.lines, rows: rows)
      },
      pairs: pairs
    )
  }

  private struct Pair: Hashable {
    let action: ActionID
    let contentClass: ContentClassID
  }

  private static func pairs(_ line: Line) -> [Pair] {
    line.contentClasses.map { Pair(action: line.action, contentClass: $0) }
  }

  private static func lines(_ pairs: [Pair]) -> [Line] {
    var lines: [Line] = []
    for pair in pairs {
      if let last = lines.last, last.action == pair.action {
        let classes = last.contentClasses + [pair.contentClass]
        lines[lines.count - 1] = Line(action: last.action, contentClasses: classes)
      } else {
        lines.append(Line(action: pair.action, contentClasses: [pair.contentClass]))
      }
    }
    return lines
  }

  private static func rows(_ answers: [Answer]) -> [Row] {
    var order: [SituationID?] = []
    var signs: [SituationID?: [Sign]] = [:]
    for answer in answers {
      if signs[answer.content] == nil { order.append(answer.content) }
      signs[answer.content, default: []].append(answer.sign)
    }
    var rows: [Row] = []
    for content in order {
      let own = signs[content] ?? []
      let named = [content].compactMap { $0 }
      if let position = rows.firstIndex(where: { $0.signs == own }) {
        rows[position] = Row(contents: rows[position].contents + named, signs: own)
      } else {
        rows.append(Row(contents: named, signs: own))
      }
    }
    return rows
  }
}

extension DryRunTable<DryRunSign> {
  /// Brings cells together.
  public init(_ cells: [DryRunCell]) {
    self.init(
      cells.map {
        Answer(
          action: $0.action,
          contentClass: $0.contentClass,
          content: $0.content,
          sign: $0.sign
        )
      }
    )
  }

  /// The blocks in which something is opened.
  public var open: [Block] { blocks.filter { !$0.isClosed } }

  /// What is closed in every situation, whatever the content.
  public var closed: [Line] { Self.lines(pairs.filter { !opened.contains($0) }) }

  private var opened: Set<Pair> { Set(open.flatMap(\.lines).flatMap(Self.pairs)) }
}

extension DryRunTable<DryRunSign>.Block {
  /// Whether every answer is no.
  fileprivate var isClosed: Bool { rows.allSatisfy { $0.signs.allSatisfy { $0.outcome == .deny } } }
}
