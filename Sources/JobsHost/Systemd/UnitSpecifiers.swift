/// What systemd puts in the place of `%` and a letter, as far as the unit's name and its manager tell (systemd.unit(5),
/// specifiers, of version 252).
struct UnitSpecifiers {
  private let unit: String
  /// Of the user whose manager it is; nil where that is not known.
  private let home: String?
  /// Whose manager it is.
  private let user: String

  init(unit: String, home: String?, user: String?) {
    self.unit = unit
    self.home = home
    self.user = user ?? "root"
  }

  /// A text as it is once they are put in; nil where one of them is not known.
  func resolved(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard let letter = rest.popFirst(), let value = value(letter) else { return nil }
      out += value.utf8
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func value(_ letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "%"): return "%"
    case UInt8(ascii: "n"): return unit
    // The same where the name has no '@', and others are not read.
    case UInt8(ascii: "N"), UInt8(ascii: "p"): return UnitNames.stem(of: unit)
    case UInt8(ascii: "i"): return ""
    case UInt8(ascii: "h"): return home
    case UInt8(ascii: "u"): return user
    default: return nil
    }
  }
}
