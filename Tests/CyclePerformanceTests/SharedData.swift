// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Testing

/// Reference data outside the package, where it is there.
enum SharedData {
  /// The bytes of a file, or nil where there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) }
  }

  /// A file as JSON, or nil with a note when the data are absent.
  static func json(_ path: String) throws -> JSON? {
    guard let bytes = bytes(path) else {
      print("skipped: no shared data")
      return nil
    }
    return try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  private static var root: String {
    if let stated = ProcessInfo.processInfo.environment["KONTOR_SHARED"] { return stated }
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(package)/../shared"
  }
}

/// JSON of any shape, for reference cases.
enum JSON: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var flag: Bool? { if case .flag(let value) = self { value } else { nil } }
  var list: [JSON] { if case .list(let value) = self { value } else { [] } }
  var object: [String: JSON] { if case .object(let value) = self { value } else { [:] } }
  var has: Bool { self != .null }
}

/// One case of a reference family.
struct ReferenceCase {
  let id: String
  let inputs: JSON
  let expected: JSON
  let absolute: Double
  let relative: Double

  /// All cases of `family`; empty when the data are absent.
  static func all(_ family: String) throws -> [ReferenceCase] {
    guard let file = try SharedData.json("golden/okr/\(family).json") else { return [] }
    #expect(!file["cases"].list.isEmpty, "no cases in \(family)")
    return file["cases"].list.map {
      ReferenceCase(
        id: $0["id"].text ?? "",
        inputs: $0["inputs"],
        expected: $0["expected"],
        absolute: $0["tolerance"]["abs"].number ?? 0,
        relative: $0["tolerance"]["rel"].number ?? 0
      )
    }
  }

  /// Whether `found` is what `expected` says, within the tolerance of the case.
  func agrees(_ found: Double?, _ expected: JSON) -> Bool {
    guard let found else { return expected == .null }
    guard let wanted = expected.number else { return false }
    return abs(found - wanted) <= absolute + relative * abs(wanted)
  }

  /// Whether `found` is the text of `expected`.
  func agrees(_ found: String?, _ expected: JSON) -> Bool { found == expected.text }

  /// Whether `found` is the list of `expected`.
  func agrees(_ found: [Double], _ expected: JSON) -> Bool {
    found.count == expected.list.count
      && zip(found, expected.list).allSatisfy { agrees($0, $1) }
  }
}
