import Glibc

/// What the place that words go to can show.
package struct Terminal: Sendable {
  package enum ColorChoice: String, Sendable, CaseIterable { case auto, always, never }

  package var isTerminal: Bool
  package var usesColor: Bool
  /// Whether frames may use characters beyond ASCII.
  package var usesUnicode: Bool
  /// Columns, 80 where unknown.
  package var width: Int

  package init(isTerminal: Bool, usesColor: Bool, usesUnicode: Bool, width: Int) {
    self.isTerminal = isTerminal
    self.usesColor = usesColor
    self.usesUnicode = usesUnicode
    self.width = width
  }

  /// Nothing but ASCII in 80 columns.
  package static let plain = Terminal(isTerminal: false, usesColor: false, usesUnicode: false, width: 80)

  /// Looks at a descriptor and the environment (`NO_COLOR`, `TERM`, `COLUMNS`, and the locale for UTF-8).
  package static func describing(
    _ descriptor: Int32, color: ColorChoice, environment: [String: String]
  ) -> Terminal {
    let isTerminal = isatty(descriptor) == 1
    let noColor = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    let usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: isTerminal && !noColor
      }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    var size = winsize()
    var width = 80
    if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { width = Int(size.ws_col) }
    if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { width = columns }
    return Terminal(isTerminal: isTerminal, usesColor: usesColor, usesUnicode: isUTF8, width: width)
  }

  /// Text in a colour, if there is any.
  package func styled(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  package enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "1;36"
  }

  /// Text from outside, made safe to show: control characters become visible escapes.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        safe += scalar == "\n" ? "\\n" : scalar == "\r" ? "\\r" : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// C0 and C1 controls but the tab, line separators, and marks that reorder text on screen or cannot be seen.
  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 9: false
    case 0..<32, 127..<160, 0xAD, 0x061C, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
