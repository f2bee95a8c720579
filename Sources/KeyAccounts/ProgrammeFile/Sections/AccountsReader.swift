// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// Reads `accounts` and `rates`.
enum AccountsReader {
  /// The customer master; nil where file or account column are unusable.
  static func master(_ section: SectionReader) -> MasterMapping? {
    let file = section["file"]?.text()
    let account = section["account"]?.accountColumn()
    var master = MasterMapping(
      file: file ?? "",
      account: account ?? IdentifierColumn(ColumnReference(""))
    )
    master.position = section["file"]?.position ?? section.position
    master.format = section["format"]?.format() ?? FormatSettings()
    master.name = section.column("name")
    master.attributes = section["attributes"]?.attributes() ?? []
    master.system = section.column("system")
    master.parent = section["parent"].flatMap(parent)
    master.parentName = section.column("parent_name")
    master.validFrom = section.column("valid_from")
    master.validTo = section.column("valid_to")
    master.rollUp =
      section["rollup"]?.choice(MasterMapping.RollUp.self)
      ?? (section["parent"] == nil ? .none : .top)
    master.identities = section["mapping"]?.text()
    master.identitiesPosition = section["mapping"]?.position
    return file == nil || account == nil ? nil : master
  }

  /// The rate table.
  static func rates(_ section: SectionReader) -> RateMapping? {
    let format = section["format"]?.format()
    guard let file = section["file"], let path = file.text() else { return nil }
    var rates = RateMapping(file: path, at: file.position)
    rates.format = format ?? FormatSettings()
    rates.currency = section.column("currency")
    rates.rate = section.column("rate")
    rates.period = section.column("period")
    rates.validFrom = section.column("valid_from")
    if rates.period != nil, rates.validFrom != nil {
      section.problems.add(
        .contradiction,
        at: section.keyPosition("valid_from"),
        de: "'rates' hat period und valid_from; Kurse gelten für eine Periode oder von ihr an",
        en: "'rates' has period and valid_from; rates hold for a period or from it on"
      )
    }
    return rates
  }

  private static func parent(_ reader: NodeReader) -> MasterMapping.ParentRule? {
    guard reader.isMapping else { return reader.column().map { .init($0) } }
    guard let section = reader.section(.parent) else { return nil }
    let isByName = section["by"]?.choice(of: ["account", "name"]) == "name"
    return NodeReader.column(in: section).map { .init($0, isByName: isByName) }
  }
}
