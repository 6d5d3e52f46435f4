import JobsCore
import Testing

@testable import JobsManual

@Suite struct ToolPageTests {
  static let dump = """
    {"serializationVersion":0,"command":{"commandName":"jobs-x","abstract":"Do things.","shouldDisplay":true,
    "discussion":"More.\\n\\nEXAMPLES:\\n  jobs-x -n 3","defaultSubcommand":"go","subcommands":[
    {"commandName":"go","abstract":"Go.","shouldDisplay":true,"discussion":"EXAMPLES:\\n  jobs-x go","arguments":[
    {"kind":"positional","shouldDisplay":true,"isOptional":true,"isRepeating":true,"valueName":"path","abstract":"Where"},
    {"kind":"option","shouldDisplay":true,"isOptional":true,"isRepeating":false,"valueName":"n","defaultValue":"2",
    "names":[{"kind":"long","name":"number"},{"kind":"short","name":"n"}],"preferredName":{"kind":"long","name":"number"},
    "abstract":"How many.","discussion":"At most.","sectionTitle":"Counting"},
    {"kind":"option","shouldDisplay":true,"isOptional":true,"isRepeating":false,"valueName":"way","allValues":["up","down"],
    "names":[{"kind":"long","name":"way"}],"preferredName":{"kind":"long","name":"way"},"abstract":"Which way."},
    {"kind":"flag","shouldDisplay":false,"isOptional":true,"isRepeating":false,"names":[{"kind":"long","name":"hidden"}]},
    {"kind":"flag","shouldDisplay":true,"isOptional":true,"isRepeating":false,"names":[{"kind":"long","name":"help"}],
    "preferredName":{"kind":"long","name":"help"}}]},
    {"commandName":"one","abstract":"One.","shouldDisplay":true,"arguments":[
    {"kind":"positional","shouldDisplay":true,"isOptional":false,"isRepeating":false,"valueName":"id","abstract":"The id."}]},
    {"commandName":"help","abstract":"Help.","shouldDisplay":true},
    {"commandName":"secret","abstract":"Hidden.","shouldDisplay":false}]}}
    """

  static func tool() throws -> ToolDescription { try ToolDescription(dump: Array(dump.utf8), name: "dump") }

  @Test func `the name is a small sentence without a full stop`() throws {
    #expect(
      ToolPage.name(try Self.tool()).text
        == ".Sh NAME\n.Nm jobs-x\n.Nd \"do things\"\n".replacing("jobs-x", with: "jobs\\-x"))
  }

  @Test func `the synopsis has a line a verb, the default in brackets, hidden ones left out`() throws {
    #expect(
      ToolPage.synopsis(try Self.tool()).text == """
        .Sh SYNOPSIS
        .Nm jobs\\-x
        .Op Cm \\&go
        .Op Ar option ...
        .Op Ar path ...
        .Nm jobs\\-x
        .Cm \\&one
        .Ar \\&id

        """)
  }

  @Test func `options have their names, meaning, words and default, by group`() throws {
    let text = ToolPage.commands(try Self.tool()).text
    #expect(
      text.contains(
        """
        .Ss \\&go
        Go.
        .Bl -tag -width Ds
        .It Ar path ...
        Where.
        .It Fl \\-way Ar \\&way
        Which way.
        One of up, down.
        .El
        .Pp
        Counting:
        .Bl -tag -width Ds
        .It Fl \\&n , Fl \\-number Ar \\&n
        How many.
        At most.
        The default is 2.
        .El
        """), "\(text)")
    #expect(!text.contains("hidden") && !text.contains("help"))
  }

  @Test func `examples are those of the tool, then those of its verbs`() throws {
    #expect(
      ToolPage.examples(try Self.tool()).text
        == ".Sh EXAMPLES\n.Bd -literal -offset 2n\njobs\\-x \\-n 3\n.Ed\n.Bd -literal -offset 2n\njobs\\-x go\n.Ed\n")
  }

  @Test func `the table of statuses is that of the core`() {
    let text = ToolPage.exitTable().text
    for row in ExitStatus.table {
      #expect(text.contains(".It ") && text.contains(Mdoc.escape(row.meaning).split(separator: ".")[0]))
    }
  }

  @Test(arguments: ["", "{", "[]", "{}", "{\"serializationVersion\":1,\"command\":{}}", "{\"serializationVersion\":0}"])
  func `what is no dump is refused by name`(text: String) {
    let failure = #expect(throws: Failure.self) { try ToolDescription(dump: Array(text.utf8), name: "the dump") }
    #expect(failure?.message.contains("'the dump'") == true && failure?.exitStatus == .usage)
  }
}
