// SPDX-License-Identifier: Apache-2.0
package import Accounts
package import Reporting

/// Whether the answer of one reference case is what it should be.
package struct CaseVerification: Sendable {
  /// The name of the case, or the file where there is none.
  package var id: String
  /// The file.
  package var file: String
  /// What was computed, nil for a malformed case.
  package var computed: JSONValue?
  /// The largest difference of two numbers, nil where none were compared.
  package var largestDeviation: Double?
  /// How far numbers may differ, nil where the case does not say it readably.
  package var tolerance: CaseTolerance?
  /// Why it failed, nil when it passed.
  package var failure: LocalizedText?

  /// Whether the case passed.
  package var passed: Bool { failure == nil }

  /// Compares an answer with the case's own expectation.
  init(_ answer: CaseAnswer, expected: JSONValue) {
    id = answer.problem.id
    file = answer.problem.file
    computed = answer.computed
    tolerance = CaseTolerance(answer.problem.body.json["tolerance"])
    guard let computed = answer.computed else {
      failure = answer.findings.first?.message
      return
    }
    guard let tolerance else {
      failure = LocalizedText(
        de: "'tolerance' fehlt oder passt nicht; erwartet: eine Zahl oder {abs, rel}",
        en: "'tolerance' does not fit; expected a number or {abs, rel}"
      )
      return
    }
    let comparison = CaseComparison(
      computed,
      expected: expected,
      tolerance: tolerance,
      isEdge: answer.problem.name == "edge"
    )
    largestDeviation = comparison.largestDeviation
    failure = comparison.difference
  }

  /// A file that cannot be read as JSON at all.
  init(unreadable file: String, _ message: LocalizedText) {
    id = file
    self.file = file
    failure = message
  }
}

/// The verification of all reference cases below some files and folders.
package struct CaseVerifications: Sendable {
  /// One result per case, in the order of the files.
  package private(set) var results: [CaseVerification] = []
  /// What was skipped, and what is wrong with files.
  package private(set) var findings: [Finding] = []

  /// Solves and compares the cases of files and folders.
  ///
  /// - Throws: ``RunError`` of kind `missingInput` for a path that does not exist.
  package init(paths: [String]) throws(RunError) {
    for path in paths {
      for name in try ReferenceCaseFolder.files(at: path) {
        add(try ReferenceCaseFile(contentsOf: name))
      }
    }
  }

  /// Solves and compares the cases of one file.
  package init(_ file: ReferenceCaseFile) { add(file) }

  /// How many cases passed.
  package var passedCount: Int { results.count { $0.passed } }
  /// How many cases failed.
  package var failedCount: Int { results.count { !$0.passed } }

  private mutating func add(_ file: ReferenceCaseFile) {
    if file.isForeign {
      return skip(
        file.name,
        LocalizedText(
          de: "kein Referenzfall; übersprungen",
          en: "no reference case; skipped"
        )
      )
    }
    for finding in file.findings {
      findings.append(finding)
      results.append(CaseVerification(unreadable: file.name, finding.message))
    }
    for answer in file.answers() {
      guard let expected = answer.problem.expected else {
        skip(
          file.name,
          LocalizedText(
            de: "'\(answer.problem.id)' nennt kein 'expected'; übersprungen",
            en: "'\(answer.problem.id)' gives no 'expected'; skipped"
          )
        )
        continue
      }
      results.append(CaseVerification(answer, expected: expected))
    }
  }

  private mutating func skip(_ file: String, _ message: LocalizedText) {
    findings.append(Finding(.info, FileCode.noCase.rawValue, file: file, message: message))
  }
}

extension CaseAnswer {
  /// Whether the figures are what `expected` says, under the case's own tolerance.
  package func agrees(with expected: JSONValue) -> Bool {
    CaseVerification(self, expected: expected).passed
  }
}
