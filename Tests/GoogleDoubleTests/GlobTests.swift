import Testing

@testable import GoogleDouble

@Suite struct GlobTests {
  @Test(arguments: [
    ("run.jobs.create", "run.jobs.create", true), ("run.jobs.create", "run.*", true), ("run.jobs.create", "*", true),
    ("run.jobs.create", "*.create", true), ("run.jobs.create", "run.*.create", true),
    ("run.jobs.create", "run.jobs", false), ("run.create", "run.*.create", false), ("", "*", true), ("", "", true),
    ("abcabc", "*abc", true), ("abc", "a*b*c", true), ("abc", "a**c", true), ("ac", "a*b*c", false),
  ])
  func `a star stands for any text`(text: String, pattern: String, matches: Bool) {
    #expect(Glob.matches(text, pattern) == matches)
  }
}
