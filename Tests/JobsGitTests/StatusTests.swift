import Glibc
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct StatusTests {
  @Test func `a file is unmodified only if the working directory holds what HEAD holds`() throws {
    let folder = try GitFolder()
    for name in oddNames + ["changed", "staged", "reverted", "deleted", "touched", "mode", "jobs/a.yaml"] {
      try folder.write(name, "old\n")
    }
    try #require(symlink("changed", folder.path + "/link") == 0)
    try folder.write(".gitignore", "*.log\n")
    try folder.commitAll()
    try folder.write("changed", "new\n")
    try folder.write("staged", "new\n")
    try folder.write("reverted", "new\n")
    try folder.git("add", "staged", "reverted")
    // The index differs from HEAD although the working directory does not.
    try folder.write("reverted", "old\n")
    try folder.write("touched", "old\n")
    try folder.write("untracked", "new\n")
    try folder.write("a.log", "new\n")
    try #require(unlink(folder.path + "/deleted") == 0)
    try #require(chmod(folder.path + "/mode", 0o755) == 0)
    let repository = try folder.open()
    for name in oddNames + ["touched", "jobs/a.yaml", "link", ".gitignore"] {
      #expect(try repository.isUnmodified(name), "\(name)")
    }
    for name in [
      "changed", "staged", "reverted", "deleted", "mode", "untracked", "a.log", "none", "jobs", "jobs/none", "",
    ] {
      #expect(try !repository.isUnmodified(name), "\(name)")
    }
    let changed = ["changed", "deleted", "mode", "reverted", "staged", "untracked"]
    #expect(try repository.uncommittedFiles() == changed)
    #expect(try folder.names("ls-files", "-mdoz", "--exclude-standard").allSatisfy(changed.contains))
  }

  @Test func `nothing is written while reading`() throws {
    let folder = try GitFolder()
    try folder.write("a.yaml", "a\n")
    try folder.commitAll()
    try folder.write("a.yaml", "a\n")
    func state() throws -> [UInt8] {
      try Git.run("/bin/sh", ["-c", "find .git -type f -exec sha256sum {} + | sort"], in: folder.path).output
    }
    let before = try state()
    let repository = try folder.open()
    #expect(try repository.isUnmodified("a.yaml"))
    #expect(try repository.stagedFiles().files.isEmpty)
    #expect(try repository.uncommittedFiles().isEmpty)
    #expect(!repository.isIgnored("b.yaml", isDirectory: false))
    #expect(try state() == before)
  }
}
