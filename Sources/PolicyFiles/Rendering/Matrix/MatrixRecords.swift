import AccessPolicy
import PolicyScenarios

/// Writes matrices for machines: every answer, and the same bytes for the same matrix.
struct MatrixRecords {
  private let matrix: AccessMatrix
  private let names: DryRunNames
  private let language: Language

  init(_ matrix: AccessMatrix, _ language: Language) {
    self.matrix = matrix
    self.language = language
    names = DryRunNames(matrix.policy, matrix.standard, language)
  }

  // MARK: JSON

  var json: JSONValue {
    let identity = matrix.policy.identity
    return [
      "policy": .identity(identity),
      "now": .string("\(matrix.standard.now)"),
      "roles": .array(matrix.roles.map(role)),
      "idle": .array(
        matrix.idle.map { entry in
          [
            "role": role(entry.role),
            "closedSessionGates": .strings(entry.gates.map { "\($0.gate)" }),
          ]
        }
      ),
      "parts": .array(matrix.parts.map(part)),
    ]
  }

  private func role(_ role: DryRunRole) -> JSONValue {
    [
      "template": .string(role.holder.template.text),
      "title": .string(names.title(role.holder.template)),
      "subtemplates": .strings(role.holder.subtemplates.sorted().map(\.text)),
      "providerRecord": .optional(role.holder.providerRecord?.text),
      "unit": .optional(role.unit?.text),
      "purpose": .optional(role.purpose?.text),
    ]
  }

  private func part(_ part: MatrixPart) -> JSONValue {
    [
      "action": .string(part.action.text),
      "content": .optional(part.content?.id.text),
      // Instead of situations: the most generous answer in any.
      "ever": .bool(part.isEver),
      "situations": .array(
        part.situations.map {
          ["id": .string($0.id.text), "title": .string($0.title[language])]
        }
      ),
      "classes": .array(
        part.contentClasses.enumerated().map { index, id in
          [
            "class": .string(id.text), "title": .string(names.title(id)),
            // For each role, in order, the answer in each situation, in order.
            "answers": .array(
              matrix.roles.indices.map { role in
                .array(part.answers(class: index, role: role).map(answer))
              }
            ),
            // Who is answered more generously in some situation, with something beside.
            "further": .array(part.further[index].map(further)),
          ]
        }
      ),
    ]
  }

  private func further(_ further: MatrixFurther) -> JSONValue {
    [
      "role": role(further.role),
      "onlyWith": .strings(further.onlyWith),
      "answers": .array(further.answers.map(answer)),
    ]
  }

  private func answer(_ answer: MatrixAnswer) -> JSONValue {
    [
      "outcome": answer.isKnown ? .string("\(answer.outcome)") : .null,
      "hidesExistence": .bool(answer.hidesExistence),
      "rules": .strings(answer.rules.map(\.text)),
      "demands": .strings(answer.demands.map(\.text)),
      "obligations": .strings(answer.obligations.map(\.text)),
    ]
  }

  // MARK: CSV

  var csv: String {
    var lines = CSVLine.text(Self.head)
    for part in matrix.parts {
      for index in part.contentClasses.indices {
        for (number, role) in matrix.roles.enumerated() {
          lines += csv(part, index, role, part.answers(class: index, role: number), [])
        }
        for further in part.further[index] {
          lines += csv(part, index, further.role, further.answers, further.onlyWith)
        }
      }
    }
    return lines
  }

  private func csv(
    _ part: MatrixPart,
    _ index: Int,
    _ role: DryRunRole,
    _ answers: [MatrixAnswer],
    _ onlyWith: [String]
  ) -> String {
    let id = part.contentClasses[index]
    let question = [
      role.holder.template.text, names.title(role.holder.template),
      role.holder.subtemplates.sorted().map(\.text).joined(separator: " "),
      role.holder.providerRecord?.text ?? "", role.unit?.text ?? "",
      role.purpose?.text ?? "", part.action.text, names.title(part.action), id.text,
      names.title(id), part.content?.id.text ?? "", part.content?.title[language] ?? "",
    ]
    let situations =
      part.isEver ? [("ever", "")] : part.situations.map { ($0.id.text, $0.title[language]) }
    return zip(situations, answers).map { situation, answer in
      CSVLine.text(
        question + [
          situation.0, situation.1, answer.isKnown ? "\(answer.outcome)" : "unknown",
          answer.hidesExistence ? "yes" : "no",
          answer.rules.map(\.text).joined(separator: " "),
          answer.demands.map(\.text).joined(separator: " "),
          answer.obligations.map(\.text).joined(separator: " "),
          onlyWith.joined(separator: " "),
        ]
      )
    }.joined()
  }

  private static let head = [
    "template", "template title", "subtemplates", "provider record", "unit", "purpose", "action",
    "action title", "class", "class title", "content", "content title", "situation",
    "situation title", "outcome", "hides existence", "rules", "takes a reason under", "obligations",
    "only with",
  ]
}
