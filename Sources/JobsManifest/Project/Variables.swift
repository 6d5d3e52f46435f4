import Glibc
package import JobsCore

/// `${NAME}` and what it stands for in one environment.
///
/// Order: `--var`, then the environment's `variables`, then the variable's default. `ENV`, `PROJECT_ID`, `REGION` and
/// `ACCOUNT` are built in. The process environment is never read. `$${NAME}` is a literal `${NAME}`.
package struct Variables: Sendable {
  package struct Declaration: Sendable, Equatable {
    package enum Kind: String, Sendable { case string, int, number, bool }
    package var kind: Kind = .string
    package var pattern: String?
    package var value: String?

    package init(kind: Kind = .string, pattern: String? = nil, value: String? = nil) {
      self.kind = kind
      self.pattern = pattern
      self.value = value
    }
  }

  /// What is wrong with values given by `--var`, by name.
  package var faults: [String: String] = [:]
  package private(set) var declarations: [String: Declaration] = [:]
  private let given: [String: String]
  /// What each name stands for, by the order above.
  private var values: [String: String]

  package init(
    given: [String: String] = [:], builtIn: [String: String] = [:], declarations: [String: Declaration] = [:]
  ) {
    self.given = given
    self.declarations = declarations
    values = builtIn.merging(declarations.compactMapValues(\.value)) { $1 }.merging(given) { $1 }
  }

  package static let builtInNames: Set<String> = ["ENV", "PROJECT_ID", "REGION", "ACCOUNT"]

  /// The value of a variable, nil where it has none.
  package func value(_ name: String) -> String? { values[name] }

  /// Every name that has a value or is declared, in byte order.
  package var names: [String] {
    Set(values.keys).union(declarations.keys).sorted()
  }

  /// The variables that have the same value here and in `others`, which is what can be said without an environment.
  package func agreeing(with others: [Variables]) -> Variables {
    var common = Variables(given: given)
    for name in names where others.allSatisfy({ $0.value(name) == value(name) }) {
      if let value = value(name) { common.values[name] = value }
    }
    return common
  }

  /// A text with the values of the variables that it refers to; a reference without a value stays.
  package func filled(_ text: String) -> String {
    var text = text
    for name in Set(text.withUTF8 { Self.references(in: $0) }) {
      guard let value = value(name) else { continue }
      text = text.split(separator: "${\(name)}", omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  /// Whether a scalar waits for a variable.
  package static func isOpen(_ tree: Tree, _ id: Tree.ID) -> Bool {
    tree.withText(id) { holdsReference($0) }
  }

  package static func isOpen(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { holdsReference($0) }
  }

  /// The names between `${` and `}`.
  static func references(in text: UnsafeBufferPointer<UInt8>) -> [String] {
    guard holdsReference(text) else { return [] }
    var names: [String] = []
    var i = 0
    while i + 1 < text.count {
      guard text[i] == UInt8(ascii: "$"), text[i + 1] == UInt8(ascii: "{"),
        let end = text[i...].firstIndex(of: UInt8(ascii: "}"))
      else {
        i += 1
        continue
      }
      names.append(String(decoding: text[i + 2..<end], as: UTF8.self))
      i = end + 1
    }
    return names
  }

  /// A text without its references.
  static func withoutReferences(_ text: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    var i = 0
    while i < text.count {
      if text[i] == UInt8(ascii: "$"), i + 1 < text.count, text[i + 1] == UInt8(ascii: "{"),
        let end = text[i...].firstIndex(of: UInt8(ascii: "}"))
      {
        i = end + 1
      } else {
        rest.append(text[i])
        i += 1
      }
    }
    return rest
  }

  @inline(__always)
  static func holdsReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 3, let base = text.baseAddress else { return false }
    var from = 0
    while let found = memchr(base + from, Int32(UInt8(ascii: "$")), text.count - 1 - from) {
      from = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
      if text[from] == UInt8(ascii: "{") { return true }
    }
    return false
  }
}
