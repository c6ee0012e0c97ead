/// The order in which the patient's links are tried.
enum LinkOrder {
  /// By key; links that share one, by start, end, kind and unit.
  static func comesFirst(_ links: [Link], _ a: Int, _ b: Int) -> Bool {
    if links[a].id != links[b].id { return links[a].id < links[b].id }
    let (x, y) = (seconds(links[a].starts), seconds(links[b].starts))
    if x != y { return x < y }
    let (p, q) = (seconds(links[a].ends), seconds(links[b].ends))
    if p != q { return p < q }
    let (kind, other) = (links[a].kind.text, links[b].kind.text)
    if !TextBytes.areEqual(kind, other) { return TextBytes.isBefore(kind, other) }
    return (links[a].unit.value?.text ?? "") < (links[b].unit.value?.text ?? "")
  }

  private static func seconds(_ fact: Fact<Instant>) -> Int64 {
    fact.value?.secondsSince1970 ?? .min
  }

  /// Whether one is tried before another; of two that nothing tells apart, the one that was given first.
  static func isTried(_ links: [Link], _ a: Int, before b: Int) -> Bool {
    comesFirst(links, a, b) || (a < b && !comesFirst(links, b, a))
  }
}
