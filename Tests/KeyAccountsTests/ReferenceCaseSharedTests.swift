// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import KeyAccounts
import Reporting
import Testing

/// The published and independently computed cases beside the package.
@Suite struct ReferenceCaseSharedTests {
  @Test func everyReferenceCasePasses() throws {
    guard FileManager.default.fileExists(atPath: Self.folder) else {
      print("skipped: no shared data")
      return
    }
    let verifications = try CaseVerifications(paths: [Self.folder])
    for result in verifications.results where !result.passed {
      Issue.record("\(result.id): \(result.failure?.english ?? "")")
    }
    #expect(verifications.passedCount > 150)
    #expect(verifications.results.map(\.file) == verifications.results.map(\.file).sorted())
  }

  @Test func everyExpectedNumberAndWordMatters() throws {
    guard FileManager.default.fileExists(atPath: Self.folder) else {
      print("skipped: no shared data")
      return
    }
    var tried = 0
    for family in ["progress", "pace", "rollup", "link", "transition", "shrinkage", "did"] {
      let file = try ReferenceCaseFile(contentsOf: "\(Self.folder)/okr/\(family).json")
      for answer in file.answers() {
        for wrong in Self.spoiled(try #require(answer.problem.expected)) {
          tried += 1
          #expect(!answer.agrees(with: wrong), "\(answer.problem.id): \(wrong.line)")
        }
      }
    }
    #expect(tried > 300)
  }

  /// The value with each of its scalars replaced in turn by something else.
  private static func spoiled(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .null: return [.integer(0)]
    case .bool(let flag): return [.bool(!flag), .null]
    case .integer(let number): return [.integer(number + 1), .null]
    case .number(let number): return [.number(number * 1.001 + 0.001), .null]
    case .string(let text): return [.string(text + "x"), .null]
    case .array(let elements):
      return elements.indices.flatMap { index in
        spoiled(elements[index]).map { wrong in
          var copy = elements
          copy[index] = wrong
          return .array(copy)
        }
      } + [.array(elements + [.null])]
    case .object(let members):
      return members.indices.flatMap { index in
        spoiled(members[index].value).map { wrong in
          var copy = members
          copy[index].value = wrong
          return .object(copy)
        }
      }
    }
  }

  private static var folder: String {
    if let folder = ProcessInfo.processInfo.environment["KONTOR_SHARED"] {
      return folder + "/golden"
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/golden"
  }
}
