import Glibc
import JobsCore
import TestSupport
import Testing

@Suite struct StagedFileTests {
  private let folder = ToolFolder()

  private var names: [String] { folder.names().sorted() }

  private func text(_ name: String) -> String? { folder.text(of: name) }

  @Test(arguments: [false, true]) func `what is staged is in its place whole, and not before`(isNameless: Bool) throws {
    let path = "\(folder.path)/f"
    try FileBytes.write(Array("old".utf8), to: path)
    let file = try #require(StagedFile(for: path, mode: 0o600, isNameless: isNameless))
    #expect(FileBytes.writeAll(file.descriptor, Array("new".utf8)) == 0)
    #expect(text("f") == "old" && names.count == (isNameless ? 1 : 2))
    #expect(file.put() == 0 && text("f") == "new" && names == ["f"])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test(arguments: [false, true]) func `what is never put leaves nothing`(isNameless: Bool) throws {
    do {
      let file = try #require(StagedFile(for: "\(folder.path)/f", mode: 0o600, isNameless: isNameless))
      #expect(FileBytes.writeAll(file.descriptor, Array("new".utf8)) == 0)
      file.hide()
      #expect(names.isEmpty)
    }
    #expect(names.isEmpty)
  }

  @Test func `the file behind a link is replaced, names that are taken are passed over, and no folder is a failure`()
    throws
  {
    symlink("real", "\(folder.path)/link")
    try FileBytes.write([], to: "\(folder.path)/.jobs-\(getpid())-0.tmp")
    for isNameless in [false, true] {
      let file = try #require(StagedFile(for: "\(folder.path)/link", mode: 0o600, isNameless: isNameless))
      #expect(FileBytes.writeAll(file.descriptor, Array("\(isNameless)".utf8)) == 0)
      #expect(file.put() == 0 && text("real") == "\(isNameless)")
      var status = stat()
      #expect(lstat("\(folder.path)/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
    #expect(StagedFile(for: "\(folder.path)/no/such", mode: 0o600, isNameless: true) == nil && errno == ENOENT)
  }
}
