import JobsStore
import Testing

@Suite struct StateDirectoryLocksTests {
  @Test(
    "a lock has a file of its own below its folder, whatever its name is",
    arguments: [
      ("ledger", "/l/ledger"), ("a.b_c-9", "/l/a.b_c-9"), (".", "/l/%2E"), ("..", "/l/%2E."), ("-x", "/l/%2Dx"),
      ("a/b", "/l/a%2Fb"), ("%2F", "/l/%252F"), ("ä b", "/l/%C3%A4%20b"), ("", "/l/%"),
    ])
  func file(_ name: String, _ path: String) { #expect(StateDirectory.lockFile(name, in: "/l") == path) }

  @Test func `long names are told apart`() {
    let long = String(repeating: "a", count: 500)
    let files = [long, long + "b", String(repeating: "/", count: 500)].map { StateDirectory.lockFile($0, in: "") }
    #expect(Set(files).count == 3)
    #expect(files.allSatisfy { $0.utf8.count < 140 })
  }
}
