import Glibc
import TestSupport
import Testing

private let validate = Tool("jobs-validate")

@Suite("jobs-validate --fix and --diff")
struct JobsValidateFixTests {
  private let folder = ToolFolder()
  private static let head = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  command: [/bin/true]\n"
  private static let bad = head + "  env: {COLOR: yes}   # red\n"
  private static let good = head + "  env: {COLOR: \"yes\"}   # red\n"

  @Test("--fix mends files in place and reports what is left")
  func fix() {
    folder.write(Self.bad, to: "jobs/a.yaml", mode: 0o640)
    folder.write(
      Self.bad.replacing("name: a", with: "name: b").replacing("  env", with: "  envv: 1\n  env"), to: "jobs/b.yaml")
    let result = validate.run(["--fix", "jobs/"], in: folder)
    #expect(result.status == 1)
    #expect(folder.text(of: "jobs/a.yaml") == Self.good)
    #expect(folder.text(of: "jobs/b.yaml")?.contains("COLOR: \"yes\"") == true)
    #expect(folder.names(in: "jobs") == ["a.yaml", "b.yaml"])
    #expect(result.records("job").count == 1)
    #expect(
      result.records("diagnostic").allSatisfy { $0.contains("\"ST101\"") } && result.records("diagnostic").count == 1)
    #expect(result.stderr.contains("mended 2 findings in 2 files\n"))
    let again = validate.run(["--fix", "jobs/a.yaml"], in: folder)
    #expect(again.status == 0 && again.stderr.contains("nothing was mended\n"))
    #expect(folder.text(of: "jobs/a.yaml") == Self.good)
  }

  @Test("unsafe fixes are made where they are asked for, and alone the option changes nothing")
  func unsafeFixes() {
    let text = Self.head.replacing("command", with: "comand")
    folder.write(text, to: "a.yaml")
    let alone = validate.run(["--unsafe-fixes", "a.yaml"], in: folder)
    #expect(
      alone.stderr.hasPrefix("jobs-validate: note: --unsafe-fixes alone changes nothing\nhint: add --fix or --diff\n"))
    #expect(validate.run(["--fix", "a.yaml"], in: folder).status == 1)
    #expect(folder.text(of: "a.yaml") == text)
    #expect(validate.run(["--fix", "--unsafe-fixes", "a.yaml"], in: folder).status == 0)
    #expect(folder.text(of: "a.yaml") == Self.head)
  }

  @Test("--diff prints a patch that 'patch -p1' makes into what --fix writes, and changes nothing")
  func diff() {
    folder.write(Self.bad, to: "jobs/a.yaml")
    folder.write(Self.good.replacing("name: a", with: "name: b"), to: "jobs/b.yaml")
    let result = validate.run(["--diff", "jobs/"], in: folder)
    #expect(result.status == 1)
    #expect(result.stdout.hasPrefix("--- a/jobs/a.yaml\n+++ b/jobs/a.yaml\n@@ -3,4 +3,4 @@\n"))
    #expect(result.stderr == "1 finding in 1 file can be mended by --fix\n")
    #expect(folder.text(of: "jobs/a.yaml") == Self.bad)
    folder.write(result.stdout, to: "patch.diff")
    #expect(Tool.shell("patch -s -p1 < patch.diff", in: folder).status == 0)
    #expect(folder.text(of: "jobs/a.yaml") == Self.good)
    let clean = validate.run(["--diff", "jobs/"], in: folder)
    #expect(clean.status == 0 && clean.stdout.isEmpty)
    #expect(clean.stderr == "nothing can be mended\n")
  }

  @Test("--diff reads standard input, and --fix refuses it")
  func standardInput() {
    let diff = validate.run(["--diff", "-"], in: folder, input: Self.bad)
    #expect(diff.status == 1)
    #expect(diff.stdout.contains("-  env: {COLOR: yes}   # red\n+  env: {COLOR: \"yes\"}   # red\n"))
    let fix = validate.run(["--fix", "-"], in: folder, input: Self.bad)
    #expect(fix.status == 2 && fix.stdout.isEmpty)
    #expect(
      fix.stderr
        == "jobs-validate: error: --fix cannot write to standard input\nhint: name the file, or print the patch by --diff\n"
    )
  }

  @Test("a patch shows no secret")
  func secret() {
    let token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    folder.write(Self.head + "  env:\n    COLOR: yes\n    TOKEN: \(token)\n", to: "a.yaml")
    let result = validate.run(["--diff", "a.yaml"], in: folder)
    #expect(result.status == 1)
    #expect(!result.stdout.contains(token) && !result.stderr.contains(token) && !result.stdout.contains("***"))
    #expect(
      result.stderr.contains("a.yaml:7: note: the change is not shown: it stands beside a secret; --fix makes it\n"))
    _ = validate.run(["--fix", "a.yaml"], in: folder)
    #expect(folder.text(of: "a.yaml") == Self.head + "  env:\n    COLOR: \"yes\"\n    TOKEN: \(token)\n")
  }

  @Test("a read-only file is named and left alone: 3 where nothing was mended, 4 where others were")
  func readOnly() {
    folder.write(Self.bad, to: "a.yaml", mode: 0o444)
    let alone = validate.run(["--fix", "a.yaml"], in: folder)
    #expect(alone.status == 3)
    #expect(
      alone.stderr.contains(
        "jobs-validate: error: cannot mend 'a.yaml': it is read-only\nhint: make it writable: chmod u+w 'a.yaml'\n"))
    folder.write(Self.bad.replacing("name: a", with: "name: b"), to: "b.yaml")
    let both = validate.run(["--fix", "a.yaml", "b.yaml"], in: folder)
    #expect(both.status == 4)
    #expect(folder.text(of: "a.yaml") == Self.bad)
    #expect(folder.text(of: "b.yaml")?.contains("\"yes\"") == true)
    #expect(folder.names() == ["a.yaml", "b.yaml"])
  }

  @Test("a symbolic link is followed, and a file that is met twice is written once")
  func link() {
    folder.write(Self.bad, to: "real/a.yaml")
    symlink("real/a.yaml", folder.file("l.yaml"))
    let result = validate.run(["--fix", "l.yaml", "real/a.yaml"], in: folder)
    #expect(result.stderr.contains("mended 1 finding in 1 file\n"))
    #expect(folder.text(of: "real/a.yaml") == Self.good)
    var status = stat()
    lstat(folder.file("l.yaml"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a project file that is mended counts as it then is")
  func project() {
    folder.write(Self.head, to: "a.yaml")
    folder.write(
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: p}\ndefaults: {env: {COLOR: no}}\nenvironments: {prod: {branch: main}}\n",
      to: "jobs.yaml")
    let result = validate.run(["--fix", "-e", "prod", "."], in: folder)
    #expect(
      folder.text(of: "jobs.yaml")?.contains("COLOR: \"no\"") ?? false || result.stderr.contains("nothing was mended"))
    #expect(result.records("job").first?.contains("\"COLOR\":\"no\"") == true)
  }

  @Test(
    "what does not go together is refused before anything is read or written",
    arguments: [
      (["--fix", "--diff"], "--fix and --diff exclude each other"),
      (["--fix", "--staged"], "--fix cannot write into Git"),
      (["--fix", "--since", "HEAD"], "--fix cannot write into Git"),
    ])
  func refused(arguments: [String], message: String) {
    #expect(
      Tool.shell("git init -q . && git -c user.name=x -c user.email=x@x commit -q --allow-empty -m x", in: folder)
        .status == 0)
    folder.write(Self.bad, to: "a.yaml")
    let result = validate.run(arguments, in: folder)
    #expect(result.status == 2)
    #expect(result.stderr.hasPrefix("jobs-validate: error: \(message)\n"))
    #expect(folder.text(of: "a.yaml") == Self.bad)
  }

  @Test("--diff of what cannot be read, and of nothing, is unusable input")
  func unusable() {
    folder.write("a: [", to: "a.yaml")
    #expect(validate.run(["--diff", "a.yaml"], in: folder).status == 2)
    folder.write("a: 1\n", to: "empty/b.yaml")
    #expect(
      validate.run(["--diff", "empty"], in: folder).stderr.hasPrefix(
        "jobs-validate: error: there is no job in what was read\n"))
  }
}
