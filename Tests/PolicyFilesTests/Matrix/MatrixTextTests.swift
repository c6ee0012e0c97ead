import AccessPolicy
import Foundation
import PolicyScenarios
import Testing

@testable import PolicyFiles

/// Matrices as people and machines read them, over small shipped policy sets.
@Suite struct `Matrices in words` {
  /// The matrix of an example.
  private static func matrix(_ example: String, _ question: MatrixQuestion = MatrixQuestion())
    throws -> AccessMatrix
  {
    let path = URL(filePath: #filePath)
      .appending(path: "../../../../policies/examples/\(example)").standardized.path
    let policy = try #require(PolicyCheck(path: path).policy)
    let scenarios = try #require(
      ScenarioReader.read(ScenarioFolder.load(policyPath: path).documents, policy: policy)
        .scenarios
    )
    let dryRun = DryRun(
      engine: PolicyEngine(policy),
      situations: try #require(scenarios.standardSituations)
    )
    return AccessMatrix(
      dryRun,
      holders: MatrixHolders(scenarios, dryRun).usual,
      question: question
    )
  }

  @Test func `as text, one role has the situations for columns`() throws {
    let text = try Self.matrix("two-rule-ward").text(in: .en)
    #expect(
      text.contains(
        """
        Read: Unmarked

        Nurse: content classes and situations
                                          On
                      Admitted  Expected  another   Not
                      here now  tomorrow  ward      admitted
          Note        ✓         ✓         –         –

        """
      )
    )
    #expect(text.contains("- Nurse: logged in at Ward 3 (ward-3); purpose: Give care (give-care)"))
  }

  @Test(arguments: Language.allCases)
  func `what can be shown in one language can be in the other`(language: Language) throws {
    let matrix = try Self.matrix("two-rule-ward")
    let word = language == .nb ? "Innholdsklasse" : "Content class"
    #expect(matrix.html(in: language).contains("<html lang=\"\(language)\">"))
    #expect(matrix.html(in: language).contains(word))
    #expect(matrix.markdown(in: language).hasPrefix("# "))
  }

  @Test func `a cell of the page says in words what it shows`() throws {
    let html = try Self.matrix("two-rule-ward").html(in: .en)
    #expect(
      html.contains("<span class=\"answer yes\"><span aria-hidden=\"true\">✓</span> yes</span>")
    )
    #expect(
      html.contains("<span class=\"answer no\"><span aria-hidden=\"true\">–</span> no</span>")
    )
  }

  @Test func `who can, is answered by role`() throws {
    let matrix = try Self.matrix("two-rule-ward")
    #expect(
      matrix.text(in: .en, asksWhoCan: true).contains("Note: roles and situations")
    )
  }

  @Test func `for machines, each answer stands by itself, with its rules`() throws {
    let matrix = try Self.matrix("two-rule-ward")
    let lines = matrix.csv(in: .en).split(separator: "\r\n")
    #expect(lines.count == 1 + 4)
    #expect(
      lines[1]
        == "nurse,Nurse,,,ward-3,give-care,read,Read,note,Note,unmarked,Unmarked,here-now,"
        + "Admitted here now,allow,no,admitted-to-my-ward nursing/notes,,,"
    )
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(matrix.json(in: .en).utf8)) as? [String: Any]
    )
    #expect((json["roles"] as? [Any])?.count == 1)
    #expect((json["parts"] as? [Any])?.count == 1)
  }

  // MARK: Folding

  /// What a layout shows of each class and each role, brought apart again.
  @Test func `what is answered alike stands once, and nothing is lost`() throws {
    for example in ["lending-desk", "staffed-clinic"] {
      let matrix = try Self.matrix(example)
      for part in matrix.parts where part.contentClasses.count > 1 && part.roleCount > 1 {
        let classes = part.contentClasses.indices.map { "class \($0)" }
        let roles = (0..<part.roleCount).map { "role \($0)" }
        let layout = MatrixLayout(
          part,
          .classesByRoles,
          classes: classes,
          roles: roles,
          situations: part.situations.map(\.id.text)
        )
        #expect((layout.rows.flatMap(\.labels) + layout.closedRows).sorted() == classes.sorted())
        #expect((layout.columns.joined() + layout.closedColumns).sorted() == roles.sorted())
        for (row, contentClass) in classes.enumerated() {
          for (column, role) in roles.enumerated() {
            let signs = part.answers(class: row, role: column).map(MatrixLayout.Sign.init)
            let shown = layout.rows.first { $0.labels.contains(contentClass) }
            if let shown, let at = layout.columns.firstIndex(where: { $0.contains(role) }) {
              #expect(shown.cells[at] == signs)
            } else {
              #expect(!signs.contains { !$0.isClosed })
            }
          }
        }
      }
    }
  }

  /// A hundred roles and a hundred classes, answered as differently as ten situations can.
  private static let large = PageGrid(
    title: "large",
    columns: (0..<100).map {
      "Role number \($0) with-a-very-long-word-that-no-column-has-room-for"
    },
    rows: (0..<100).map { row in
      (
        ["Content class \(row)"],
        (0..<100).map { column in
          String((0..<10).map { "✓?–∅".randomSign(row * 7 + column * 13 + $0 * (row + column)) })
        }
      )
    }
  )

  @Test(arguments: [40, 80, 133, 400])
  func `no line is longer than the terminal, and every column is there`(width: Int) {
    let lines = Self.large.text(width: width)
    #expect(lines.map(TextLines.width).max() ?? 0 <= width)
    let numbers = lines.filter { $0.allSatisfy { $0.isNumber || $0 == " " } }
      .flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == Array(1...100))
  }

  @Test(arguments: [40, 57, 80, 200])
  func `no line of a page is longer than the terminal`(width: Int) throws {
    for example in ["two-rule-ward", "lending-desk", "staffed-clinic"] {
      for language in Language.allCases {
        for whoCan in [false, true] {
          let text = try Self.matrix(example).text(in: language, width: width, asksWhoCan: whoCan)
          let longest = text.split(separator: "\n").map { TextLines.width(String($0)) }.max()
          #expect(longest ?? 0 <= width, "\(example)")
        }
      }
    }
  }

  @Test func `a word that is too long is broken, and none of it is lost`() {
    let word = String(repeating: "x", count: 25) + "日本語日本語"
    let lines = TextLines.wrapped("a \(word) b", 10, "- ", "  ")
    #expect(lines.allSatisfy { TextLines.width($0) <= 10 })
    #expect(lines.joined().replacing(" ", with: "") == "-a\(word)b")
  }
}

extension String {
  /// One of the characters, by a number.
  fileprivate func randomSign(_ number: Int) -> Character {
    self[index(startIndex, offsetBy: number % count)]
  }
}
