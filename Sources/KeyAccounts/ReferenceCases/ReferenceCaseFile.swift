// SPDX-License-Identifier: Apache-2.0
package import Accounts
import DelimitedText
import Reporting

/// A file of problems: one decision problem, a family with `cases`, or a list of either.
package struct ReferenceCaseFile: Sendable {
  /// The file as the user named it.
  package let name: String
  /// The problems, in the order of the file.
  package private(set) var cases: [ReferenceCase] = []
  /// What is wrong with the file as a whole.
  package private(set) var findings: [Finding] = []
  /// Whether the file is JSON that holds no problem of either format.
  package private(set) var isForeign = false

  private let bytes: [UInt8]

  /// Reads a file; `-` is standard input.
  ///
  /// - Throws: ``RunError`` of kind `missingInput` for a missing file or a folder.
  package init(contentsOf name: String) throws(RunError) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path: name == "-" ? "/dev/stdin" : name)
    } catch .isDirectory {
      throw RunError(
        .missingInput,
        "K-D001",
        file: name,
        LocalizedText(
          de: "'\(name)' ist ein Ordner; eine JSON-Datei wird erwartet",
          en: "'\(name)' is a folder; a JSON file is expected"
        )
      )
    } catch {
      throw RunError(error, file: name, at: nil)
    }
    self.init(bytes: bytes, name: name)
  }

  /// Reads the bytes of a file.
  package init(bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    do {
      let document = try JSONParser.parse(bytes)
      collect(CaseInputs(json: document, path: []))
    } catch {
      findings = [
        Finding(
          .error,
          FileCode.syntax.rawValue,
          file: name,
          line: error.line,
          column: error.column,
          message: LocalizedText(
            de: "das ist kein JSON; erwartet: \(error.expected)",
            en: "this is not JSON; expected \(error.expected)"
          )
        )
      ]
    }
  }

  /// The answers, in the order of the cases.
  package func answers() -> [CaseAnswer] {
    cases.map { $0.answer(finding: finding(for:)) }
  }

  private mutating func collect(_ document: CaseInputs) {
    if let elements = document.json.elements, document.path.isEmpty {
      for index in elements.indices {
        collect(CaseInputs(json: elements[index], path: [.element(index)]))
      }
      if elements.isEmpty { refuse(document) }
      return
    }
    guard document.json.members != nil else { return refuse(document) }
    if document.has("cases") {
      collectFamily(document)
    } else if document.has("family") {
      append(document, .family, document.json["family"]?.text)
    } else if document.has("method") {
      append(document, .method, document.json["method"]?.text)
    } else {
      refuse(document)
    }
  }

  private mutating func collectFamily(_ document: CaseInputs) {
    guard let elements = document.json["cases"]?.elements else {
      let fault = CaseFault.expected(
        LocalizedText(de: "eine Liste", en: "a list"),
        at: document.path + [.member("cases")]
      )
      findings.append(finding(for: fault))
      return
    }
    let family = document.json["family"]?.text
    if family == nil { findings.append(finding(for: .missing("family", at: document.path))) }
    for (index, element) in elements.enumerated() {
      let path = document.path + [.member("cases"), .element(index)]
      append(CaseInputs(json: element, path: path), .family, family)
    }
  }

  private mutating func append(_ body: CaseInputs, _ kind: ReferenceCase.Kind, _ name: String?) {
    let id = body.json["id"]?.text ?? Self.id(of: self.name, number: cases.count + 1)
    cases.append(ReferenceCase(id: id, kind: kind, name: name, file: self.name, body: body))
  }

  private static func id(of file: String, number: Int) -> String {
    if file == "-" { return "stdin#\(number)" }
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    return "\(stem)#\(number)"
  }

  /// Notes a document of no known format.
  private mutating func refuse(_ document: CaseInputs) {
    isForeign = isForeign || document.path.isEmpty
    let fault = CaseFault.expected(
      LocalizedText(
        de: "ein Objekt mit 'method' oder mit 'family' und 'cases'",
        en: "an object with 'method', or with 'family' and 'cases'"
      ),
      at: document.path
    )
    findings.append(finding(for: fault))
  }

  /// The finding that points at a fault.
  private func finding(for fault: CaseFault) -> Finding {
    let place = JSONLocator.place(of: fault.path, in: bytes)
    let field = fault.path.described
    return Finding(
      .error,
      fault.code.rawValue,
      file: name,
      line: place.line,
      column: place.column,
      field: field.isEmpty ? nil : field,
      message: fault.message
    )
  }
}
