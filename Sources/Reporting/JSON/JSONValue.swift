// SPDX-License-Identifier: Apache-2.0

/// A JSON document whose objects keep the order of their members, so that it prints the same bytes
/// every time.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number; anything else is written as null.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and its value.
  public struct Member: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Pairs a name with a value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The number, or null where it is missing.
  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// The number, or null where it is missing.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

  /// The text, or null where it is missing.
  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// The truth value, or null where it is missing.
  public init(_ flag: Bool?) { self = flag.map(JSONValue.bool) ?? .null }

  /// The member `name` of an object, nil for anything else.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral
{
  /// An object with members in the order given.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue {
  /// The elements of an array, nil for anything else.
  package var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object, nil for anything else.
  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The text, nil for anything else.
  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, nil for anything else.
  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// The whole number, nil for anything else.
  package var int: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// The truth value, nil for anything else.
  package var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }
}
