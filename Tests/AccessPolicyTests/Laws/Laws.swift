import Testing

/// The laws of section 6 of docs/semantics.md, each over generated worlds and under its name.
@Suite struct Laws {}
