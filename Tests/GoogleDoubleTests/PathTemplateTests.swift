import Testing

@testable import GoogleDouble

@Suite struct PathTemplateTests {
  private static let job = "^projects/[^/]+/locations/[^/]+/jobs/[^/]+$"

  @Test(arguments: [
    ("projects/p/locations/l/jobs/j", "projects/p/locations/l/jobs/j"), ("projects/p/locations/l/jobs", nil),
    ("projects/p/locations/l/jobs/j/executions", nil), ("projects/p/places/l/jobs/j", nil), ("", nil),
  ])
  func `a variable is what its pattern matches`(path: String, name: String?) {
    let template = PathTemplate("v2/{+name}:run", patterns: ["name": Self.job])
    #expect(template.verb == "run")
    #expect(template.match(["v2"] + path.split(separator: "/").map(String.init))?["name"] == name)
  }

  @Test(arguments: [
    ("v2/a/b/exports", "a/b"), ("v2/a/exports", "a"), ("v2/a/b/c/exports", "a/b/c"), ("v2/a/b", nil),
  ])
  func `a part of a pattern may be any number of parts`(path: String, name: String?) {
    let template = PathTemplate("v2/{+name}/exports", patterns: ["name": "^.*$"])
    #expect(template.match(path.split(separator: "/").map(String.init))?["name"] == name)
  }

  @Test func `a variable without a pattern is one part`() {
    let template = PathTemplate("v1/projects/{projectId}", patterns: [:])
    #expect(template.match(["v1", "projects", "acme"])?["projectId"] == "acme")
    #expect(template.match(["v1", "projects"]) == nil)
  }
}
