import JobsCore

/// The functions of IAM's conditions that can be worked out without a request (IAM Conditions, "Attribute reference", read
/// 2026-11-21); any other is not known.
enum CELFunctions {
  /// - Parameter base: the expression that a method was called on, for the name of what is missing.
  static func call(
    _ name: String, on target: CELValue?, _ arguments: [CELValue], _ base: CELExpression?, clock: CELClock
  ) -> CELValue {
    // What a request or a resource brings with it.
    if case .attribute(let path)? = base, path == "api" || path == "resource" || path == "destination" {
      return .unknown("'\(path).\(name)'")
    }
    for value in arguments + [target].compactMap({ $0 }) {
      switch value {
      case .unknown, .error: return value
      default: continue
      }
    }
    guard let target else { return function(name, arguments) }
    switch target {
    case .string(let text): return method(name, text, arguments)
    case .timestamp(let time): return clock.part(name, of: time, arguments)
    case .list(let items): return name == "size" ? .int(Int64(items.count)) : .unknown("the function '\(name)'")
    default: return .unknown("the function '\(name)'")
    }
  }

  private static func function(_ name: String, _ arguments: [CELValue]) -> CELValue {
    switch (name, arguments.first, arguments.count) {
    case ("timestamp", .string(let text), 1):
      return Instant(rfc3339: text).map(CELValue.timestamp) ?? .error("'\(text)' is no time")
    case ("date", .string(let text), 1):
      return Instant(rfc3339: text + "T00:00:00Z").map(CELValue.timestamp) ?? .error("'\(text)' is no date")
    case ("timestamp", .timestamp, 1): return arguments[0]
    case ("timestamp", .int(let seconds), 1): return .timestamp(Instant(seconds: seconds))
    case ("duration", .string(let text), 1):
      return CELDuration.read(text).map(CELValue.duration) ?? .error("'\(text)' is no duration")
    case ("duration", .duration, 1): return arguments[0]
    case ("size", .string(let text), 1): return .int(Int64(text.unicodeScalars.count))
    case ("size", .list(let items), 1): return .int(Int64(items.count))
    case ("string", .string, 1): return arguments[0]
    case ("string", .int(let number), 1): return .string(String(number))
    case ("int", .int, 1): return arguments[0]
    case ("int", .double(let number), 1):
      return abs(number) < 0x1p63 ? .int(Int64(number)) : .error("'\(number)' is no whole number")
    case ("int", .timestamp(let time), 1): return .int(time.seconds)
    case ("double", .int(let number), 1): return .double(Double(number))
    case ("double", .double, 1): return arguments[0]
    case ("int", .string(let text), 1): return Int64(text).map(CELValue.int) ?? .error("'\(text)' is no number")
    default: return .unknown("the function '\(name)'")
    }
  }

  private static func method(_ name: String, _ text: String, _ arguments: [CELValue]) -> CELValue {
    switch (name, arguments.first, arguments.count) {
    case ("startsWith", .string(let other), 1): return .bool(text.utf8.starts(with: other.utf8))
    case ("endsWith", .string(let other), 1): return .bool(text.utf8.reversed().starts(with: other.utf8.reversed()))
    case ("contains", .string(let other), 1): return .bool(contains(text, other))
    case ("size", _, 0): return .int(Int64(text.unicodeScalars.count))
    case ("lowerAscii", _, 0): return .string(folded(text, to: 32))
    case ("upperAscii", _, 0): return .string(folded(text, to: 0))
    case ("extract", .string(let template), 1): return .string(extract(text, template))
    default: return .unknown("the function '\(name)'")
    }
  }

  private static func contains(_ text: String, _ other: String) -> Bool {
    other.isEmpty
      || Glob(tokens: [Glob.star] + other.utf8.map(Glob.Token.init) + [Glob.star]).meets(Glob(literal: text))
  }

  private static func folded(_ text: String, to bit: UInt8) -> String {
    String(
      decoding: text.utf8.map { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32) ? byte & 0xDF | bit : byte
      }, as: UTF8.self)
  }

  /// What stands in place of `{name}` of a template such as `/jobs/{name}/`; empty where it does not fit.
  private static func extract(_ text: String, _ template: String) -> String {
    guard let open = template.firstIndex(of: "{"), let close = template.firstIndex(of: "}"), open < close else {
      return ""
    }
    let (before, after) = (template[..<open], template[template.index(after: close)...])
    var rest = text[...]
    if !before.isEmpty {
      guard let found = rest.firstRange(of: before) else { return "" }
      rest = rest[found.upperBound...]
    }
    if after.isEmpty { return String(rest) }
    guard let found = rest.firstRange(of: after) else { return "" }
    return String(rest[..<found.lowerBound])
  }
}
