/// The bytes of a text, eight at a time: how names and keys are hashed and compared.
///
/// Names are looked up, and keys compared, dozens of times for each decision. Through the views of
/// `String` that takes up to three times as long, so this file alone reads memory; it
/// stays inside the bounds of the text that it is given. Its functions are called, not inlined: they are
/// used wherever two keys are compared.
enum TextBytes {
  /// Whether two texts have the same bytes.
  @inline(never)
  static func areEqual(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return withBytes(of: a) { a in
      withBytes(of: b) { b in
        for index in 0..<a.wordCount where a.word(index) != b.word(index) { return false }
        return true
      }
    }
  }

  /// Whether the bytes of one text stand before those of another.
  @inline(never)
  static func isBefore(_ a: String, _ b: String) -> Bool {
    withBytes(of: a) { a in
      withBytes(of: b) { b in
        for index in 0..<min(a.count, b.count) where a.byte(index) != b.byte(index) {
          return a.byte(index) < b.byte(index)
        }
        return a.count < b.count
      }
    }
  }

  /// Feeds the bytes to a hasher.
  @inline(never)
  static func hash(_ text: String, into hasher: inout Hasher) {
    withBytes(of: text) { bytes in
      for index in 0..<bytes.wordCount { hasher.combine(bytes.word(index)) }
      hasher.combine(bytes.count)
    }
  }

  /// Calls with the bytes in view.
  @inline(__always)
  static func withBytes<Result>(of text: String, _ body: (Bytes) -> Result) -> Result {
    let result = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe body(Bytes($0)) }
    if let result { return result }
    // A text that another runtime keeps has no bytes of its own until it is copied.
    let copy = Array(text.utf8)
    return unsafe copy.withUnsafeBufferPointer { unsafe body(Bytes($0)) }
  }

  /// Bytes in view; it asks for none that there are not.
  @safe
  struct Bytes {
    private let raw: UnsafeRawBufferPointer
    let count: Int

    fileprivate init(_ buffer: UnsafeBufferPointer<UInt8>) {
      unsafe raw = UnsafeRawBufferPointer(buffer)
      count = buffer.count
    }

    /// How many words the bytes make; the last one overlaps the one before it.
    var wordCount: Int { (count + 7) / 8 }

    fileprivate func byte(_ index: Int) -> UInt8 { unsafe raw[index] }

    @inline(__always)
    func word(_ index: Int) -> UInt64 {
      if count >= 8 {
        return unsafe raw.loadUnaligned(fromByteOffset: min(index * 8, count - 8), as: UInt64.self)
      }
      if count >= 4 {
        let first = unsafe raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
        let last = unsafe raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        return UInt64(first) | UInt64(last) &<< 32
      }
      var word: UInt64 = 0
      for index in 0..<count { word = word &<< 8 | UInt64(byte(index)) }
      return word
    }
  }
}
