// SPDX-License-Identifier: Apache-2.0
public import Accounts
import Reporting

extension Run {
  /// What was understood of each file: its format, and the evidence for it, one paragraph a file.
  public func understood(_ language: Language) -> String {
    profiles.sorted { $0.file.isBytewiseLess(than: $1.file) }.map { file in
      "\(file.file): \(file.understood(language))\n"
        + file.evidence.map { "  \($0(language))\n" }.joined()
    }.joined()
  }

  /// The findings as a SARIF 2.1.0 log, for code-review tools.
  public func sarif(_ language: Language) -> [UInt8] {
    JSONWriter.pretty(SARIF.log(findings, version: Engine.version, language))
  }
}
