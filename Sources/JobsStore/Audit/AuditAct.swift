/// Something that is about to be changed: what is done, to what, and with which values.
package struct AuditAct: Hashable, Sendable {
  /// A value that says how.
  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A verb of the tool: `disable`, `purge`.
  package var action: String
  /// The id of a job, or whatever else the act is done to.
  package var subject: String
  package var parameters: [Parameter]

  package init(_ action: String, of subject: String, _ parameters: [Parameter] = []) {
    self.action = action
    self.subject = subject
    self.parameters = parameters
  }

  /// A longer text is cut, in bytes.
  package static let longestText = 4096

  /// With secrets masked and long texts cut; how much was cut is said.
  ///
  /// - Parameter isSecret: whether a value that stands under a name is a secret.
  func recorded(isSecret: (_ name: String, _ value: String) -> Bool) -> AuditAct {
    var act = AuditAct(Self.cut(action), of: isSecret("subject", subject) ? Self.mask : Self.cut(subject))
    act.parameters = parameters.map { parameter in
      Parameter(
        Self.cut(parameter.name), isSecret(parameter.name, parameter.value) ? Self.mask : Self.cut(parameter.value))
    }
    return act
  }

  static let mask = "***"

  static func cut(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.count > longestText else { return text }
    var end = bytes.index(bytes.startIndex, offsetBy: longestText)
    // Not through the middle of a character.
    while bytes[end] & 0xC0 == 0x80 { bytes.formIndex(before: &end) }
    return "\(text[..<end])… (\(bytes.count) bytes)"
  }
}
