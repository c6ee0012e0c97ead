import ArgumentParser
import PolicyFiles

/// `schema` shows the JSON Schema by which an editor completes and checks files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Show the JSON Schema of policy files, scenario files or authorisation registers.",
    discussion: """
      Write it to a file, and name it in the first line of each YAML file, so that an editor with a \
      language server for YAML completes and checks while you type:

        # yaml-language-server: $schema=schemas/policy.schema.json
      """
  )

  @Argument(
    help:
      "Which files: those of a policy set, those beneath scenarios/, or authorisation registers."
  )
  var kind: EditorSchema

  func run() throws { try Terminal.out(kind.text) }
}

extension EditorSchema: ExpressibleByArgument {}
