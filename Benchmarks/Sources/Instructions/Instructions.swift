import Hospital
import Probes
import Workloads

/// Fixed work, for callgrind to count; `Scripts/check-instructions` runs it, and says what is too much.
///
/// It prints, for each section, how much was done in it and how many blocks of memory that took; the
/// instructions stand in the files of callgrind, each under the name of its section.
@main
enum Instructions {
  static func main() throws {
    for size in HospitalSize.allCases {
      let population = Population(Plan(size), people: .ward)
      let workload = try Workload(
        hospital: population,
        requests: 200,
        visits: 20,
        charts: 4
      )
      for door in workload.doors { count(door, "hospital-\(size.rawValue)") }
    }
    let extreme = try Extreme()
    for curve in Curve.allCases {
      for point in curve.points {
        let workload = extreme.workload("", curve.measures(point))
        for door in workload.doors where Curve.doors.contains(door.name) {
          count(door, "\(curve.rawValue)=\(point)")
        }
      }
    }
  }

  /// Does the work of a door once, so that nothing happens for the first time, and once to be counted.
  private static func count(_ door: Door, _ workload: String) {
    let run = door.runner()
    let all = {
      for batch in 0..<door.batches { blackHole(run(batch)) }
    }
    all()
    let allocations = probes_allocations()
    all()
    let asked = probes_allocations() - allocations
    let section = "\(workload)/\(door.name)"
    probes_start()
    all()
    unsafe section.withCString { unsafe probes_stop($0) }
    print("\(section)\t\(door.batch * door.batches)\t\(asked)")
  }
}

/// One thing that grows while all else stays.
enum Curve: String, CaseIterable {
  case links
  case marks
  case tests
  case depth

  /// Of a chart with one item, look-up and opening; and the whole question at once.
  static let doors = [
    "request", "request, whole decision", "look-up", "open a chart of 1",
    "put a session before a chart",
  ]

  var points: [Int] {
    switch self {
    case .links: [1, 10, 50, 100, 250, 500, 1_000, 2_000]
    case .marks: [0, 1, 2, 4, 8, 16, 32, 64]
    case .tests: [1, 2, 4, 8, 16, 24, 32, 64]
    case .depth: [0, 1, 2, 4, 8, 16, 32, 64]
    }
  }

  func measures(_ point: Int) -> Extreme.Measures {
    var measures = Extreme.Measures()
    switch self {
    case .links: measures.links = point
    case .marks: measures.marks = point
    case .tests: measures.tests = point
    case .depth: measures.depth = point
    }
    return measures
  }
}
