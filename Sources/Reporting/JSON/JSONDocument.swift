// SPDX-License-Identifier: Apache-2.0

/// A JSON document that may hold whole tables, whose rows are made only while it is written.
public indirect enum JSONDocument: Sendable {
  /// A value.
  case value(JSONValue)
  /// An array with an object per row.
  case rows(ReportTable)
  /// Named parts, in order.
  case object([Part])

  /// A name with its document.
  public struct Part: Sendable {
    /// The name.
    public var name: String
    /// The document.
    public var document: JSONDocument

    /// Names a document.
    public init(_ name: String, _ document: JSONDocument) {
      self.name = name
      self.document = document
    }
  }
}
