/// Lines of tables that spreadsheets read (RFC 4180).
enum CSVLine {
  /// A line of fields, with its end.
  static func text(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field that a spreadsheet takes for text, not for a formula.
  private static func field(_ text: String) -> String {
    let visible = VisibleText.of(text)
    let isFormula = visible.first.map { "=+-@".contains($0) } ?? false
    let value = isFormula ? "'\(visible)" : visible
    return value.contains { ",\"\n\r".contains($0) }
      ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
  }
}
