// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets over everything that reads bytes. `Scripts/fuzz` builds them with libFuzzer, gives
// them the error gallery and the shipped policy sets as seeds, and runs them.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "access-policy", path: "../..")],
  targets: [
    .target(name: "LibFuzzer"),
    .target(
      name: "FuzzSupport",
      dependencies: [
        "LibFuzzer",
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "PolicyFiles", package: "access-policy"),
        .product(name: "PolicyScenarios", package: "access-policy"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for name in ["FuzzPolicies", "FuzzScenarios", "FuzzRequests", "FuzzStaff"] {
  package.targets.append(
    .executableTarget(
      name: name,
      dependencies: ["FuzzSupport"],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    )
  )
}
