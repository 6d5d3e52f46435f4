import Glibc
import JobsCore
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct BrokenRepositoryTests {
  @Test func `an empty .git folder is said to be none`() throws {
    let folder = try GitFolder([])
    try #require(mkdir(folder.path + "/.git", 0o755) == 0)
    let failure = try failure { try folder.open() }
    #expect(failure.exitStatus == .world)
    #expect(failure.message == "'\(folder.path)/.git' is not a Git repository: HEAD, objects or refs is missing")
    #expect(failure.hint == "restore it, or remove it and clone again")
  }

  @Test func `an empty .git folder does not hide a repository above it, as with git`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/.git/keep")
    #expect(try folder.open("jobs").workingDirectory == folder.path)
    #expect(try folder.line("rev-parse", "--show-toplevel", in: folder.path + "/jobs") == folder.path)
  }

  @Test(arguments: ["", "nonsense\n", "gitdir: /no/such/place\n"])
  func `a .git file that leads nowhere is a failure`(_ text: String) throws {
    let folder = try GitFolder([])
    try folder.write(".git", text)
    let failure = try failure { try folder.open() }
    #expect(failure.exitStatus == .world)
    #expect(failure.message.contains(folder.path))
    #expect(failure.hint != nil)
  }

  @Test func `a repository without HEAD is a failure`() throws {
    let folder = try GitFolder()
    try #require(unlink(folder.path + "/.git/HEAD") == 0)
    #expect(try failure { try folder.open() }.message.contains("/.git' is not a Git repository"))
  }

  @Test func `a broken configuration is a failure that says where`() throws {
    let folder = try GitFolder()
    try folder.write(".git/config", "[core\n")
    let failure = try failure { try folder.open() }
    #expect(failure.message.hasPrefix("cannot open the repository of '\(folder.path)': "))
    #expect(failure.message.contains(".git/config"))
  }

  @Test func `a repository of a later format is a failure that says so`() throws {
    let folder = try GitFolder()
    try folder.git("config", "core.repositoryFormatVersion", "1")
    try folder.git("config", "extensions.hitherto", "unknown")
    let failure = try failure { try folder.open() }
    #expect(failure.message.contains("hitherto"))
    #expect(failure.hint?.hasPrefix("libgit2 ") == true)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder to somebody else"))
  func `a repository of another user is refused until the user trusts it`() throws {
    let folder = try GitFolder()
    try folder.commitAll()
    try #require(try Git.run("/bin/chown", ["-R", "65534", folder.path], in: "/").status == 0)
    let failure = try failure { try folder.open() }
    #expect(failure.exitStatus == .world)
    #expect(
      failure.hint == "if you trust its owner, run git config --global --add safe.directory '\(folder.path)'")
    try Git.write("[safe]\n\tdirectory = \(folder.path)\n", to: Git.home + "/.gitconfig")
    defer { unlink(Git.home + "/.gitconfig") }
    #expect(try folder.open().headCommit != nil)
  }

  /// Leaves only the beginning of the loose object of a revision.
  private func truncate(_ revision: String, to length: Int = 5, in folder: GitFolder) throws {
    let oid = try folder.line("rev-parse", revision)
    let file = "\(folder.path)/.git/objects/\(oid.prefix(2))/\(oid.dropFirst(2))"
    try #require(chmod(file, 0o644) == 0)
    try #require(Glibc.truncate(file, length) == 0)
  }

  @Test func `a truncated commit is a failure of HEAD`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml")
    try folder.commitAll()
    try truncate("HEAD", in: folder)
    let repository = try folder.open()
    let failure = try failure { try repository.headCommit }
    #expect(failure.exitStatus == .world)
    #expect(failure.message.hasPrefix("cannot read HEAD of '\(folder.path)': "))
    #expect(failure.hint == "run git -C '\(folder.path)' fsck to see what is broken")
    #expect(throws: Failure.self) { try repository.stagedFiles() }
    #expect(throws: Failure.self) { try repository.isUnmodified("a.yaml") }
  }

  @Test func `a truncated folder is a failure of every list that needs it, and only of those`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/a.yaml", "a")
    try folder.write("other/b.yaml", "b")
    try folder.commitAll()
    try truncate("HEAD:jobs", in: folder)
    let repository = try folder.open()
    #expect(try failure { try repository.files(in: .head) }.message.hasPrefix("cannot list the files of HEAD"))
    #expect(try failure { try repository.file(at: "jobs/a.yaml", in: .head) }.message.contains("'jobs/a.yaml'"))
    #expect(throws: Failure.self) { try repository.isUnmodified("jobs/a.yaml") }
    #expect(try repository.files(in: .head, under: "other").map(\.path) == ["other/b.yaml"])
    #expect(try repository.files(in: .index).map(\.path) == ["jobs/a.yaml", "other/b.yaml"])
  }

  @Test func `a truncated blob is a failure that names the file`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "a")
    try folder.commitAll()
    try truncate("HEAD:a.yaml", in: folder)
    let repository = try folder.open()
    let failure = try failure { try repository.contents(of: "a.yaml", in: .head, limit: 100) }
    #expect(failure.message.hasPrefix("cannot read 'a.yaml' from '\(folder.path)': "))
    let file = try #require(try repository.file(at: "a.yaml", in: .head))
    #expect(throws: Failure.self) { try repository.size(of: file) }
  }

  @Test(arguments: [0, 1, 2, 10]) func `a blob is a failure where its header is cut off`(_ length: Int) throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", String(repeating: "text of some length\n", count: 1000))
    try folder.commitAll()
    try truncate("HEAD:a.yaml", to: length, in: folder)
    let repository = try folder.open()
    #expect(throws: Failure.self) { try repository.contents(of: "a.yaml", in: .head, limit: 100_000) }
  }

  @Test func `an object that is no blob is not read as a file`() throws {
    let folder = try GitFolder()
    try folder.commitAll()
    let repository = try folder.open()
    let commit = SnapshotFile(path: "a.yaml", mode: 0o100644, oid: try #require(try repository.headCommit))
    #expect(try failure { try repository.contents(of: commit, limit: 1000) }.message.hasSuffix("is not a blob"))
    let nonsense = SnapshotFile(path: "a.yaml", mode: 0o100644, oid: "no hexadecimal digits")
    #expect(throws: Failure.self) { try repository.contents(of: nonsense, limit: 1000) }
  }

  @Test func `a truncated index is a failure of what needs it; nothing is ignored meanwhile`() throws {
    let folder = try GitFolder()
    try folder.write("a.log")
    try folder.write(".gitignore", "*.log\n")
    try folder.commitAll()
    #expect(try !folder.open().isIgnored("a.yaml", isDirectory: false))
    try #require(Glibc.truncate(folder.path + "/.git/index", 20) == 0)
    let repository = try folder.open()
    let failure = try failure { try repository.stagedFiles() }
    #expect(failure.message.hasPrefix("cannot read the index of '\(folder.path)': "))
    #expect(try repository.headCommit != nil)
    #expect(!repository.isIgnored("b.log", isDirectory: false))
  }

  @Test func `a sparse index gets the command that widens it`() throws {
    let folder = try GitFolder()
    for name in ["in/a", "out/b", "far/c"] { try folder.write(name) }
    try folder.commitAll()
    try folder.git("config", "index.sparse", "true")
    try folder.git("-c", "index.sparse=true", "sparse-checkout", "set", "--cone", "--sparse-index", "in")
    let failure = try failure { try folder.open().stagedFiles() }
    #expect(failure.message.hasPrefix("cannot read the index of '\(folder.path)': "))
    #expect(failure.hint?.hasSuffix("sparse-checkout reapply --no-sparse-index") == true)
  }
}
