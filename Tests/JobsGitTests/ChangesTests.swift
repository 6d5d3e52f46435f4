import Glibc
import JobsCore
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct ChangesTests {
  private func text(_ contents: BlobContents) -> String? {
    guard case .bytes(let bytes) = contents else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectGitsOwnStaged(_ folder: GitFolder) throws {
    let ours = try folder.open().stagedFiles()
    let list = ["diff", "--cached", "--name-only", "-z", "--no-renames"]
    #expect(ours.paths.map(BytePath.init) == (try folder.lines(list + ["--diff-filter=d"])))
    #expect(ours.deleted.map(BytePath.init) == (try folder.lines(list + ["--diff-filter=D"])))
  }

  // MARK: Staged

  @Test func `before the first commit everything in the index is staged`() throws {
    let folder = try GitFolder()
    for name in oddNames { try folder.write(name, name) }
    try folder.git("add", "--all")
    try folder.write("untracked.yaml")
    try expectGitsOwnStaged(folder)
    let repository = try folder.open()
    let staged = try repository.stagedFiles()
    #expect(staged.files.count == oddNames.count)
    for file in staged.files {
      #expect(text(try repository.contents(of: file, limit: 100)) == file.path)
      let byPath = try repository.contents(of: file.path, in: .index, limit: 100)
      #expect(text(byPath).map(BytePath.init) == BytePath(file.path))
    }
  }

  @Test func `added, modified, renamed, retyped and deleted files, with the staged bytes`() throws {
    let folder = try GitFolder()
    for name in ["same", "changed", "moved", "gone", "link", "mode", "folder"] {
      try folder.write(name, "old \(name)\n")
    }
    try folder.commitAll()
    try folder.write("changed", "staged\n")
    try folder.write("jobs/new", "new\n")
    try folder.git("mv", "moved", "moved-here")
    try folder.git("rm", "-q", "gone", "folder")
    try folder.write("folder/inside", "in\n")
    try #require(unlink(folder.path + "/link") == 0 && symlink("same", folder.path + "/link") == 0)
    try #require(chmod(folder.path + "/mode", 0o755) == 0)
    try folder.git("add", "--all")
    try folder.write("changed", "only in the working directory\n")
    try folder.write("same", "not staged\n")
    try expectGitsOwnStaged(folder)
    let repository = try folder.open()
    let staged = try repository.stagedFiles()
    #expect(staged.paths == ["changed", "folder/inside", "jobs/new", "link", "mode", "moved-here"])
    #expect(staged.deleted == ["folder", "gone", "moved"])
    #expect(staged.files.filter { $0.kind == .symbolicLink }.map(\.path) == ["link"])
    #expect(text(try repository.contents(of: "changed", in: .index, limit: 100)) == "staged\n")
    #expect(text(try repository.contents(of: "changed", in: .head, limit: 100)) == "old changed\n")
    #expect(try repository.stagedFiles(under: "./jobs/").paths == ["jobs/new"])
    #expect(try repository.stagedFiles(under: "folder").deleted == ["folder"])
    #expect(try repository.stagedFiles(under: "job").paths.isEmpty)
    let link = try #require(try repository.file(at: "link", in: .index))
    #expect(throws: Failure.self) { try repository.contents(of: link, limit: 100) }
  }

  @Test func `a file that was only announced is not staged, nor in the index's list`() throws {
    let folder = try GitFolder()
    try folder.write("real.yaml")
    try folder.write("soon.yaml", "text\n")
    try folder.git("add", "real.yaml")
    try folder.git("add", "--intent-to-add", "soon.yaml")
    try expectGitsOwnStaged(folder)
    let repository = try folder.open()
    #expect(try repository.stagedFiles().paths == ["real.yaml"])
    #expect(try repository.files(in: .index).map(\.path) == ["real.yaml"])
    #expect(try repository.file(at: "soon.yaml", in: .index) == nil)
    try folder.commitAll()
    try folder.write("later.yaml")
    try folder.git("add", "--intent-to-add", "later.yaml")
    try expectGitsOwnStaged(folder)
    #expect(try !folder.open().isUnmodified("later.yaml"))
  }

  @Test func `an unmerged file is a failure that names it, and only where it lies`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/both.yaml", "base\n")
    try folder.commitAll()
    try folder.git("checkout", "-q", "-b", "side")
    try folder.write("jobs/both.yaml", "side\n")
    try folder.commitAll()
    try folder.git("checkout", "-q", "main")
    try folder.write("jobs/both.yaml", "main\n")
    try folder.commitAll()
    #expect(try Git.run("git", ["merge", "-q", "side"], in: folder.path).status != 0)
    try folder.write("other/a.yaml")
    try folder.git("add", "other")
    let repository = try folder.open()
    for fails: () throws -> Void in [
      { _ = try repository.stagedFiles() }, { _ = try repository.files(in: .index) },
      { _ = try repository.file(at: "jobs/both.yaml", in: .index) },
    ] {
      let failure = try failure(fails)
      #expect(failure.exitStatus == .usage)
      #expect(failure.message == "cannot read 'jobs/both.yaml' in the index of '\(folder.path)': it is unmerged")
      #expect(failure.hint == "resolve the conflict, then run git add 'jobs/both.yaml'")
    }
    #expect(try repository.stagedFiles(under: "other").paths == ["other/a.yaml"])
    #expect(try !repository.isUnmodified("jobs/both.yaml"))
  }

  // MARK: Since a revision

  @Test func `what was committed since a branch, tag, commit or ancestor`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "1\n")
    try folder.write("gone.yaml", "1\n")
    try folder.commitAll("one")
    try folder.git("tag", "-a", "-m", "annotated", "v1")
    try folder.git("branch", "old")
    try folder.write("a.yaml", "2\n")
    for name in oddNames { try folder.write(name) }
    try folder.git("rm", "-q", "gone.yaml")
    try folder.commitAll("two")
    try folder.write("a.yaml", "working directory\n")
    try folder.write("untracked.yaml")
    let repository = try folder.open()
    let full = try folder.line("rev-parse", "old")
    for revision in ["old", "v1", "HEAD~1", "HEAD^", full, String(full.prefix(8)), "main@{1}", "v1^{tree}", "old:"] {
      let changes = try repository.changedFiles(since: revision)
      let list = ["diff", "--name-only", "-z", "--no-renames", revision, "HEAD"]
      #expect(changes.paths.map(BytePath.init) == (try folder.lines(list + ["--diff-filter=d"])), "\(revision)")
      #expect(changes.deleted == ["gone.yaml"])
    }
    #expect(text(try repository.contents(of: "a.yaml", in: .head, limit: 100)) == "2\n")
    #expect(try repository.changedFiles(since: "HEAD").files.isEmpty)
    #expect(try repository.changedFiles(since: "old", under: "日本").paths == ["日本/仕事.yaml"])
    #expect(try repository.uncommittedFiles() == ["a.yaml", "untracked.yaml"])
    #expect(try repository.uncommittedFiles(under: "untracked.yaml") == ["untracked.yaml"])
  }

  @Test(arguments: [
    ("nowhere", "see git branch"), ("", "see git branch"), ("-x", "see git branch"), ("HEAD~99", "see git branch"),
    ("main..HEAD", "give one revision"), ("main...", "give one revision"),
    ("origin/main", "git fetch origin 'main:refs/"),
    ("0000000000000000000000000000000000000000", "a branch that is new"),
    ("4f2a9c14f2a9c14f2a9c14f2a9c14f2a9c14f2a9", "see git branch"), ("HEAD:a.yaml", "give a branch"),
  ])
  func `an unknown revision is wrong usage with a hint`(_ revision: String, _ hint: String) throws {
    let folder = try GitFolder()
    try folder.write("a.yaml")
    try folder.commitAll()
    let repository = try folder.open()
    let failure = try failure { try repository.changedFiles(since: revision) }
    #expect(failure.exitStatus == .usage)
    #expect(failure.message.hasPrefix("'\(revision)' "))
    #expect(failure.hint?.contains(hint) == true, "\(failure)")
  }

  @Test func `a few digits that fit several objects are refused`() throws {
    let folder = try GitFolder()
    // The ids of these two blobs begin with the same six digits.
    try folder.write("a", "515\n")
    try folder.write("b", "5301\n")
    try folder.commitAll()
    let repository = try folder.open()
    let failure = try failure { try repository.changedFiles(since: "3cda32") }
    #expect(failure.exitStatus == .usage)
    #expect(failure.hint == "give more of its digits")
  }

  @Test func `nothing can be compared before the first commit`() throws {
    let folder = try GitFolder()
    let repository = try folder.open()
    let failure = try failure { try repository.changedFiles(since: "main") }
    #expect(failure.exitStatus == .usage)
    #expect(failure.hint == "commit first")
    #expect(try repository.files(in: .head).isEmpty)
    #expect(try repository.file(at: "a.yaml", in: .head) == nil)
    #expect(try !repository.isUnmodified("a.yaml"))
  }

  @Test func `a shallow clone that lacks the commit gets the command that fetches it`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "1\n")
    try folder.commitAll("one")
    let first = try folder.line("rev-parse", "HEAD")
    try folder.write("a.yaml", "2\n")
    try folder.commitAll("two")
    let clone = folder.room + "/shallow"
    try folder.git("clone", "-q", "--depth=1", "file://" + folder.path, clone)
    let repository = try #require(try Repository.discover(from: clone, environment: GitEnvironment()))
    #expect(repository.isShallow)
    for revision in [first, "HEAD~1"] {
      let failure = try failure { try repository.changedFiles(since: revision) }
      #expect(failure.exitStatus == .usage)
      #expect(failure.hint?.contains("git fetch --deepen") == true)
    }
  }
}

extension GitFolder {
  /// One of git's lists with `-z`, to be compared byte by byte.
  func lines(_ arguments: [String]) throws -> [BytePath] {
    try git(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .sorted(by: BytePath.precedes).map(BytePath.init)
  }
}
