import AccessPolicy
import PolicyFiles
import PolicyScenarios

extension Workload {
  /// A policy set in files, asked what its scenarios ask.
  ///
  /// A chart of the scenarios has few items, so charts of many are the items of one patient's chart
  /// over and over.
  public init(policySet path: String, named name: String, chartItems: Int = 500) throws {
    let check = PolicyCheck(path: path)
    guard let policy = check.policy else { throw WorkloadRejected(description: check.text()) }
    let files = ScenarioFolder.load(policyPath: path)
    guard let scenarios = ScenarioReader.read(files.documents, policy: policy).scenarios else {
      throw WorkloadRejected(description: "the scenarios of \(path) cannot be read")
    }
    let requests = scenarios.cases.flatMap { $0.cells.map(\.request) }
    let visits = Self.visits(requests)
    let ofPatients = visits.filter { $0.chart.patient != nil && $0.chart.items.count >= 4 }
    let charts = stride(from: 0, to: ofPatients.count, by: max(1, ofPatients.count / 50)).map {
      ofPatients[$0].repeated(items: chartItems)
    }
    self.init(
      name,
      PolicyEngine(policy),
      requests: requests,
      visits: visits,
      charts: charts
    )
  }

  /// Joins neighbouring requests that differ in action and item alone.
  private static func visits(_ requests: [AccessRequest]) -> [Visit] {
    var visits: [Visit] = []
    var start = 0
    for end in 1...max(1, requests.count)
    where end == requests.count || !requests[end].isOfSameVisit(as: requests[start]) {
      let group = requests[start..<end]
      if let first = group.first {
        visits.append(
          Visit(
            session: first.session,
            chart: Chart(patient: first.patient, items: group.map(\.content)),
            now: first.now,
            grants: first.grants,
            justifications: first.justifications,
            attributes: first.attributes,
            asks: group.enumerated().map { Visit.Ask($0, $1.action) }
          )
        )
      }
      start = end
    }
    return visits
  }
}

extension AccessRequest {
  fileprivate func isOfSameVisit(as other: AccessRequest) -> Bool {
    now == other.now && session == other.session && patient == other.patient
      && grants == other.grants && justifications == other.justifications
      && attributes == other.attributes
  }
}

extension Visit {
  fileprivate func repeated(items count: Int) -> Visit {
    Visit(
      session: session,
      chart: Chart(
        patient: chart.patient,
        items: (0..<count).map { chart.items[$0 % chart.items.count] }
      ),
      now: now,
      grants: grants,
      justifications: justifications,
      attributes: attributes,
      asks: [asks[0]]
    )
  }
}

/// Why a workload cannot be made.
public struct WorkloadRejected: Error, CustomStringConvertible {
  /// The reason.
  public let description: String
}
