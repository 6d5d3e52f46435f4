import Glibc
import JobsCore
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct DiscoveryTests {
  @Test func `a folder without a repository has none`() throws {
    let folder = try GitFolder([])
    #expect(try Repository.discover(from: folder.path, environment: GitEnvironment()) == nil)
    #expect(try Repository.discover(from: folder.path + "/no/such", environment: GitEnvironment()) == nil)
  }

  @Test(arguments: ["", ".", "jobs", "jobs/a.yaml", "jobs/missing/deep.yaml", ".git", ".git/hooks"])
  func `a repository is found from`(_ start: String) throws {
    let folder = try GitFolder()
    try folder.write("jobs/a.yaml")
    let repository = try folder.open(start)
    #expect(repository.workingDirectory == folder.path)
    #expect(repository.gitDirectory == folder.path + "/.git")
    #expect(!repository.isBare)
    #expect(!repository.isShallow)
  }

  @Test func `the process's own environment is read`() throws {
    let folder = try GitFolder()
    #expect(try Repository.discover(from: folder.path)?.workingDirectory == folder.path)
  }

  @Test func `HEAD is nil before the first commit, then git's own, also when detached`() throws {
    let folder = try GitFolder()
    #expect(try folder.open().headCommit == nil)
    try folder.commitAll("one")
    #expect(try folder.open().headCommit == folder.line("rev-parse", "HEAD"))
    try folder.commitAll("two")
    try folder.git("checkout", "-q", "--detach", "HEAD~1")
    #expect(try folder.open().headCommit == folder.line("rev-parse", "HEAD"))
    #expect(try folder.open().headCommit == folder.line("rev-parse", "main~1"))
  }

  @Test func `one object sees one HEAD, even when somebody commits meanwhile`() throws {
    let folder = try GitFolder()
    try folder.commitAll("one")
    let repository = try folder.open()
    let before = try repository.headCommit
    try folder.commitAll("two")
    #expect(try repository.headCommit == before)
  }

  @Test func `a bare repository has a HEAD and no index`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/a.yaml", "a")
    try folder.commitAll()
    try folder.git("clone", "-q", "--bare", folder.path, folder.room + "/bare.git")
    let bare = try #require(
      try Repository.discover(from: folder.room + "/bare.git/refs", environment: GitEnvironment()))
    #expect(bare.isBare)
    #expect(bare.workingDirectory == nil)
    #expect(try bare.headCommit == folder.line("rev-parse", "HEAD"))
    #expect(try bare.files(in: .head).map(\.path) == ["jobs/a.yaml"])
    #expect(!bare.isIgnored("jobs/a.yaml", isDirectory: false))
    #expect(try !bare.isUnmodified("jobs/a.yaml"))
    #expect(try bare.uncommittedFiles().isEmpty)
    #expect(bare.relativePath(of: folder.room + "/bare.git/HEAD") == nil)
    let failure = try failure { try bare.stagedFiles() }
    #expect(failure.exitStatus == .usage)
    #expect(failure.message.contains("bare"))
  }

  @Test func `a linked worktree has its own folder, HEAD and index`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "a")
    try folder.commitAll()
    let tree = folder.room + "/tree"
    try folder.git("worktree", "add", "-q", "-b", "other", tree)
    try Git.write("b", to: tree + "/b.yaml")
    try folder.git("add", "b.yaml", in: tree)
    let repository = try #require(try Repository.discover(from: tree, environment: GitEnvironment()))
    #expect(repository.workingDirectory == tree)
    #expect(repository.gitDirectory == folder.path + "/.git/worktrees/tree")
    #expect(try repository.stagedFiles().paths == ["b.yaml"])
    #expect(try folder.open().stagedFiles().paths.isEmpty)
  }

  @Test func `a submodule is a repository of its own, and one entry of the outer one`() throws {
    let inner = try GitFolder()
    try inner.write("job.yaml", "inner")
    try inner.commitAll()
    let outer = try GitFolder()
    try outer.git("submodule", "--quiet", "add", inner.path, "sub")
    let repository = try outer.open("sub/job.yaml")
    #expect(repository.workingDirectory == outer.path + "/sub")
    #expect(repository.gitDirectory == outer.path + "/.git/modules/sub")
    #expect(try repository.files(in: .head).map(\.path) == ["job.yaml"])

    let whole = try outer.open()
    let entry = try #require(try whole.file(at: "sub", in: .index))
    #expect(entry.kind == .submodule)
    #expect(try entry.oid == inner.line("rev-parse", "HEAD"))
    #expect(try whole.size(of: entry) == 0)
    #expect(try whole.stagedFiles().paths == [".gitmodules", "sub"])
    #expect(!whole.isIgnored("sub", isDirectory: true))
    let failure = try failure { try whole.contents(of: entry, limit: 100) }
    #expect(failure.message == "cannot read 'sub' from Git: it is a submodule")
    try outer.commitAll()
    #expect(try outer.open().file(at: "sub", in: .head)?.kind == .submodule)
    #expect(try !outer.open().isUnmodified("sub"))
  }

  @Test func `what a path is in the working directory follows links on the way, not at the end`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/a.yaml")
    try #require(symlink("jobs", folder.path + "/link") == 0)
    try #require(symlink(folder.path, folder.room + "/door") == 0)
    let repository = try folder.open()
    let cases: [(String, String?)] = [
      (folder.path, ""), (folder.path + "/", ""), (folder.path + "/jobs/..", ""), (folder.path + "/jobs/", "jobs"),
      (folder.path + "//jobs/./a.yaml", "jobs/a.yaml"), (folder.path + "/link", "link"),
      (folder.path + "/link/a.yaml", "jobs/a.yaml"), (folder.room + "/door/jobs/a.yaml", "jobs/a.yaml"),
      (folder.path + "/gone/x/../y.yaml", "gone/y.yaml"), (folder.path + "/gone/./y.yaml", "gone/y.yaml"),
      (folder.room, nil), (folder.path + "-not", nil), ("/", nil), (".", nil), ("relative/missing", nil),
    ]
    for (path, relative) in cases { #expect(repository.relativePath(of: path) == relative, "\(path)") }
  }

  // MARK: Git's environment

  @Test func `the index of a hook counts for the repository of the current folder alone`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "a")
    try folder.git("add", ".")
    var environment = GitEnvironment()
    environment.indexFile = folder.room + "/none"
    let elsewhere = try #require(try Repository.discover(from: folder.path, environment: environment))
    #expect(try elsewhere.stagedFiles().paths == ["a.yaml"])
    environment.currentFolder = folder.path
    let here = try #require(try Repository.discover(from: folder.path, environment: environment))
    #expect(here.workingDirectory == folder.path)
    #expect(try here.stagedFiles().paths.isEmpty)
  }

  @Test func `a hook's GIT_DIR and GIT_INDEX_FILE say what is about to be committed`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "a")
    try folder.write("b.yaml", "b")
    try folder.git("add", "a.yaml")
    try #require(try Git.run("/bin/cp", [".git/index", "../second"], in: folder.path).status == 0)
    try folder.git("add", "b.yaml")
    var environment = GitEnvironment()
    environment.gitDirectory = folder.path + "/.git"
    environment.indexFile = folder.room + "/second"
    let repository = try #require(try Repository.discover(from: folder.path, environment: environment))
    #expect(try repository.stagedFiles().paths == ["a.yaml"])
    #expect(try folder.open().stagedFiles().paths == ["a.yaml", "b.yaml"])
    #expect(try Repository.discover(from: folder.room, environment: environment) == nil)
  }

  @Test func `a working tree may be kept apart from its repository`() throws {
    let folder = try GitFolder()
    let tree = folder.room + "/home"
    try #require(mkdir(tree, 0o755) == 0)
    try Git.write("A", to: tree + "/a.yaml")
    var environment = GitEnvironment()
    environment.gitDirectory = folder.path + "/.git"
    environment.workTree = tree
    let repository = try #require(try Repository.discover(from: tree, environment: environment))
    #expect(repository.workingDirectory == tree)
    #expect(try repository.uncommittedFiles() == ["a.yaml"])
  }

  @Test func `a GIT_DIR that is none is wrong usage`() throws {
    let folder = try GitFolder()
    var environment = GitEnvironment()
    environment.gitDirectory = folder.room
    let failure = try failure { try Repository.discover(from: folder.path, environment: environment) }
    #expect(failure.exitStatus == .usage)
    #expect(failure.message == "GIT_DIR names '\(folder.room)', which is not a Git repository")
  }

  @Test func `no repository is searched for above a ceiling`() throws {
    let folder = try GitFolder()
    try folder.write("jobs/deep/a.yaml")
    var environment = GitEnvironment()
    environment.ceilings = folder.path + "/jobs"
    // The marker above the ceiling must not be taken for a broken repository either.
    #expect(try Repository.discover(from: folder.path + "/jobs/deep", environment: environment) == nil)
  }
}
