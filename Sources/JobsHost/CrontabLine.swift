import JobsDeploy

/// A line of a crontab that starts a command, as the fields of a resource (crontab(5)).
struct CrontabLine: Hashable {
  /// Five fields, or a macro, with one blank between them.
  var schedule: String
  /// Of a system's crontab.
  var user: String?
  /// With `\%` for every `%`, as it stands.
  var command: String

  init(schedule: String, user: String?, command: String) {
    self.schedule = schedule
    self.user = user
    self.command = command
  }

  var fields: [Resource.Field] {
    var fields = [Resource.Field("schedule", schedule)]
    if let user { fields.append(Resource.Field("user", user)) }
    fields.append(Resource.Field("command", command))
    return fields
  }

  /// nil where a field is missing, or one is there that no line has.
  init?(_ fields: [Resource.Field], isSystem: Bool) {
    guard let schedule = fields["schedule"]?.text, let command = fields["command"]?.text,
      (fields["user"] != nil) == isSystem,
      fields.count == (isSystem ? 3 : 2),
      !fields.contains(where: { $0.value.isLiteral || $0.value.text.utf8.contains(10) })
    else { return nil }
    self.init(schedule: schedule, user: fields["user"]?.text, command: command)
  }

  var bytes: [UInt8] { Array(([schedule] + (user.map { [$0] } ?? []) + [command]).joined(separator: " ").utf8) }

  // MARK: Reading

  /// What a line is to cron.
  enum Kind: Equatable {
    case blank
    case comment
    case variable(name: String, value: String)
    case job(CrontabLine)
  }

  static func kind(_ line: [UInt8], isSystem: Bool) -> Kind {
    let text = trimmed(line[...])
    guard let first = text.first else { return .blank }
    if first == UInt8(ascii: "#") { return .comment }
    if let pair = variable(text) { return .variable(name: pair.name, value: pair.value) }
    return .job(job(line[text.startIndex...], isSystem: isSystem))
  }

  /// A line with too few words has what there is, and no command.
  private static func job(_ line: ArraySlice<UInt8>, isSystem: Bool) -> CrontabLine {
    var rest = line
    func word() -> String {
      let word = rest.prefix { !isBlank($0) }
      rest = rest[word.endIndex...].drop(while: isBlank)
      return String(decoding: word, as: UTF8.self)
    }
    let count = rest.first == UInt8(ascii: "@") ? 1 : 5
    let schedule = (0..<count).map { _ in word() }.filter { !$0.isEmpty }.joined(separator: " ")
    let user = isSystem ? word() : nil
    return CrontabLine(schedule: schedule, user: user, command: String(decoding: rest, as: UTF8.self))
  }

  /// `NAME = value`, the name perhaps in quotes.
  private static func variable(_ text: ArraySlice<UInt8>) -> (name: String, value: String)? {
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = unquoted(trimmed(text[..<equals]))
    guard let first = name.first, first == UInt8(ascii: "_") || 97...122 ~= first | 32,
      !name.contains(where: isBlank)
    else { return nil }
    let value = unquoted(trimmed(text[(equals + 1)...]))
    return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.count > 1, let first = text.first, first == text.last, first == UInt8(ascii: "\"") || first == 39 else {
      return text
    }
    return text.dropFirst().dropLast()
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
}
