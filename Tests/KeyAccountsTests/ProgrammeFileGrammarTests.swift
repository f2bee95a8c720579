// SPDX-License-Identifier: Apache-2.0
import Accounts
import FoundationEssentials
import Testing

@testable import KeyAccounts

@Suite struct ProgrammeFileGrammarTests {
  /// Where the whole example holds each section.
  private static let places: [ProgrammeSection: String] = [
    .root: "", .programme: "programme", .source: "sources.0", .sourceFormat: "sources.0.format",
    .format: "accounts.format", .column: "sources.0.attributes.country",
    .accountColumn: "sources.0.account", .constantPeriod: "sources.2.period",
    .currency: "sources.0.currency", .value: "sources.0.values.margin",
    .sign: "sources.0.values.margin.sign", .accounts: "accounts",
    .parent: "accounts.parent", .rates: "rates", .criterion: "criteria.0",
    .scale: "criteria.0.scale", .weighting: "weighting",
    .bestWorst: "scenarios.0.weighting.best-worst", .method: "method",
    .shortlist: "shortlist", .capacity: "shortlist.capacity", .quota: "shortlist.quotas.0",
    .matrix: "matrix", .robustness: "robustness", .scenario: "scenarios.0",
    .scenarioFile: "scenarios", .scenarioList: "scenarios.1.shortlist", .okr: "okr",
    .okrFile: "okr.cycles", .okrConstant: "okr.cycles.columns.status", .okrProfile: "okr.profile",
  ]

  @Test func readsTheWholeGrammarWithoutAProblem() {
    #expect(ProgrammeFileExamples.places(in: ProgrammeFileExamples.whole) == [])
  }

  @Test(arguments: ProgrammeSection.allCases)
  func readsEveryDeclaredKey(section: ProgrammeSection) throws {
    let place = try #require(Self.places[section])
    for key in section.keys where !(section == .scenarioFile) {
      let path = place.isEmpty ? key.name : "\(place).\(key.name)"
      let problems = ProgrammeFileExamples.problems(
        in: ProgrammeFileExamples.whole,
        overrides: ["\(path)=[{nonsense: [[[]]]}]"]
      )
      #expect(!problems.isEmpty, "\(path) is declared but not read")
      #expect(!problems.contains { $0.message.english.contains("unknown key '\(key.name)'") })
    }
  }

  @Test func readsTheFileOfScenarios() throws {
    let text = ProgrammeFileExamples.minimal
    let programme = try Programme(text: text, file: "k", overrides: ["scenarios={file: w.csv}"])
    #expect(programme.declared.scenarioFile?.path == "w.csv")
    #expect(
      ProgrammeFileExamples.places(in: text, overrides: ["scenarios={file: [w]}"])
        == ["K-P006 1:18"]
    )
  }

  @Test func refusesUnknownKeysInEverySection() throws {
    for section in ProgrammeSection.allCases where section != .scenarioFile {
      let place = try #require(Self.places[section])
      let path = place.isEmpty ? "zzz" : "\(place).zzz"
      let problems = ProgrammeFileExamples.problems(
        in: ProgrammeFileExamples.whole,
        overrides: ["\(path)=1"]
      )
      #expect(problems.map(\.code) == ["K-P004"], "\(path)")
    }
  }

  @Test func schemaIsJSONAndHasEveryKey() throws {
    let json = ProgrammeSchema.json()
    let schema = try JSONDecoder().decode(Schema.self, from: Data(json.utf8))
    #expect(schema.definitions.count == ProgrammeSection.allCases.count)
    for section in ProgrammeSection.allCases {
      let definition = try #require(schema.definitions[section.rawValue])
      #expect(Set(definition.properties.keys) == Set(section.keys.map(\.name)))
      #expect(
        Set(definition.required ?? []) == Set(section.keys.filter(\.isRequired).map(\.name))
      )
      #expect(definition.additionalProperties == false)
      #expect(definition.properties.values.allSatisfy { $0.description.hasSuffix(".") })
    }
    #expect(json == ProgrammeSchema.json())
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = ProgrammeCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    for code in codes {
      #expect(!code.explanation.german.isEmpty && !code.explanation.english.isEmpty)
      #expect(code.explanation.german != code.explanation.english)
    }
  }

  private struct Schema: Decodable {
    struct Definition: Decodable {
      var properties: [String: Property]
      var required: [String]?
      var additionalProperties: Bool
    }

    struct Property: Decodable {
      var description: String
    }

    var definitions: [String: Definition]

    private enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }
}
