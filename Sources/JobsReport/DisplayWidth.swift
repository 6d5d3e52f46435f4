/// How many columns of a terminal text takes, as wcwidth has it.
///
/// Wide are the characters of class W and F of Unicode 15's EastAsianWidth and those shown as emoji; combining marks,
/// format characters and the vowels of conjoining Hangul take none.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  package static func of(_ scalar: UnicodeScalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 32 || (127..<160).contains(value) ? 0 : 1 }
    switch value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    // Regional indicators have the emoji property and one column each.
    case 0x1F1E6...0x1F1FF: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CFF, 0x18D00...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
