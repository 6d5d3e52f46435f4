import Testing

@testable import JobsGit

struct IgnorePatternTests {
  /// Whether a rule of the top folder excludes a path; a slash at the end of the path makes it a folder.
  private func excludes(_ rule: String, _ path: String) -> Bool {
    guard let pattern = IgnorePattern(Array(rule.utf8)) else { return false }
    let isFolder = path.hasSuffix("/")
    let bytes = Array(isFolder ? path.dropLast().utf8 : path[...].utf8)
    let name = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return bytes.withUnsafeBufferPointer { pattern.matches($0, name: name, isDirectory: isFolder) }
  }

  @Test(arguments: [
    ("a", "a"), ("a", "x/y/a"), ("/a", "a"), ("a/", "a/"), ("a/", "x/a/"), ("x/a", "x/a"), ("*.log", "x/b.log"),
    ("*", "a"),
    ("a*c", "abbc"), ("?", "a"), ("[ab]", "b"), ("[!a]", "b"), ("[^a]", "b"), ("[a-c]x", "bx"), ("[]]", "]"),
    ("[a-]", "-"),
    ("[\\]]", "]"), ("[[:digit:]_]", "7"), ("[[:digit:]_]", "_"), ("[[x]", "["), ("[[:x]", ":"), ("[+--]", "-"),
    ("[a-\\c]", "b"),
    ("\\*", "*"), ("\\#a", "#a"), ("\\!a", "!a"), ("a\\ ", "a "), ("a  ", "a"), ("a\t", "a\t"), ("a b ", "a b"),
    ("**/a", "a"), ("**/a", "x/y/a"), ("a/**", "a/b/c"), ("a/**/b", "a/b"), ("a/**/b", "a/x/y/b"), ("a/**/**/b", "a/b"),
    ("a**b", "axxb"), ("x/a**b", "x/axxb"), ("***/a", "x/a"), ("a/*/c", "a/b/c"), ("a/*", "a/b"), ("**", "a"),
    ("x/**/*.c", "x/y/z.c"),
    ("**/a/*/**/d", "a/x/a/b/c/d"), ("*a*a*a*", "bababab"), ("a/**\\/b", "a/x/b"), ("\u{e9}", "\u{e9}"),
  ])
  func `a rule matches`(_ rule: String, _ path: String) { #expect(excludes(rule, path)) }

  @Test(arguments: [
    ("", "a"), ("#a", "#a"), ("/", "a/"), ("!", "a"), ("/a", "x/a"), ("a/", "a"), ("x/a", "y/x/a"), ("*.log", "b.logs"),
    ("a*c", "ab"),
    ("?", "ab"), ("?", ""), ("[ab]", "c"), ("[!a]", "a"), ("[a", "[a"), ("[[:nothing:]]", "a"), ("[a\\", "a"),
    ("[a-\\", "a"), ("[[:alpha", "a"),
    ("[c-a]", "b"), ("a\\", "a\\"), ("a ", "a "), ("a/*", "a/b/c"), ("a/*/c", "a/c"), ("a/?c", "a//c"),
    ("a[/]b", "a/b"), ("a[!x]b", "a/b"),
    ("a/**", "a"), ("a/**/b", "a/xb"), ("a/**/b", "ab"), ("x/a**b", "x/a/b"), ("a/**\\/b", "a/b"),
    ("e\u{301}", "\u{e9}"), ("A", "a"),
    ("**/a/**/b", "x/a/y/c"), ("*a*a*a*", "baba"),
  ])
  func `a rule does not match`(_ rule: String, _ path: String) { #expect(!excludes(rule, path)) }

  @Test(arguments: [
    ("alnum", "aZ5", "_ "), ("alpha", "aZ", "5"), ("blank", " \t", "a\n"), ("cntrl", "\u{1}\u{7f}", "a"),
    ("digit", "09", "a"),
    ("graph", "a!~", " "), ("lower", "az", "A"), ("print", "a ", "\n"), ("punct", "!_", "a5 "), ("space", " \n\t", "a"),
    ("upper", "AZ", "a"), ("xdigit", "aF9", "g"),
  ])
  func `a class of POSIX is as in the C locale`(_ name: String, _ members: String, _ others: String) {
    for byte in members.unicodeScalars { #expect(excludes("[[:\(name):]]", String(byte)), "\(byte)") }
    for byte in others.unicodeScalars { #expect(!excludes("[[:\(name):]]", String(byte)), "\(byte)") }
  }

  @Test func `a file is read line by line, whatever its ends, with or without a mark`() {
    let text = "\u{feff}a\r\n\r\n# comment\n!b\r\n\nc/"
    let patterns = IgnorePattern.parse(Array(text.utf8))
    #expect(patterns.map(\.isNegated) == [false, true, false])
    #expect(patterns.map(\.matchesFoldersOnly) == [false, false, true])
    #expect(IgnorePattern.parse([]).isEmpty)
  }

  @Test func `a pattern of many stars takes no time`() {
    let rule = String(repeating: "*a", count: 2000) + "b"
    #expect(!excludes(rule, String(repeating: "a", count: 4000)))
    let deep = String(repeating: "**/a*/", count: 500) + "b"
    #expect(!excludes(deep, String(repeating: "aa/", count: 1000) + "c"))
  }
}
