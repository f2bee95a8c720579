// SPDX-License-Identifier: Apache-2.0
import Accounts
import DelimitedText

/// One input of a run, as its record in `run.json`.
public struct InputFile: Sendable, Equatable {
  /// The file as written in the programme, or as resolved from a glob.
  public var name: String
  /// Its size.
  public var byteCount: Int
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public var sha256: String
  /// Bytes that do not belong into its text, nil where there are none.
  var strays: StrayBytes?
}

/// Reads the files that a programme names, relative to the programme's own folder.
struct InputFolder: Sendable {
  /// A file with the name that messages use.
  struct Named: Sendable {
    var name: String
    var path: String
  }

  private let folder: String
  private let opened: [String: FileContent]

  /// Reads relative to the folder of `programmeFile`, except what is open already.
  init(of programmeFile: String, opened: [String: FileContent] = [:]) {
    self.opened = opened
    folder = programmeFile.lastIndex(of: "/").map { String(programmeFile[...$0]) } ?? ""
  }

  /// The files that a path or glob stands for, in the order of their names.
  ///
  /// - Throws: ``RunError`` of kind `missingInput` when there is none.
  func files(_ written: String, at position: SourcePosition?) throws(RunError) -> [Named] {
    guard written.contains(where: { "*?[".contains($0) }) else {
      return [Named(name: written, path: path(of: written))]
    }
    let found = FilePattern.matches(path(of: written))
    guard !found.isEmpty else {
      throw RunError(
        .missingInput,
        "K-P031",
        at: position,
        file: written,
        LocalizedText(
          de: "keine Datei passt auf '\(written)'",
          en: "no file matches '\(written)'"
        )
      )
    }
    let prefix = written.hasPrefix("/") ? "" : folder
    return found.map { Named(name: String($0.dropFirst(prefix.count)), path: $0) }
      .sorted { $0.name.isBytewiseLess(than: $1.name) }
  }

  /// Where a path of the programme lies; `-` is standard input.
  func path(of written: String) -> String {
    if written == "-" { return "/dev/stdin" }
    return written.hasPrefix("/") ? written : folder + written
  }

  /// The bytes of a small file.
  ///
  /// - Throws: ``RunError`` of kind `missingInput` for a missing file or a folder.
  func bytes(of file: Named, at position: SourcePosition?) throws(RunError) -> [UInt8] {
    if let content = opened[file.name] { return content.bytes(0..<content.count) }
    do {
      return try FileBytes.read(path: file.path)
    } catch {
      throw RunError(error, file: file.name, at: position)
    }
  }

  /// The size of a file, 0 where only reading it tells.
  func size(of file: Named) -> Int {
    opened[file.name]?.count ?? FileBytes.size(path: file.path)
  }

  /// The content of a file, kept open where that is possible.
  ///
  /// - Throws: ``RunError`` of kind `missingInput` for a missing file or a folder.
  func content(of file: Named, at position: SourcePosition?) throws(RunError) -> FileContent {
    if let content = opened[file.name] { return content }
    do {
      return try FileBytes.content(path: file.path)
    } catch {
      throw RunError(error, file: file.name, at: position)
    }
  }

  /// Makes sure that a file is still what it was when it was opened.
  ///
  /// - Throws: ``RunError`` of kind `unusableData` when it is not.
  func checkUnchanged(
    _ file: Named,
    _ content: FileContent,
    at position: SourcePosition?
  ) throws(RunError) {
    do {
      try content.checkUnchanged()
    } catch {
      throw RunError(error, file: file.name, at: position)
    }
  }

  /// The record of a file in `run.json`, once it is read.
  ///
  /// - Throws: ``RunError`` of kind `unusableData` when the file changed meanwhile.
  func input(
    _ file: Named,
    _ content: FileContent,
    _ audit: FileAudit,
    at position: SourcePosition?
  ) throws(RunError) -> InputFile {
    try checkUnchanged(file, content, at: position)
    return InputFile(name: file.name, byteCount: content.count, sha256: audit.sha256)
  }

  /// A table from the content of a file.
  func table(
    _ file: Named,
    _ content: FileContent,
    _ settings: FormatSettings,
    _ audit: FileAudit,
    at position: SourcePosition?
  ) throws(RunError) -> DelimitedTable {
    do {
      return try DelimitedTable(content: content, settings: settings, audit: audit)
    } catch {
      throw RunError(error, file: file.name, at: position)
    }
  }

  /// A table and the record of its file.
  func table(
    _ file: Named,
    _ settings: FormatSettings,
    at position: SourcePosition?
  ) throws(RunError) -> (table: DelimitedTable, input: InputFile) {
    let content = try content(of: file, at: position)
    let audit = content.audit()
    let table = try table(file, content, settings, audit, at: position)
    var input = try input(file, content, audit, at: position)
    input.strays = table.format.strays
    return (table, input)
  }
}

extension RunError {
  /// The failure to read `file` as a table.
  init(_ error: DelimitedTextError, file: String, at position: SourcePosition?) {
    switch error {
    case .isDirectory:
      self.init(
        .missingInput,
        "K-D001",
        at: position,
        file: file,
        LocalizedText(
          de: "'\(file)' ist ein Ordner; eine CSV-Datei wird erwartet",
          en: "'\(file)' is a folder; a CSV file is expected"
        )
      )
    case .notFound:
      self.init(
        .missingInput,
        "K-D001",
        at: position,
        file: file,
        LocalizedText(de: "Datei '\(file)' fehlt", en: "file '\(file)' is missing")
      )
    case .unreadable(let reason):
      self.init(
        .missingInput,
        "K-D001",
        at: position,
        file: file,
        LocalizedText(
          de: "Datei '\(file)' kann nicht gelesen werden: \(reason)",
          en: "file '\(file)' cannot be read: \(reason)"
        )
      )
    default:
      self.init(
        .unusableData,
        "K-D002",
        at: position,
        file: file,
        LocalizedText(
          de: "'\(file)' ist keine lesbare Tabelle: \(error.explanation(.german))",
          en: "'\(file)' is not a readable table: \(error.explanation(.english))"
        )
      )
    }
  }
}

extension DelimitedTextError {
  /// Why nothing can be made of the bytes, and what helps.
  fileprivate func explanation(_ language: Language) -> String {
    let text =
      switch self {
      case .empty: LocalizedText(de: "die Datei ist leer", en: "the file is empty")
      case .binary(let offset):
        LocalizedText(
          de: "Byte \(offset) gehört zu keinem Text; exportieren Sie als CSV",
          en: "byte \(offset) belongs to no text; export it as CSV"
        )
      case .invalidEncoding(let encoding, let offset):
        LocalizedText(
          de: "Byte \(offset) passt nicht zu \(encoding.rawValue); prüfen Sie format.encoding",
          en: "byte \(offset) does not fit \(encoding.rawValue); check format.encoding"
        )
      case .damagedGzip:
        LocalizedText(
          de: "die gzip-Datei ist beschädigt oder unvollständig",
          en: "the gzip file is damaged or incomplete"
        )
      case .gzipTooLarge(let limit):
        LocalizedText(
          de: "ausgepackt sind es mehr als \(limit) Bytes; packen Sie die Datei vorher aus",
          en: "it unpacks to more than \(limit) bytes; unpack it first"
        )
      case .changedWhileReading:
        LocalizedText(
          de: "die Datei änderte sich beim Lesen; warten Sie, bis der Export fertig ist",
          en: "the file changed while it was read; wait until the export is complete"
        )
      case .headerRowMissing(let row):
        LocalizedText(
          de: "Zeile \(row) aus format.header_row gibt es nicht",
          en: "line \(row) of format.header_row does not exist"
        )
      case .tableMissing(let table, let found):
        LocalizedText(
          de: "Tabelle \(table) aus format.table gibt es nicht; gefunden: \(found)",
          en: "table \(table) of format.table does not exist; found: \(found)"
        )
      default:
        LocalizedText(
          de: "keine Kopfzeile gefunden; setzen Sie format.header_row, ohne Kopfzeile auf 0",
          en: "no header found; set format.header_row, to 0 where there is none"
        )
      }
    return text(language)
  }
}
