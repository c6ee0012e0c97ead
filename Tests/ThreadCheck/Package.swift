// swift-tools-version: 6.2
import PackageDescription

// A service that swaps policy sets while it decides. `Scripts/check-threads` builds it with the thread
// sanitizer and runs it.
let package = Package(
  name: "ThreadCheck",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "access-policy", path: "../..")],
  targets: [
    .executableTarget(
      name: "ThreadCheck",
      dependencies: [
        .product(name: "AccessPolicy", package: "access-policy"),
        .product(name: "PolicyFiles", package: "access-policy"),
        .product(name: "PolicyScenarios", package: "access-policy"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    )
  ],
  swiftLanguageModes: [.v6]
)
