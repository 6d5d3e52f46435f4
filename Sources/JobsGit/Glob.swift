/// A shell pattern over a path: `?` and `*` stop at slashes, `**` as a whole part of the path does not.
///
/// The language is that of git's wildmatch with `WM_PATHNAME`; matching takes no more than pattern length × path length
/// steps, whatever the pattern.
struct Glob: Sendable {
  private enum Element: Sendable {
    case byte(UInt8)
    /// Any byte but a slash.
    case any
    case oneOf(ByteSet)
    /// Any run of bytes without a slash.
    case star
    /// Any run of bytes.
    case anything
    /// Nothing, or any run of bytes up to a slash and with it.
    case folders

    /// Whether it takes this one byte; never for those that take runs.
    func takes(_ byte: UInt8) -> Bool {
      switch self {
      case .byte(let own): byte == own
      case .any: byte != slash
      case .oneOf(let set): byte != slash && set.contains(byte)
      case .star, .anything, .folders: false
      }
    }

    var takesRuns: Bool {
      switch self {
      case .byte, .any, .oneOf: false
      case .star, .anything, .folders: true
      }
    }
  }

  /// The bytes that do not stand for themselves.
  static let special: Set<UInt8> = Set("*?[\\".utf8)

  private let elements: [Element]

  /// - Returns: nil for a pattern that is not closed and so matches nothing, such as `[a` or a backslash at the end.
  init?(_ text: some Collection<UInt8>) {
    let text = Array(text)
    var elements: [Element] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard position < text.count else { return nil }
        elements.append(.byte(text[position]))
        position += 1
      case UInt8(ascii: "?"): elements.append(.any)
      case UInt8(ascii: "["):
        guard let set = ByteSet(text, &position) else { return nil }
        elements.append(.oneOf(set))
      case UInt8(ascii: "*"):
        let start = position - 1
        while position < text.count, text[position] == byte { position += 1 }
        elements.append(Self.stars(text, start, &position))
      default: elements.append(.byte(byte))
      }
    }
    self.elements = elements
  }

  /// - Parameter end: behind the last star; moved past the slash that belongs to `**/`.
  private static func stars(_ text: [UInt8], _ start: Int, _ end: inout Int) -> Element {
    guard end - start > 1, start == 0 || text[start - 1] == slash else { return .star }
    if end == text.count { return .anything }
    if text[end] == slash {
      end += 1
      return .folders
    }
    return text[end] == UInt8(ascii: "\\") && end + 1 < text.count && text[end + 1] == slash ? .anything : .star
  }

  /// On a mismatch the last star takes one byte more; when it meets a slash, the last `**` before it does. Stars before
  /// those need not be tried again: what they could give up, the later one takes too.
  func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    var next = 0
    var star: (at: Int, next: Int)?
    var deep: (at: Int, next: Int, byFolder: Bool)?
    while at < path.count {
      if next < elements.count {
        switch elements[next] {
        case .star:
          next += 1
          star = (at, next)
          continue
        case .anything:
          next += 1
          deep = (at, next, false)
          star = nil
          continue
        case .folders:
          next += 1
          deep = (at, next, true)
          star = nil
          continue
        case let element:
          if element.takes(path[at]) {
            at += 1
            next += 1
            continue
          }
        }
      }
      if let last = star, path[last.at] != slash {
        star = (last.at + 1, last.next)
        (at, next) = (last.at + 1, last.next)
      } else if let last = deep {
        var from = last.at
        if last.byFolder {
          while from < path.count, path[from] != slash { from += 1 }
          guard from < path.count else { return false }
        }
        deep = (from + 1, last.next, last.byFolder)
        star = nil
        (at, next) = (from + 1, last.next)
      } else {
        return false
      }
    }
    return elements[next...].allSatisfy(\.takesRuns)
  }
}
