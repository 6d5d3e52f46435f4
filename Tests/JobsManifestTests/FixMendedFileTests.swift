import Glibc
import JobsCore
import Testing

@testable import JobsManifest

@Suite("Writing a mended file")
struct FixMendedFileTests {
  private let folder = FixFolder()
  private static let old = Array("old\n".utf8)
  private static let new = Array("new\n".utf8)

  private func failure(_ name: String) -> Failure? {
    do throws(Failure) {
      try MendedFile.write(Self.new, over: Self.old, at: folder.file(name))
      return nil
    } catch {
      return error
    }
  }

  @Test("the file is replaced, its mode is kept, and nothing stays beside it")
  func written() {
    folder.write(Self.old, to: "a")
    chmod(folder.file("a"), 0o640)
    #expect(failure("a") == nil)
    #expect(folder.bytes(of: "a") == Self.new)
    #expect(folder.names == ["a"])
    var status = stat()
    stat(folder.file("a"), &status)
    #expect(status.st_mode & 0o7777 == 0o640)
  }

  @Test("a symbolic link stays one, and what it leads to is written")
  func link() {
    folder.write(Self.old, to: "a")
    symlink("a", folder.file("l"))
    #expect(failure("l") == nil)
    #expect(folder.bytes(of: "a") == Self.new)
    var status = stat()
    lstat(folder.file("l"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a file that changed or went meanwhile is left alone", arguments: ["other\n", "old\nand more\n", "", nil])
  func changed(now: String?) {
    if let now { folder.write(Array(now.utf8), to: "a") }
    #expect(failure("a")?.message == "cannot mend '\(folder.file("a"))': it changed while it was checked")
    #expect(failure("a")?.exitStatus == .world)
    #expect(folder.bytes(of: "a") == now.map { Array($0.utf8) })
    #expect(folder.names == (now == nil ? [] : ["a"]))
  }

  @Test("a read-only file is left alone, with the way to change that, even for root")
  func readOnly() {
    folder.write(Self.old, to: "a")
    chmod(folder.file("a"), 0o444)
    #expect(failure("a")?.message == "cannot mend '\(folder.file("a"))': it is read-only")
    #expect(failure("a")?.hint?.hasPrefix("make it writable") == true)
    #expect(folder.bytes(of: "a") == Self.old)
  }
}
