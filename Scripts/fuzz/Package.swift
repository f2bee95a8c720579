// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// A package of its own, so that no normal build or test run pays for it.
///
/// It compiles the readers of the project from their own folders (`DelimitedText` and `Accounts` are
/// links), with the settings that the fuzzing run needs, and drives them with seeded mutations.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
]

let package = Package(
  name: "kontor-fuzz",
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CScanning"),
    .target(
      name: "DelimitedText",
      dependencies: ["CScanning", "CZlib"],
      swiftSettings: settings
    ),
    .target(name: "Accounts", dependencies: ["DelimitedText"], swiftSettings: settings),
    .executableTarget(
      name: "fuzz",
      dependencies: ["DelimitedText", "Accounts"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
