@testable import AccessPolicy
@testable import PolicyFiles
import PolicyScenarios
import Testing

/// Shapes, the readers that are opened with them, and the schemas that are written from them say the
/// same: of documents that are made from the shapes, right or with one slip.
@Suite struct `Shapes, readers and schemas agree` {
  /// Mistakes that invented names lead to, in documents that are right in shape.
  private static let ofNames: Set<DiagnosticCode> = [.undeclaredName, .badCase]

  /// What the reader of a kind of file finds wrong in shape.
  private func mistakes(in document: Document, _ schema: EditorSchema) -> [Diagnostic] {
    switch schema {
    case .policy:
      let sink = DiagnosticSink()
      _ = PolicySyntaxReader.read([document], sink: sink)
      // That units stand elsewhere takes a template or a subtemplate, which no shape can say.
      return sink.sorted.filter { !$0.message.hasSuffix("no login units to stand elsewhere") }
    case .scenarios:
      return ScenarioReader.read([document], policy: World.policy).diagnostics
        .filter { !Self.ofNames.contains($0.code) && !isOfNames($0) }
    case .register:
      // That the register is of this policy set, and that no two entries are by one record, no shape
      // can say.
      guard case .mapping(let keys) = document.root?.content else { return [] }
      let sink = DiagnosticSink()
      for key in keys where key.key.value == "entries" {
        guard case .sequence(let entries) = key.value.content else { continue }
        for entry in entries {
          var builder = RegisterBuilder(sink: sink)
          builder.add(entry)
        }
      }
      if let root = document.root {
        _ = RegisterBuilder(sink: sink).register(root, policySet: World.policy.identity.id)
      }
      return sink.sorted.filter {
        $0.code != .conflictingKeys && !$0.message.hasPrefix("the register is of the policy set")
      }
    }
  }

  /// A file without a case is no run, but it is right in shape.
  private func isOfNames(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == .nothingExpected && diagnostic.range == nil
  }

  @Test(arguments: EditorSchema.allCases)
  func `what is right in shape is right to both`(schema: EditorSchema) throws {
    let checks = try SchemaCheck.Reading.allCases.map { try SchemaCheck(schema.text, $0) }
    var values = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var writer = SampleWriter(seed: seed)
      let document = writer.document(schema.shape)
      values += writer.values
      let found = mistakes(in: document, schema).map { "\($0.code) \($0.message)" }
      #expect(found == [], "seed \(seed)")
      for check in checks {
        let mistake = try check.mistake(in: document)
        #expect(mistake == nil, "seed \(seed)")
      }
    }
    #expect(values > 1_000)
  }

  @Test(arguments: EditorSchema.allCases)
  func `a slip of shape is seen by both`(schema: EditorSchema) throws {
    let checks = try SchemaCheck.Reading.allCases.map { try SchemaCheck(schema.text, $0) }
    var slips: [String: Int] = [:]
    for seed in 1...400 as ClosedRange<UInt64> {
      var whole = SampleWriter(seed: seed)
      _ = whole.document(schema.shape)
      var writer = SampleWriter(
        seed: seed,
        slipAt: 1 + Int(seed &* 7_919 % UInt64(max(whole.values, 1)))
      )
      let document = writer.document(schema.shape)
      guard let slip = writer.slip else { continue }
      slips[slip, default: 0] += 1
      #expect(!mistakes(in: document, schema).isEmpty, "seed \(seed): \(slip), and it is read")
      for check in checks {
        #expect(try check.mistake(in: document) != nil, "seed \(seed): \(slip), and it is admitted")
      }
    }
    #expect(slips.count > (schema == .register ? 8 : 12), "\(slips)")
  }

  @Test(arguments: EditorSchema.allCases)
  func `shapes are whole`(schema: EditorSchema) {
    var shapes: [String: RecordShape] = [:]
    collect(schema.shape, &shapes)
    #expect(shapes.count > (schema == .register ? 4 : 15))
    for shape in shapes.values {
      let keys = shape.keys.map(\.name)
      #expect(Set(keys).count == keys.count, "\(shape.name) names a key twice")
      for text in [shape.meaning] + shape.keys.map(\.meaning) {
        #expect(text.hasSuffix(".") || text.hasSuffix("nobody."), "\(shape.name): \(text)")
      }
      for key in shape.rules.flatMap(\.keys) {
        #expect(keys.contains(key), "a rule of \(shape.name) speaks of \(key)")
      }
    }
  }

  private func collect(_ shape: RecordShape, _ shapes: inout [String: RecordShape]) {
    if let other = shapes[shape.name] {
      #expect(other.keys.map(\.name) == shape.keys.map(\.name), "two are called \(shape.name)")
      return
    }
    shapes[shape.name] = shape
    for key in shape.keys { collect(key.value, &shapes) }
  }

  private func collect(_ value: ValueShape, _ shapes: inout [String: RecordShape]) {
    switch value {
    case .record(let shape): collect(shape, &shapes)
    case .list(let item, _, _): collect(item, &shapes)
    case .entries(let entries): collect(entries.value, &shapes)
    case .fact(let value), .orNothing(let value): collect(value, &shapes)
    case .choice(_, let keys): for key in keys { collect(key.value, &shapes) }
    case .either(let values): for value in values { collect(value, &shapes) }
    case .named(_, let value): collect(value(), &shapes)
    case .text, .key, .id, .word, .boolean, .number, .duration, .date, .moment, .instant,
      .condition,
      .edge, .wholeEdge, .attributeValue:
      break
    }
  }
}

extension KeyRule {
  /// The keys that it speaks of.
  fileprivate var keys: [String] {
    switch self {
    case .exactlyOne(let keys), .atLeastOne(let keys): keys
    case .needs(let a, let b), .excludes(let a, let b), .needsValue(let a, let b, _): [a, b]
    case .valueNeeds(let a, _, let b): [a, b]
    }
  }
}
