// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
import Selection

/// A decoded JSON value as a case value; object keys come in no order, which no test looks at.
struct DecodedValue: Decodable {
  let value: CaseValue

  init(from decoder: any Decoder) throws {
    if let table = try? decoder.container(keyedBy: AnyKey.self) {
      value = .table(
        try table.allKeys.map {
          .init($0.stringValue, try table.decode(DecodedValue.self, forKey: $0).value)
        }
      )
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var members: [CaseValue] = []
      while !list.isAtEnd { members.append(try list.decode(DecodedValue.self).value) }
      value = .list(members)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .missing
    } else if let flag = try? single.decode(Bool.self) {
      value = .flag(flag)
    } else if let number = try? single.decode(Double.self) {
      value = .number(number)
    } else {
      value = .text(try single.decode(String.self))
    }
  }

  struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// The reference cases beside the package, or wherever `KONTOR_SHARED` points.
enum ReferenceCaseFiles {
  static var folder: String {
    if let given = unsafe getenv("KONTOR_SHARED") {
      return unsafe String(cString: given) + "/golden"
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/golden"
  }

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted()
  }

  static func read(_ name: String) throws -> CaseValue {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    return try JSONDecoder().decode(DecodedValue.self, from: data).value
  }

  static func problem(_ file: CaseValue) -> DecisionProblem {
    DecisionProblem(
      method: file["method"]?.text ?? "",
      matrix: file["matrix"]?.rows ?? [],
      directions: (file["criteria"]?.list ?? []).map {
        $0["direction"]?.text == "cost" ? .minimise : .maximise
      },
      weights: file["weights"]?.numbers,
      parameters: file["parameters"] ?? .table([])
    )
  }
}
