/// Text for XML 1.0; what no XML document may hold, not even as a reference, becomes U+FFFD.
package enum XMLText {
  package static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// For a value in double quotes; line breaks and tabs are kept by references.
  package static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var xml = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": xml += "&amp;"
      case "<": xml += "&lt;"
      case ">": xml += "&gt;"
      case "\"" where isAttribute: xml += "&quot;"
      case "\t" where isAttribute, "\n" where isAttribute, "\r": xml += "&#\(scalar.value);"
      default: xml.unicodeScalars.append(isLegal(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return xml
  }

  /// Whether a scalar matches `Char` (XML 1.0, production 2).
  private static func isLegal(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
