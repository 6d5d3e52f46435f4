import Glibc
import TestSupport
import Testing

private let run = Tool("jobs-run")

@Suite("jobs-run now: what a job is given")
struct JobsRunInputTests {
  let folder = ToolFolder()

  private func job(_ spec: String) {
    folder.write("apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec:\n\(spec)\n", to: "one.yaml")
  }

  private func runOne(_ more: [String] = [], environment: [String: String] = [:]) -> ToolRun {
    run.run(["now", "one", "one.yaml", "-o", "human"] + more, in: folder, environment: environment)
  }

  @Test("a list runs as it stands, without a shell; a string goes through one")
  func commands() {
    job("  command: [printf, '%s|', '$HOME', 'a b']")
    #expect(runOne().stdout == "$HOME|a b|\n1 job: 1 succeeded\n")
    job("  command: 'printf %s $1'\n  args: [word]")
    #expect(runOne().stdout == "word\n1 job: 1 succeeded\n")
  }

  @Test("the folder, the file of variables, variables and --set-env, each over the one before")
  func environment() {
    folder.write("# comment\n\nexport A=file\nB = 'file b'\nC=file=c\n", to: "work/vars.env")
    job(
      "  command: 'pwd; echo $A,$B,$C,$D'\n  workingDir: \(folder.file("work"))\n  envFile: vars.env\n  env: {A: own, D: own}"
    )
    #expect(runOne(["--set-env", "D=given"]).stdout.hasPrefix("\(folder.file("work"))\nown,file b,file=c,given\n"))
  }

  @Test("a file of variables with a broken line is a failure before the start, with its line")
  func brokenEnvFile() {
    folder.write("A=1\nno assignment\n", to: "vars.env")
    job("  command: touch ran\n  envFile: vars.env")
    let result = runOne()
    #expect(result.status == 125)
    #expect(result.stderr.contains("line 2 of the envFile 'vars.env' is not NAME=value"))
    #expect(!folder.exists("ran"))
  }

  @Test("secrets come from files that not everybody may read, and are never shown")
  func secrets() {
    job("  command: 'printf %s \"$PW\" | wc -c'\n  secrets: {PW: 'db-pw:latest'}")
    let missing = runOne()
    #expect(
      missing.status == 125
        && missing.stderr.contains("cannot read the secret 'db-pw' for 'PW': no such file or directory"))
    folder.write("hunter22\n", to: "state/secrets/db-pw", mode: 0o604)
    let open = runOne()
    #expect(
      open.status == 125 && open.stderr.contains("the secret 'db-pw' for 'PW' may be read by everybody on this host"))
    chmod(folder.file("state/secrets/db-pw"), 0o600)
    #expect(runOne().stdout == "8\n1 job: 1 succeeded\n")
    folder.write("hunter22", to: "elsewhere/db-pw", mode: 0o640)
    #expect(runOne(["--secrets", "elsewhere"]).status == 0)
    #expect(runOne(environment: ["CREDENTIALS_DIRECTORY": folder.file("elsewhere")]).status == 0)
    let record = run.run(["runs", "--limit", "0"], in: folder).stdout + runOne(["--dry-run"]).stdout
    #expect(!record.contains("hunter22"))
  }

  @Test("a secret's name is no way out of the folder", arguments: ["../../etc/passwd", "..", ""])
  func secretPath(name: String) {
    let result = run.run(
      ["now", "a", "-"], in: folder, input: jobRecord("a", more: #","secrets":{"PW":"\#(name)"}"#) + goodEnd)
    #expect(result.status == 125)
    #expect(result.stderr.contains("which names no file"))
  }

  @Test("a job of another user runs as that user, where root runs it", .enabled(if: geteuid() == 0))
  func user() {
    folder.write("", to: "mark")
    chmod(folder.path, 0o755)
    job("  command: 'id -un; echo $HOME $USER'\n  identity: nobody")
    #expect(runOne().stdout.hasPrefix("nobody\n/nonexistent nobody\n"))
    job("  command: id\n  identity: no-such-user-here")
    let result = runOne()
    #expect(result.status == 125 && result.stderr.contains("there is no user 'no-such-user-here' on this host"))
  }

  @Test(
    "a missing working folder and a mount are failures before the start",
    arguments: [
      ("  command: pwd\n  workingDir: /no/such", "cannot work in '/no/such'"),
      ("  command: pwd\n  mounts: [{secret: 'tls:1', path: /etc/tls/key}]", "cannot be mounted"),
    ])
  func unusable(spec: String, words: String) {
    job(spec)
    let result = runOne()
    #expect(result.status == 125 && result.stderr.contains(words))
  }

  @Test("manifests with errors are refused with the diagnostics; --allow-failed leaves those jobs out")
  func brokenManifest() {
    folder.write(
      localJobs + "---\napiVersion: jobs/v1\nkind: Job\nmetadata: {name: odd}\nspec: {comand: x}\n", to: "all.yaml")
    let result = run.run(["now", "hello"], in: folder)
    #expect(result.status == 2)
    #expect(result.stderr.contains("all.yaml:") && result.stderr.contains("'comand'"))
    #expect(!folder.exists("state"))
    #expect(run.run(["now", "hello", "--allow-failed"], in: folder).status == 0)
  }

  @Test("a project's environments are listed where none is chosen")
  func environments() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\nenvironments:\n  dev: {variables: {WORD: d}}\n  prod: {variables: {WORD: p}}\n",
      to: "jobs.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: one}\nspec: {command: 'echo ${WORD}'}\n", to: "one.yaml")
    let result = run.run(["now", "one", "."], in: folder)
    #expect(result.status == 2 && result.stderr.contains("add --env with one of dev, prod"))
    let dev = run.run(["now", "one", ".", "-e", "dev", "-o", "human"], in: folder)
    #expect(dev.stdout == "d\n1 job: 1 succeeded\n")
  }

  @Test("a word that is a folder here is a path, and the message says so")
  func nameOrPath() {
    folder.write(localJobs, to: "hello/all.yaml")
    let result = run.run(["now", "hello"], in: folder)
    #expect(result.status == 2 && result.stderr.contains("'hello' is read as a path"))
  }
}
