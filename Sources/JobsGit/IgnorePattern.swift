/// One line of a `.gitignore`, as gitignore(5) and git's own reading of it have it.
///
/// libgit2's matcher is not used: up to 1.5 it drops `!kept.log` where the rule that it takes back stands in another
/// file, it lets such a rule win over an excluded folder, and it asks the file system for every rule file at every call.
struct IgnorePattern: Sendable {
  /// Whether it brings back what an earlier rule excludes.
  let isNegated: Bool
  let matchesFoldersOnly: Bool
  /// Whether it speaks of the name alone, at any depth, since there is no slash in it but at its end.
  let isForNames: Bool
  /// What must stand at the beginning as it is: all up to the first wildcard.
  private let literal: [UInt8]
  private let glob: Glob

  /// - Parameter line: without its end.
  /// - Returns: nil for an empty line, a comment, and a pattern that can match nothing.
  init?(_ line: some Collection<UInt8>) {
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    var text = Self.withoutTrailingSpaces(Array(line))[...]
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    matchesFoldersOnly = text.last == slash
    if matchesFoldersOnly { text.removeLast() }
    isForNames = !text.contains(slash)
    if text.first == slash { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    // The rest is read as a pattern of its own, as git does; so in 'a**/b' the two stars stand at a beginning.
    literal = Array(text.prefix { !Glob.special.contains($0) })
    guard let glob = Glob(text.dropFirst(literal.count)) else { return nil }
    self.glob = glob
  }

  /// - Parameters:
  ///   - path: relative to the folder of the rule file.
  ///   - name: where its last part begins.
  func matches(_ path: UnsafeBufferPointer<UInt8>, name: Int, isDirectory: Bool) -> Bool {
    if matchesFoldersOnly && !isDirectory { return false }
    let subject = isForNames ? UnsafeBufferPointer(rebasing: path[name...]) : path
    guard subject.count >= literal.count, subject.prefix(literal.count).elementsEqual(literal) else { return false }
    return glob.matches(UnsafeBufferPointer(rebasing: subject[literal.count...]))
  }

  /// A space at the end counts only behind a backslash.
  private static func withoutTrailingSpaces(_ line: [UInt8]) -> [UInt8] {
    var end = 0
    var position = 0
    while position < line.count {
      if line[position] == UInt8(ascii: "\\") {
        position += 1
        end = min(position + 1, line.count)
      } else if line[position] != UInt8(ascii: " ") {
        end = position + 1
      }
      position += 1
    }
    return Array(line[..<end])
  }

  /// The patterns of a rule file, in its order.
  static func parse(_ file: [UInt8]) -> [IgnorePattern] {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = file.starts(with: mark) ? file[mark.count...] : file[...]
    return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      IgnorePattern(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }
}
