// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

extension Finding {
  /// What was done with bytes that do not belong into the text of `file`.
  init(_ strays: StrayBytes, in file: String) {
    let (foreign, nuls) = (strays.foreign, strays.nuls)
    var (german, english): ([String], [String]) = ([], [])
    if foreign > 0 {
      german.append("Bytes ohne UTF-8: \(foreign), als windows-1252 gelesen")
      english.append("bytes that are no UTF-8: \(foreign), read as windows-1252")
    }
    if nuls > 0 {
      german.append("NUL-Bytes: \(nuls), weggelassen")
      english.append("NUL bytes: \(nuls), left out")
    }
    self.init(
      .warning,
      "K-D165",
      file: file,
      line: strays.line,
      found: "\(foreign + nuls)",
      message: LocalizedText(
        de: german.joined(separator: "; ") + "; das erste in dieser Zeile; prüfen Sie, wie der "
          + "Export entsteht",
        en: english.joined(separator: "; ") + "; the first one in this line; look at how the "
          + "export is made"
      )
    )
  }
}
