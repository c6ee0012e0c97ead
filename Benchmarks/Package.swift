// swift-tools-version: 6.2
import PackageDescription

// What the engine costs, measured. Never part of `swift test`: see README.md.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  products: [.library(name: "Hospital", targets: ["Hospital"])],
  dependencies: [
    .package(name: "access-policy", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
  ],
  targets: [
    .target(
      name: "Hospital",
      dependencies: [
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "PolicyFiles", package: "access-policy"),
      ]
    ),
    .executableTarget(
      name: "hospital-export",
      dependencies: [
        "Hospital",
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/HospitalExport"
    ),
    .target(name: "Probes"),
    .target(
      name: "Workloads",
      dependencies: [
        "Hospital",
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "PolicyFiles", package: "access-policy"),
        .product(name: "PolicyScenarios", package: "access-policy"),
      ]
    ),
    .executableTarget(
      name: "performance",
      dependencies: [
        "Hospital",
        "Probes",
        "Workloads",
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "PolicyFiles", package: "access-policy"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Performance"
    ),
    .executableTarget(
      name: "instructions",
      dependencies: ["Hospital", "Probes", "Workloads"],
      path: "Sources/Instructions"
    ),
    .executableTarget(
      name: "core-question",
      dependencies: [
        "Hospital",
        "Workloads",
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/CoreQuestion"
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.name != "Probes" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
