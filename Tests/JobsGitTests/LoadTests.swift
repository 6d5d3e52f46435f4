import CLibGit2
import Testing

@Suite struct LoadTests {
  @Test func `a library that is not there is said in the loader's words, and breaks no other`() throws {
    let missing = try #require(clibgit2_load("libgit2.so.0.none"))
    #expect(String(cString: missing).contains("libgit2.so.0.none"))
    #expect(clibgit2_load("libgit2.so.\(LIBGIT2_SOVERSION)") == nil)
    // A library without the functions is refused by the first that it lacks.
    let other = try #require(clibgit2_load("libm.so.6"))
    #expect(String(cString: other).contains("git_"))
    #expect(clibgit2_load("libgit2.so.\(LIBGIT2_SOVERSION)") == nil)
  }
}
