// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

@testable import Accounts

/// Exports as they come from real systems, outside the package, with their expected results.
@Suite struct SharedDataTests {
  private func read(_ name: String, _ mapping: SourceMapping) throws -> SourceLedger? {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let stated = unsafe getenv("KONTOR_SHARED").map { unsafe String(cString: $0) }
    let path = (stated ?? "/\(root)/../shared") + "/data/exports/" + name
    guard unsafe access(path, R_OK) == 0 else {
      print("skipped: no shared data")
      return nil
    }
    let table = try DelimitedTable(path: path, settings: mapping.format)
    return try SourceFileReader(
      file: name,
      mapping: mapping,
      table: table,
      programmeCurrency: "EUR"
    ).read()
  }

  /// Three years wide, trailing minus, a row without customer, a total that includes it.
  @Test func readsAProfitabilityReport() throws {
    let mapping = mapping {
      $0.name = ColumnReference("Bezeichnung")
      $0.period = .wide
      $0.values.append(ValueMapping("margin", column: ColumnReference("DB II")))
    }
    guard let found = try read("d1_sap_ke30_bericht.csv", mapping) else { return }
    #expect(found.counts == [10, 0, 1, 4])
    #expect(found.rejectCodes == ["K-D010@15"])
    #expect(found.codes == ["K-D043"])
    #expect(found.controls.map(\.parsed) == [413_720_000_000, 48_551_000_000])
    #expect(found.controls.map(\.rejected) == [30_000_000, 30_000_000])
    #expect(found.controls.map(\.difference) == [0, 0])
    #expect(found.controls.map(\.missing) == [0, 2])
  }

  /// A hand-kept list in T€ with a mistyped id, a word for a missing value and a share above 100 %.
  @Test func readsAListOfPotentials() throws {
    let mapping = mapping {
      $0.account = IdentifierColumn(ColumnReference("Kundennr."), pattern: "[0-9]+")
      $0.name = ColumnReference("Name")
      $0.period = .column(ColumnReference("Stand"))
      $0.values = [
        ValueMapping("potential", column: ColumnReference("Potenzial (T€)")),
        ValueMapping("share", column: ColumnReference("Lieferanteil %"), kind: .number),
      ]
      $0.values[0].unitFactor = ExactDecimal(1000, scale: 0)
      $0.values[1].unitFactor = ExactDecimal(1, scale: 2)
      $0.values[1].maximum = .one
    }
    guard let found = try read("d3_potenzial_liste.csv", mapping) else { return }
    #expect(found.counts == [6, 0, 1, 3])
    #expect(found.rejectCodes == ["K-D011@9"])
    #expect(found.codes == ["K-D008", "K-D009"])
    #expect(found.controls.map(\.parsed) == [271_805_000_000, 1_822_000_000])
    #expect(found.controls[0].difference == 0)
    #expect(Set(found.cells.keys.map(\.period)) == [Int32(try month("2026-01").index)])
  }
}
