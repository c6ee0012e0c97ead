// swift-tools-version: 6.2
import PackageDescription

// A service that embeds the library alone. `Scripts/check-embedding` builds and runs it, and proves
// that nothing but this repository is resolved and nothing but the standard library is linked.
let package = Package(
  name: "EmbeddingCheck",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "access-policy", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "EmbeddingCheck",
      dependencies: [.product(name: "AccessPolicy", package: "access-policy")],
      swiftSettings: [.treatAllWarnings(as: .error)]
    )
  ],
  swiftLanguageModes: [.v6]
)
