@testable import JobsReport
import Testing

@Suite("GitHub's hashes of lines")
struct LineHashesTests {
  private func hashes(_ text: String) -> [String] {
    let lines = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
    return LineHashes.all(lines)
  }

  /// The values of the tests of github/codeql-action.
  static let published: [(String, [String])] = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
      [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1",
        "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ]
    ),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
      ]
    ),
  ]

  @Test("The published values come out", arguments: published)
  func known(_ text: String, _ expected: [String]) {
    #expect(hashes(text) == expected)
  }
}
