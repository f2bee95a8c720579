// SPDX-License-Identifier: Apache-2.0
import Accounts

extension OKRCode {
  /// What all findings with this code have in common.
  var kind: FindingBatch.Kind { FindingBatch.Kind(severity, code, citation: citation) }
}

extension Finding {
  /// A finding of the OKR rule book; `field` is the header of a cell or the key of a row.
  static func okr(
    _ code: OKRCode,
    at place: SheetPlace?,
    column: Int? = nil,
    field: String? = nil,
    found: String? = nil,
    _ message: LocalizedText
  ) -> Finding {
    Finding(
      code.severity,
      code.code,
      file: place?.file,
      line: place?.line,
      column: column,
      field: field,
      found: found,
      message: message,
      citation: code.citation
    )
  }
}
