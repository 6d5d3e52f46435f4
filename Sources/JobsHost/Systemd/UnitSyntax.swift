import JobsCore

/// The assignments of a unit file, in their order (systemd.syntax(7) of version 252).
package struct UnitSyntax {
  package struct Assignment: Hashable {
    var section: String
    var key: String
    /// Without blanks around it, several lines as one; void for what is no assignment.
    var value: String
    /// Where it stands, counted from 0.
    var lines: Range<Int>

    /// As fields are called: `Service.ExecStart`.
    var name: String { "\(section).\(key)" }
  }

  /// Without their line breaks.
  let lines: [Substring]
  package private(set) var assignments: [Assignment] = []
  /// Where each section ends: behind its last assignment, or its name.
  private(set) var ends: [String: Int] = [:]

  package init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    // By bytes, since a carriage return and a line feed are one character.
    lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { Substring($0) }
    var section = ""
    var at = 0
    while at < lines.count {
      let first = at
      let line = Self.trimmed(lines[at])
      at += 1
      guard let mark = line.utf8.first, !Self.isComment(mark) else { continue }
      if mark == UInt8(ascii: "["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        ends[section] = at
        continue
      }
      let parts = whole(line, &at).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      assignments.append(
        Assignment(
          section: section, key: String(Self.trimmed(parts[0])),
          value: parts.count == 2 ? String(Self.trimmed(parts[1])) : "", lines: first..<at))
      ends[section] = at
    }
  }

  /// A line with those that it goes on in, behind backslashes and over comments.
  ///
  /// - Parameter at: the line behind it, which is moved on.
  private func whole(_ line: Substring, _ at: inout Int) -> Substring {
    guard line.hasSuffix("\\") else { return line }
    var text = ""
    var part = line
    while part.hasSuffix("\\"), at < lines.count {
      text += "\(part.dropLast()) "
      repeat {
        part = Self.trimmed(lines[at])
        at += 1
      } while part.utf8.first.map(Self.isComment) == true && at < lines.count
      if part.utf8.first.map(Self.isComment) == true { part = "" }
    }
    return Self.trimmed(Substring(text + (part.hasSuffix("\\") ? part.dropLast() : part)))
  }

  private static func isComment(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") }

  private static func trimmed(_ text: Substring) -> Substring {
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    let utf8 = text.utf8
    guard let first = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first...last]
  }
}

extension Sequence<UnitSyntax.Assignment> {
  /// The values of a key that may stand several times, behind the last one that is void and so takes those before it back.
  func values(_ name: String) -> [String] {
    let values = filter { $0.name == name }.map(\.value)
    return values.lastIndex(of: "").map { [String](values[($0 + 1)...]) } ?? values
  }

  /// The value of a key, of which the last holds; nil where that is void.
  func value(_ name: String) -> String? { values(name).last }
}
