// The C module of Yams: its Swift parser gives neither ends nor the places of aliases, stops at the
// first duplicate key, and compares aliased keys by expanding them. The events give all that is needed.
import CYaml
import Yams

/// One step through a YAML text, with its place.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(String, isQuoted: Bool)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
  }

  let kind: Kind
  /// The name by which aliases can repeat the value.
  let anchor: String?
  /// Whether a tag such as `!!str` stands before the value.
  let hasTag: Bool
  let start: YAMLMark
  let end: YAMLMark
}

/// A line and column from 1; columns count Unicode scalars.
struct YAMLMark: Hashable {
  let line: Int
  let column: Int
}

/// What libyaml found wrong, in its own words.
struct YAMLProblem: Error {
  let problem: String
  let mark: YAMLMark
  let context: String
  let contextMark: YAMLMark?
}

/// The events of a YAML text, one at a time; the only code that meets libyaml and its pointers.
@safe final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Begins to read; the text must be valid UTF-8 without a byte-order mark.
  init(_ text: String) {
    let bytes = text.utf8
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    // Only a lack of memory makes this fail; then the first event reports it.
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the end of the stream, or a problem, there is none.
  func next() throws(YAMLProblem) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
      defer { unsafe yaml_event_delete(&event) }
      if let event = unsafe Self.event(event) { return event }
    }
  }

  private var problem: YAMLProblem {
    let parser = unsafe self.parser.pointee
    let context = unsafe Self.text(parser.context)
    return unsafe YAMLProblem(
      problem: Self.text(parser.problem) ?? "out of memory",
      mark: Self.mark(parser.problem_mark),
      context: context ?? "",
      contextMark: context == nil ? nil : Self.mark(parser.context_mark)
    )
  }

  private static func event(_ event: yaml_event_t) -> YAMLEvent? {
    func made(
      _ kind: YAMLEvent.Kind,
      anchor: UnsafePointer<UInt8>? = nil,
      tag: UnsafePointer<UInt8>? = nil
    ) -> YAMLEvent {
      YAMLEvent(
        kind: kind,
        anchor: unsafe text(anchor),
        hasTag: unsafe tag != nil,
        start: unsafe mark(event.start_mark),
        end: unsafe mark(event.end_mark)
      )
    }
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_STREAM_END_EVENT: return made(.streamEnd)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return made(.collectionEnd)
    case YAML_ALIAS_EVENT: return made(.alias(unsafe text(event.data.alias.anchor) ?? ""))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      return unsafe made(
        .scalar(String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted),
        anchor: scalar.anchor,
        tag: scalar.tag
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      let isFlow = unsafe start.style == YAML_FLOW_SEQUENCE_STYLE
      return unsafe made(.sequenceStart(isFlow: isFlow), anchor: start.anchor, tag: start.tag)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      let isFlow = unsafe start.style == YAML_FLOW_MAPPING_STYLE
      return unsafe made(.mappingStart(isFlow: isFlow), anchor: start.anchor, tag: start.tag)
    default: return nil
    }
  }

  private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
    YAMLMark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private static func text(_ pointer: UnsafePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(decodingCString: $0, as: UTF8.self) }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
