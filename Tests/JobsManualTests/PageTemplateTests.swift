import JobsCore
import JobsManifest
import JobsStore
import Testing

@testable import JobsManual

@Suite struct PageTemplateTests {
  private func page(_ text: String, date: String = "2026-01-09", tool: ToolDescription? = nil) throws -> String {
    try PageTemplate(text, name: "x.in").page(date: date, tool: tool)
  }

  @Test func `lines that are no directives stay as they are`() throws {
    #expect(try page(".Sh A\ntext @here\n\n.Pp\n") == ".Sh A\ntext @here\n\n.Pp\n")
    #expect(try page("no end") == "no end")
  }

  @Test func `the head has the day in words and the version`() throws {
    #expect(try page("@head JOBS-X 1\n") == ".Dd January 9, 2026\n.Dt JOBS\\-X 1\n.Os \"jobs \(version)\"\n")
  }

  @Test func `the parts of a tool come from its description`() throws {
    let tool = try ToolPageTests.tool()
    let text = try page("@name\n@synopsis\n@description\n@commands\n@examples\n@exit-status\n", tool: tool)
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix(".Sh") } == [
        ".Sh NAME", ".Sh SYNOPSIS", ".Sh DESCRIPTION", ".Sh COMMANDS", ".Sh EXAMPLES", ".Sh EXIT STATUS",
      ])
  }

  @Test(arguments: Format.allCases) func `every format has an example, and its keys if it has any`(format: Format)
    throws
  {
    #expect(try page("@example \(format.rawValue)\n").hasPrefix(".Bd -literal"))
    guard format.shape != nil else { return }
    let text = try page("@shape \(format.rawValue)\n")
    let opened = text.split(separator: "\n").filter { $0.hasPrefix(".Bl") }.count
    #expect(opened > 0 && opened == text.split(separator: "\n").filter { $0 == ".El" }.count)
  }

  @Test func `the history is the statements of the store`() throws {
    let text = try page("@history\n")
    #expect(text.contains("CREATE TABLE execution"))
    #expect(text.split(separator: "\n").filter { $0 == ".Ed" }.count == Schema.steps.count)
  }

  @Test(arguments: [
    "@nothing", "@", "@name", "@shape", "@shape crontab", "@shape none", "@example", "@example none", "@head X",
    "@head X 1 2",
  ]) func `a directive that cannot be followed names its line`(line: String) {
    let failure = #expect(throws: Failure.self) { try page("one\n\(line)\n") }
    #expect(failure?.message.hasPrefix("line 2 of 'x.in': ") == true)
  }

  @Test(arguments: ["", "2026", "2026-13-01", "2026-01-32", "26-01-01", "x-y-z", "2026-01-01-01"])
  func `a date that is none is refused`(date: String) {
    #expect(throws: Failure.self) { try page("@head X 1\n", date: date) }
  }
}
