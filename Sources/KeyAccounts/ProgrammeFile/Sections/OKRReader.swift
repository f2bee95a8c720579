// SPDX-License-Identifier: Apache-2.0
import Accounts
import CyclePerformance
import DelimitedText

/// Reads `okr`.
enum OKRReader {
  /// The files, the rule profile, the day of the figures and the folder of earlier runs.
  static func mapping(_ section: SectionReader) -> OKRMapping {
    var files: [OKRMapping.FileKind: [OKRMapping.File]] = [:]
    for kind in OKRMapping.FileKind.allCases {
      guard let reader = section[kind.rawValue] else { continue }
      let found = readers(reader, of: kind).compactMap(file)
      if !found.isEmpty { files[kind] = found }
    }
    var mapping = OKRMapping(files: files, profile: section["profile"].flatMap(profile) ?? .sieck)
    mapping.asOf = section["as_of"]?.day()
    mapping.history = section["history"]?.text()
    mapping.historyPosition = section["history"]?.position
    return mapping
  }

  /// The nodes of the files: one, or several where sheets are kept apart by cycle or account.
  private static func readers(
    _ reader: NodeReader,
    of kind: OKRMapping.FileKind
  ) -> [NodeReader] {
    guard reader.isList, kind != .checkins else { return [reader] }
    return reader.list() ?? []
  }

  private static func file(_ reader: NodeReader) -> OKRMapping.File? {
    guard reader.isMapping else { return reader.text().map { .init($0, at: reader.position) } }
    guard let section = reader.section(.okrFile) else { return nil }
    let entries = section["columns"]?.named() ?? []
    reportUnknown(entries, in: section)
    let columns = entries.filter { !$0.value.isMapping }.compactMap { entry in
      entry.value.text().map { (entry.name, $0) }
    }
    let constants = entries.filter(\.value.isMapping).compactMap { entry in
      entry.value.section(.okrConstant)?["constant"]?.text().map { (entry.name, $0) }
    }
    let format = section["format"]?.format()
    guard let name = section["file"], let path = name.text() else { return nil }
    var file = OKRMapping.File(path, at: name.position)
    file.columns = Dictionary(columns, uniquingKeysWith: { first, _ in first })
    file.constants = Dictionary(constants, uniquingKeysWith: { first, _ in first })
    file.format = format ?? FormatSettings()
    return file
  }

  /// A misspelt name would leave its column unread.
  private static func reportUnknown(_ entries: [NamedReader], in section: SectionReader) {
    let known = OKRColumn.allCases.map(\.name)
    for entry in entries where OKRColumn(name: entry.name) == nil {
      let hint = Suggestion.closest(to: entry.name, among: known)
      section.problems.add(
        .unknownKey,
        at: entry.position,
        de: "'\(entry.name)' ist keine Spalte von OKR-Dateien\(Suggestion.german(hint))",
        en: "'\(entry.name)' is no column of OKR files\(Suggestion.english(hint))"
      )
    }
  }

  /// A known profile, or one of one's own that starts from `sieck`.
  private static func profile(_ reader: NodeReader) -> RuleProfile? {
    guard reader.isMapping else {
      return reader.choice(of: ["sieck", "simmoleit"]).map { $0 == "sieck" ? .sieck : .simmoleit }
    }
    guard let section = reader.section(.okrProfile) else { return nil }
    var profile = RuleProfile.sieck
    profile.name = section["name"]?.text() ?? "custom"
    readLimits(of: section, into: &profile)
    profile.success = section["success"]?.number(atLeast: 0) ?? profile.success
    profile.onTrack = section["on_track"]?.number(atLeast: 0) ?? profile.onTrack
    profile.atRisk = section["at_risk"]?.number(atLeast: 0) ?? profile.atRisk
    profile.partial = section["partial"]?.number(atLeast: 0) ?? profile.partial
    profile.grace = section["grace"]?.number(atLeast: 0) ?? profile.grace
    profile.activityWords = words(section["activity_words"]) ?? profile.activityWords
    profile.indicatorWords = words(section["indicator_words"]) ?? profile.indicatorWords
    if profile.atRisk > profile.onTrack {
      return reader.fail(
        .contradiction,
        de: "at_risk in '\(reader.path)' ist größer als on_track",
        en: "at_risk in '\(reader.path)' is greater than on_track"
      )
    }
    return profile
  }

  private static func words(_ reader: NodeReader?) -> [String]? {
    reader?.list()?.compactMap { $0.text() }
  }

  private static func readLimits(of section: SectionReader, into profile: inout RuleProfile) {
    profile.maxObjectives =
      section["max_objectives"]?.integer(atLeast: 1) ?? profile.maxObjectives
    profile.maxKeyResults =
      section["max_key_results"]?.integer(atLeast: 1) ?? profile.maxKeyResults
    profile.minAccountCycles =
      section["min_account_cycles"]?.integer(atLeast: 3) ?? profile.minAccountCycles
    profile.minAccounts = section["min_accounts"]?.integer(atLeast: 2) ?? profile.minAccounts
    let fewest = section["min_key_results"]?.integer(atLeast: 0)
    profile.minKeyResults = fewest ?? min(profile.minKeyResults, profile.maxKeyResults)
    profile.staleDays = section["stale_days"]?.integer(atLeast: 1) ?? profile.staleDays
    if let fewest, fewest > profile.maxKeyResults {
      section.problems.add(
        .contradiction,
        at: section.keyPosition("min_key_results"),
        de: "min_key_results \(fewest) ist größer als max_key_results \(profile.maxKeyResults)",
        en: "min_key_results \(fewest) is greater than max_key_results \(profile.maxKeyResults)"
      )
    }
  }
}
