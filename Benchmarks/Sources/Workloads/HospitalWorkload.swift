import AccessPolicy
public import Hospital

extension Workload {
  /// How many self-contained requests a hospital is asked.
  public static let requestCount = 4_000
  /// How many charts are opened.
  public static let visitCount = 200
  /// How many look-ups there are in each of them.
  public static let asksPerVisit = 20

  /// What a hospital is called in results.
  public static func hospitalName(_ size: HospitalSize, _ question: HospitalQuestion) -> String {
    "hospital-\(size.rawValue)\(question == .core ? "-core" : "")"
  }

  /// A generated hospital.
  ///
  /// - Parameters:
  ///   - requests: How many self-contained requests.
  ///   - visits: How many opened charts, each asked about `asksPerVisit` times.
  ///   - charts: How many charts of `chartItems` items.
  public init(
    hospital population: Population,
    requests: Int = Self.requestCount,
    visits: Int = Self.visitCount,
    asksPerVisit: Int = Self.asksPerVisit,
    charts: Int = 50,
    chartItems: Int = 500
  ) throws {
    let plan = population.plan
    self.init(
      Self.hospitalName(plan.size, plan.question),
      try Hospital.engine(plan),
      requests: population.questions(requests).map(population.request),
      visits: population.visits(visits, asks: asksPerVisit).map {
        population.visit($0, items: 100)
      },
      charts: population.visits(charts, asks: 1).map { population.visit($0, items: chartItems) }
    )
  }
}

extension Population {
  /// Questions about one chart, as a visit with that many items.
  public func visit(_ questions: [Question], items: Int) -> Visit {
    let first = questions[0]
    return Visit(
      session: session(first.staff),
      chart: chart(first.patient, items: items),
      now: Self.now,
      asks: questions.map { Visit.Ask($0.item, action($0.action)) }
    )
  }
}
