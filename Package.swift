// swift-tools-version: 6.2
import PackageDescription

// A service that embeds only `AccessPolicy` resolves no third-party package: everything that the
// command-line tool needs stands behind the `Tooling` trait. A service writes
// `.package(…, traits: [])`; `Tests/EmbeddingCheck` proves it.
let tooling: TargetDependencyCondition? = .when(traits: ["Tooling"])

let package = Package(
  name: "access-policy",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "AccessPolicy", targets: ["AccessPolicy"]),
    .library(name: "PolicyScenarios", targets: ["PolicyScenarios"]),
    .library(name: "PolicyFiles", targets: ["PolicyFiles"]),
    .executable(name: "access-policy", targets: ["PolicyCLI"]),
  ],
  traits: [
    .trait(name: "Tooling", description: "Policy files (YAML, JSON) and the access-policy tool."),
    .default(enabledTraits: ["Tooling"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .target(name: "AccessPolicy"),
    .target(name: "PolicyScenarios", dependencies: ["AccessPolicy"]),
    .target(
      name: "PolicyFiles",
      dependencies: [
        "AccessPolicy",
        "PolicyScenarios",
        .product(name: "Yams", package: "Yams", condition: tooling),
      ]
    ),
    .executableTarget(
      name: "PolicyCLI",
      dependencies: [
        "AccessPolicy",
        "PolicyScenarios",
        "PolicyFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: tooling),
      ]
    ),
    .target(
      name: "PolicyTestSupport",
      dependencies: ["AccessPolicy"],
      path: "Tests/PolicyTestSupport"
    ),
    .testTarget(
      name: "AccessPolicyTests",
      dependencies: ["AccessPolicy", "PolicyScenarios", "PolicyFiles", "PolicyTestSupport"]
    ),
    .testTarget(
      name: "PolicyFilesTests",
      dependencies: ["AccessPolicy", "PolicyScenarios", "PolicyFiles"]
    ),
    .testTarget(
      name: "PolicyScenariosTests",
      dependencies: ["AccessPolicy", "PolicyScenarios", "PolicyFiles", "PolicyTestSupport"]
    ),
    .testTarget(
      name: "PolicyCLITests",
      dependencies: ["AccessPolicy", "PolicyScenarios", "PolicyFiles", "PolicyCLI"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
