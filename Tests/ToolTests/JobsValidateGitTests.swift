import TestSupport
import Testing

private let validate = Tool("jobs-validate")

@Suite("jobs-validate --staged and --since")
struct JobsValidateGitTests {
  private let folder = ToolFolder()

  private static func job(_ name: String, _ more: String = "") -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)}\nspec:\n  command: [/bin/true]\n\(more)"
  }

  /// Runs git, with a name and nothing of the tester's own.
  private func git(_ command: String) throws {
    let done = Tool.shell(
      "git -c user.name=t -c user.email=t@localhost -c init.defaultBranch=main -c commit.gpgsign=false \(command)",
      in: folder, environment: ["GIT_CONFIG_NOSYSTEM": "1"])
    try #require(done.status == 0, "git \(command): \(done.stderr)")
  }

  /// A repository whose first commit holds two jobs.
  private func commit() throws {
    folder.write("state/\nxdg/\n", to: ".gitignore")
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    folder.write(Self.job("b"), to: "jobs/b.yaml")
    try git("init -q")
    try git("add .")
    try git("commit -q -m first")
  }

  @Test("what is staged is judged, not what lies in the folder")
  func staged() throws {
    try commit()
    folder.write(Self.job("a", "  colour: red\n"), to: "jobs/a.yaml")
    try git("add jobs/a.yaml")
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    let staged = validate.run(["--staged"], in: folder)
    #expect(staged.status == 1 && staged.records("diagnostic").count == 1)
    #expect(staged.records("diagnostic").first?.contains(#""code":"ST101""#) == true)
    #expect(staged.records("diagnostic").first?.contains(#""file":"jobs/a.yaml""#) == true)
    #expect(validate.run(in: folder).status == 0)
  }

  @Test("only changed files are reported, and rules across files see the others")
  func since() throws {
    try commit()
    folder.write(Self.job("b"), to: "jobs/c.yaml")
    try git("add .")
    try git("commit -q -m second")
    let found = validate.run(["--since", "HEAD~1"], in: folder)
    #expect(found.status == 1, "\(found.stdout)\(found.stderr)")
    #expect(found.records("job").count == 1)
    let diagnostics = found.records("diagnostic")
    #expect(diagnostics.count == 1 && diagnostics.first?.contains("jobs/c.yaml") == true)
    #expect(diagnostics.first?.contains("jobs/b.yaml") == true)
  }

  @Test("a commit without manifests is a success with a good seal", arguments: [["--staged"], ["--since", "HEAD~1"]])
  func nothing(_ arguments: [String]) throws {
    try commit()
    folder.write("words\n", to: "README.md")
    try git("add .")
    try git("commit -q -m words")
    let found = validate.run(arguments, in: folder)
    #expect(found.status == 0 && found.lines.count == 1)
    #expect(found.records("end").first?.contains(#""ok":true"#) == true)
    let piped = Tool.shell(
      "jobs-validate \(arguments.joined(separator: " ")) | jobs-validate --output ndjson -", in: folder)
    #expect(piped.records("end").first?.contains(#""upstream":[{"#) == true)
  }

  @Test("a blob above the limit is a finding, whatever the folder holds")
  func large() throws {
    try commit()
    try #require(Tool.shell("head -c 68000000 /dev/zero | tr '\\0' '#' > jobs/a.yaml", in: folder).status == 0)
    try git("add jobs/a.yaml")
    folder.write(Self.job("a"), to: "jobs/a.yaml")
    let found = validate.run(["--staged"], in: folder)
    #expect(found.status == 2)
    #expect(found.stdout.contains("the file has 68000000 bytes, more than "), "\(found.stdout)")
  }

  @Test("outside a repository, at an unknown revision and for standard input it says what is wrong")
  func refused() throws {
    for (arguments, words) in [
      (["--staged"], "there is no Git repository here"), (["--since", "HEAD"], "there is no Git repository here"),
    ] {
      let found = validate.run(arguments, in: folder)
      #expect(found.status == 2 && found.stderr.contains(words), "\(found.stderr)")
    }
    try commit()
    let unknown = validate.run(["--since", "nowhere"], in: folder)
    #expect(unknown.status == 2 && unknown.stderr.contains("'nowhere'"), "\(unknown.stderr)")
    let input = validate.run(["--staged", "-"], in: folder, input: "")
    #expect(input.status == 2 && input.stderr.contains("'-' cannot be read from Git"), "\(input.stderr)")
  }
}
