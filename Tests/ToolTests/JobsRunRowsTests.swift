import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run query as CSV, logs by expression, runs by label")
struct JobsRunRowsTests {
  let folder = ToolFolder()

  private func job(_ name: String, _ command: String, _ more: String = "") {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)\(more)}\nspec: {command: '\(command)'}\n",
      to: "\(name).yaml")
    _ = run.run(["now", name, "-q", "\(name).yaml"], in: folder)
  }

  private func query(_ sql: String, _ more: String...) -> ToolRun {
    run.run(["query", sql, "-o", "csv"] + more, in: folder)
  }

  @Test("a query as CSV is a row of names and a row for each row, with CR LF and quotes by RFC 4180")
  func csv() {
    job("good", "true")
    let found = query("SELECT job AS \"a,b\", 'x\"y' AS q, NULL AS n, '' AS e, 1.5 AS r, x'00ff' AS h FROM execution")
    #expect(found.status == 0 && found.stderr.isEmpty)
    #expect(Array(found.stdout.utf8) == Array("\"a,b\",q,n,e,r,h\r\n-/-/good,\"x\"\"y\",,\"\",1.5,00FF\r\n".utf8))
    // Names that no record could have are fine in a table.
    #expect(Array(query("SELECT 1 AS type, 2 AS a, 3 AS a").stdout.utf8) == Array("type,a,a\r\n1,2,3\r\n".utf8))
    #expect(Array(query("SELECT job FROM execution WHERE 0").stdout.utf8) == Array("job\r\n".utf8))
    let limited = query("SELECT value FROM json_each('[1,2,3]')", "--limit", "2")
    #expect(Array(limited.stdout.utf8) == Array("value\r\n1\r\n2\r\n".utf8))
    #expect(limited.stderr.contains("more rows than these 2"))
  }

  @Test(
    "csv is refused where there are no rows",
    arguments: [
      ("jobs-run runs -o csv", "only the rows of 'query' can be written as csv"),
      ("JOBS_OUTPUT=csv jobs-run list", "only the rows of 'query'"),
      ("jobs-validate -o csv", "diagnostics have no form as csv"),
      ("jobs-validate rules -o csv", "rules are not findings to report as csv"),
    ])
  func refused(command: String, words: String) {
    job("good", "true")
    let found = Tool.shell(command, in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty && found.stderr.contains(words), "\(found.stderr)")
  }

  @Test(
    "lines are found by an extended regular expression",
    arguments: [
      ("^took [0-9]{3,} s$", "took 125 s"), ("(warn|error):", "error: full"), ("^\\[x\\]", "[x] done"),
      ("[[:digit:]]+ files", "12 files"), ("^[^a-z]", "[x] done|12 files|Zürich"), ("Z..rich", "Zürich"),
      ("a{0}tiny", "tiny"), ("(t(o+)k ){1,2}", "took 125 s|took 7 s"),
    ])
  func regex(expression: String, lines: String) {
    job("talks", "printf \"took 125 s\\ntook 7 s\\nerror: full\\n[x] done\\n12 files\\nZürich\\ntiny\\n\"")
    let found = run.run(["logs", "talks", "--regex", expression, "-o", "human"], in: folder)
    #expect(found.status == 0, "\(found.stderr)")
    #expect(found.lines.joined(separator: "|") == lines)
  }

  @Test("-i makes an expression deaf to the case of ASCII letters")
  func ignoresCase() {
    job("talks", "echo One Apple")
    #expect(run.run(["logs", "talks", "--regex", "^one a", "-o", "human"], in: folder).stdout.isEmpty)
    #expect(run.run(["logs", "talks", "--regex", "^one a", "-i", "-o", "human"], in: folder).stdout == "One Apple\n")
  }

  @Test("many long lines are held against an expression one by one")
  func manyLines() {
    job("talks", "for i in $(seq 3000); do echo \"line $i of some text that is not short at all\"; done")
    let found = run.run(["logs", "talks", "--regex", "^line [0-9]*7 .*(a|b)[a-z]*$", "-o", "human"], in: folder)
    #expect(found.lines.count == 300)
  }

  @Test(
    "an expression that is none, or would cost too much, is refused",
    arguments: [
      ("(", "cannot use the expression '(': unmatched ( or"), ("[a", "unmatched ["),
      ("(a)\\1", "it refers back to a group"), ("((a{20}){20}){20}", "its repetitions make more than 250 parts"),
      ("a{99999}", "its repetitions make more than 250 parts"), ("", "--regex is empty"),
      (String(repeating: "a", count: 1001), "it is longer than 1000 bytes"),
    ])
  func badRegex(expression: String, words: String) {
    job("talks", "echo a")
    let found = run.run(["logs", "talks", "--regex", expression], in: folder)
    #expect(found.status == 2 && found.stdout.isEmpty, "\(found.stdout)")
    #expect(found.stderr.contains(words), "\(found.stderr)")
  }

  @Test("--grep and --regex exclude each other")
  func both() {
    job("talks", "echo a")
    #expect(run.run(["logs", "talks", "--regex", "a", "--grep", "a"], in: folder).status == 2)
  }

  @Test("runs of 'now' are found by the labels of their jobs, retries and jobs that cannot start among them")
  func labels() {
    job("here", "exit 1", ", labels: {team: data, \"a b\": \"c\\\"d\"}")
    job("there", "true", ", labels: {team: web}")
    job("broken", "true", ", labels: {team: data}")
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: gone, labels: {team: data}}\n"
        + "spec: {command: [x], workingDir: /no/such, secrets: {A: none}}\n", to: "gone.yaml")
    _ = run.run(["now", "gone", "gone.yaml"], in: folder)
    _ = run.run(["now", "here", "here.yaml", "--retries", "1", "-q"], in: folder)
    let found = run.run(["runs", "-l", "team=data"], in: folder).records("execution")
    #expect(found.count { $0.contains("/here") } == 3)
    #expect(found.count { $0.contains("/broken") } == 1)
    #expect(found.count { $0.contains("/gone") } == 1)
    #expect(!found.contains { $0.contains("/there") })
    #expect(run.run(["runs", "-l", "team=web"], in: folder).records("execution").count == 1)
    let text = run.run(["query", "SELECT labels FROM execution ORDER BY number LIMIT 1"], in: folder).records("row")
    #expect(text == [#"{"type":"row","v":1,"labels":"{\"team\":\"data\",\"a b\":\"c\\\"d\"}"}"#])
  }
}
