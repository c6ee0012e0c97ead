extension PolicyNames {
  /// What people call the facts and the values that a part of a condition mentions, in its order.
  package func legend(of words: String) -> String {
    let tokens = words.split { " ()[],".contains($0) }.map(String.init)
    let types = tokens.compactMap(type)
    var titles: [String] = []
    for token in tokens {
      let title =
        FactTitles.title(of: token, policy)
        ?? types.lazy.compactMap { self.title(of: token, type: $0) }.first
      guard let text = title?[language], !titles.contains(text) else { continue }
      titles.append(text)
    }
    return titles.joined(separator: "; ")
  }

  /// The type of the fact that a word names.
  private func type(of word: String) -> ValueType? {
    if let builtIn = BuiltInAttribute(rawValue: word) { return builtIn.type }
    if word.hasSuffix(".kind") { return .code(.unitKind) }
    if word.hasSuffix(".enterprise") { return .unit }
    let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let group = AttributeGroup(rawValue: parts[0]),
      let id = AttributeID(parts[1])
    else { return nil }
    return policy.attributes[group]?[id]?.type
  }

  /// What a value of a type is called, where the policy set gives it a title.
  func title(of value: String, type: ValueType) -> LocalizedText? {
    guard let id = AttributeID(value) else { return nil }
    switch type {
    case .set(of: let element): return title(of: value, type: element)
    case .unit: return policy.organisation[id.cast()]?.term.title
    case .code(let domain): return title(of: id, in: domain)
    case .boolean, .number, .text, .date, .instant, .staff, .patient: return nil
    }
  }

  private func title(of code: AttributeID, in domain: CodeDomain) -> LocalizedText? {
    switch domain {
    case .action: policy.actions[code.cast()]?.term.title
    case .purpose: policy.purposes[code.cast()]?.term.title
    case .contentClass: policy.contentClasses[code.cast()]?.term.title
    case .contentTag: policy.contentTags[code.cast()]?.title
    case .unitKind: policy.unitKinds[code.cast()]?.title
    case .logisticsKind: policy.patientLogistics[code.cast()]?.term.title
    case .linkStatus: policy.statuses[code.cast()]?.title
    case .mark: policy.marks[code.cast()]?.term.title
    case .template: policy.templates[code.cast()]?.term.title
    case .subtemplate: policy.subtemplates[code.cast()]?.term.title
    case .providerRecord: policy.providerRecords[code.cast()]?.term.title
    case .declared(let group, let id): policy.attributes[group]?[id]?.codeTitles[code]
    }
  }
}
