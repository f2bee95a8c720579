// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// The same strict settings for every target, so that no part of the package is held to less.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
]

func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: settings
  )
}

let package = Package(
  name: "kontor",
  products: [
    .library(name: "KeyAccounts", targets: ["KeyAccounts"]),
    .executable(name: "kontor", targets: ["kontor"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Tools: they know no business word.
    .target(name: "COpenBLAS"),
    .target(name: "CPanel"),
    stage("LinearAlgebra", ["COpenBLAS", "CPanel"]),
    stage("Statistics", ["LinearAlgebra"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CScanning"),
    stage("DelimitedText", ["CScanning", "CZlib"]),
    // Stages, in the order the data flows.
    stage("Accounts", ["DelimitedText"]),
    .target(name: "CSolver"),
    .target(name: "CScores"),
    stage("Selection", ["CSolver", "CScores", "LinearAlgebra", "Statistics", "Accounts"]),
    stage("PortfolioAnalysis", ["LinearAlgebra", "Statistics", "Accounts"]),
    stage("CyclePerformance", ["LinearAlgebra", "Statistics", "DelimitedText", "Accounts"]),
    stage(
      "Reporting",
      ["DelimitedText", "Accounts", "Selection", "PortfolioAnalysis", "CyclePerformance"]
    ),
    // Where the stages meet, and the command.
    stage(
      "KeyAccounts",
      [
        "LinearAlgebra", "Statistics", "DelimitedText", "Accounts", "Selection",
        "PortfolioAnalysis", "CyclePerformance", "Reporting",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "CAllocator"),
    .executableTarget(
      name: "kontor",
      dependencies: [
        "Accounts", "CAllocator", "CyclePerformance", "DelimitedText", "KeyAccounts",
        "PortfolioAnalysis", "Reporting", "Selection",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    // What Benchmarks/regression.sh and Benchmarks/methods.sh time; no products.
    .target(name: "BenchmarkSupport", path: "Benchmarks/Support", swiftSettings: settings),
    .executableTarget(
      name: "regression-benchmark",
      dependencies: ["BenchmarkSupport", "LinearAlgebra", "Statistics"],
      path: "Benchmarks/Regression",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "method-benchmark",
      dependencies: ["BenchmarkSupport", "Accounts", "Selection", "Statistics"],
      path: "Benchmarks/Methods",
      swiftSettings: settings
    ),
    // Tests, one target beside each stage.
    tests("LinearAlgebra", []),
    tests("Statistics", []),
    tests("DelimitedText", ["CScanning"]),
    tests("Accounts", ["DelimitedText"]),
    tests("Selection", ["Accounts", "LinearAlgebra", "Statistics"]),
    tests("PortfolioAnalysis", ["Accounts", "DelimitedText"]),
    tests("CyclePerformance", ["Accounts", "DelimitedText", "Statistics"]),
    tests("Reporting", ["Accounts", "DelimitedText"]),
    tests(
      "KeyAccounts",
      [
        "Accounts", "CyclePerformance", "DelimitedText", "PortfolioAnalysis", "Reporting",
        "Selection",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
