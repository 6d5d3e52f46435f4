import JobsReport
import Testing

@Suite struct GitHubAnnotationTests {
  @Test(arguments: [
    (
      GitHubAnnotation(.notice, title: "a, b: c", message: "50% more\nnow", file: "jobs/a,b.yaml", line: 3),
      "::notice file=jobs/a%2Cb.yaml,line=3,title=a%2C b%3A c::50%25 more%0Anow\n"
    ), (GitHubAnnotation(.error, title: "t", message: "m", line: 3), "::error title=t::m\n"),
  ])
  func `nothing in it ends a command or begins another`(annotation: GitHubAnnotation, text: String) {
    #expect(annotation.text == text)
  }
}
