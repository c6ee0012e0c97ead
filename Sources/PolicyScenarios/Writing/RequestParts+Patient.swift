import AccessPolicy

// Patients, and what stands in their records.

extension RequestParts {
  /// The keys of a patient, without contacts and items.
  mutating func patient(_ patient: Patient) -> [Written.Entry] {
    var entries = fact("birthDate", patient.birthDate) { (parts, date) in
      if CivilDate(date.description) != date { parts.cannot("a birth date is beyond the calendar") }
      return .scalar(date.description)
    }
    entries += unit("residence", patient.residence)
    entries += marks("marks", patient.marks)
    entries += attributes(.patient, patient.attributes)
    if !patient.links.isEmpty {
      let links = patient.links.map { link($0) }
      if Set(links.map(\.key)).count < links.count { cannot("two links have the same key") }
      entries.append(Written.Entry("links", .keys(links), isOpen: true))
    }
    switch patient.blocks {
    case .absent: break
    case .unknown: entries.append(Written.Entry("blocks", .scalar("unknown")))
    case .known(let blocks):
      let written = blocks.map { block($0) }
      if Set(written.map(\.key)).count < written.count { cannot("two blocks have the same key") }
      entries.append(Written.Entry("blocks", .keys(written), isOpen: true))
    }
    return entries
  }

  private mutating func link(_ link: Link) -> Written.Entry {
    let kind = policy.patientLogistics[link.kind]
    var entries = [
      Written.Entry(
        "kind",
        id(link.kind, "kind of patient logistics", in: policy.patientLogistics)
      )
    ]
    entries += fact("status", link.status) { (parts, status) in
      if let kind, !kind.counts.contains(status), !kind.neverCounts.contains(status) {
        parts.cannot("`\(link.kind)` has no status `\(status)`")
      }
      return .scalar(ScalarText.of(status.text))
    }
    entries += unit("unit", link.unit)
    entries += key("staff", link.staff)
    entries += keys("team", link.team)
    entries += key("group", link.group)
    entries += instant("starts", link.starts)
    entries += instant("ends", link.ends)
    entries += attributes(.link, link.attributes)
    return Written.Entry(name(link.id.text), .keys(entries), comment: title(kind?.term))
  }

  private mutating func block(_ block: Block) -> Written.Entry {
    var entries = [
      Written.Entry("kind", id(block.kind, "kind of block", in: policy.blocks))
    ]
    entries += fact("covers", block.coverage) { $0.coverage($1) }
    entries += instant("entriesFrom", block.entriesFrom)
    entries += fact("against", block.against) { $0.against($1) }
    entries += instant("from", block.from)
    entries += instant("until", block.until)
    if block.effectuated == .absent {
      cannot("a scenario says of every block whether it is effectuated, or that it is unknown")
    }
    entries += fact("effectuated", block.effectuated) { .scalar(ScalarText.of($1)) }
    let title = title(policy.blocks[block.kind]?.term)
    return Written.Entry(name(block.id.text), .keys(entries), comment: title)
  }

  private mutating func coverage(_ coverage: Block.Coverage) -> Written {
    switch coverage {
    case .whole: .scalar("whole")
    case .classes(let classes):
      .keys([.init("classes", ids(classes, "content class", in: policy.contentClasses))])
    case .contact(let contact): .keys([.init("contact", key(contact))])
    case .item(let item): .keys([.init("item", key(item))])
    }
  }

  private mutating func against(_ against: Block.Against) -> Written {
    switch against {
    case .everyone: .scalar("everyone")
    case .unit(let unit): .keys([.init("unit", self.unit(unit))])
    case .template(let id):
      .keys([.init("template", self.id(id, "role template", in: policy.templates))])
    case .staff(let staff): .keys([.init("staff", key(staff))])
    }
  }

  // MARK: Content

  mutating func contact(_ contact: Contact) -> Written.Entry {
    let entries =
      unit("unit", contact.unit) + keys("team", contact.team) + marks("marks", contact.marks)
    return Written.Entry(name(contact.id.text), .keys(entries))
  }

  /// An item under a name; its own key is written where it has none, or nobody knows it.
  mutating func item(_ item: ContentItem, name: String) -> Written.Entry {
    let contentClass = policy.contentClasses[item.contentClass]
    var entries = [
      Written.Entry("class", id(item.contentClass, "content class", in: policy.contentClasses))
    ]
    switch item.id {
    case .known: break
    case .absent: entries.append(Written.Entry("id", .scalar("null")))
    case .unknown: entries.append(Written.Entry("id", .scalar("unknown")))
    }
    entries += fact("contact", item.contact) { $0.key($1.id) }
    entries += unit("unit", item.unit)
    entries += key("author", item.author)
    entries += instant("recorded", item.recorded)
    entries += instant("starts", item.starts)
    entries += instant("ends", item.ends)
    entries += marks("marks", item.marks)
    entries += attributes(.content, item.attributes)
    return Written.Entry(self.name(name), .keys(entries), comment: title(contentClass?.term))
  }
}
