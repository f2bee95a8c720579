// SPDX-License-Identifier: Apache-2.0
import Accounts
import Reporting

/// The figures of a case, or a named error with the reason why there are none.
struct CaseFigures: Sendable {
  /// The figures by name.
  var members: [JSONValue.Member]
  /// Why the answer is a named error, where a name alone does not say it.
  var reason: CaseFault?

  init(_ members: [JSONValue.Member], reason: CaseFault? = nil) {
    self.members = members
    self.reason = reason
  }

  /// A named error with the counts that explain it.
  static func error(_ name: String, _ counts: [JSONValue.Member] = []) -> CaseFigures {
    CaseFigures([.init("error", .string(name))] + counts)
  }
}

extension ReferenceCase {
  /// Solves the case; `finding` points at a fault.
  ///
  /// A malformed case has no figures; a case that has no answer has a named error.
  func answer(finding: (CaseFault) -> Finding) -> CaseAnswer {
    do throws(CaseFault) {
      let figures = try kind == .method ? solvedProblem() : solvedFamily()
      var reason = figures.reason.map(finding)
      reason?.severity = .warning
      return CaseAnswer(
        problem: self,
        computed: .object(figures.members),
        findings: reason.map { [$0] } ?? []
      )
    } catch {
      return CaseAnswer(problem: self, computed: nil, findings: [finding(error)])
    }
  }
}
