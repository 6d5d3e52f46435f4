import JobsManifest
import Testing

@Suite struct ManifestPathTests {
  @Test(arguments: [
    "name", "spec.retry.attempts", "containers[0].image", "a[1][2].b",
    #"metadata.annotations["run.googleapis.com/launch-stage"]"#,
  ])
  func `a path is read and written alike`(_ text: String) throws {
    let path = try #require(ManifestPath(parsing: text))
    #expect(path.description == text)
    #expect(ManifestPath(parsing: path.description) == path)
  }

  @Test(arguments: ["", ".", "a.", ".a", "a..b", "[0]", "a[", "a[x]", "a[-1]", "a[\"\"]", "a[999999999]", "a[0]b"])
  func `what is no path is refused`(_ text: String) {
    #expect(ManifestPath(parsing: text) == nil)
  }
}
