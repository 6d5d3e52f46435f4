import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite struct FileLockTests {
  private let folder = TemporaryFolder()

  @Test func `one holder at a time, in a folder that is made, and the next when it is released`() throws {
    let path = folder.path + "/locks/deep/one"
    let first = try #require(try FileLock.take(path))
    #expect(try FileLock.take(path) == nil)
    #expect(try FileLock.take(path, waiting: .milliseconds(50)) == nil)
    let other = try FileLock.take(folder.path + "/locks/other")
    #expect(other != nil)
    first.release()
    first.release()
    let second = try #require(try FileLock.take(path, waiting: .seconds(5)))
    second.release()
  }

  @Test func `a lock ends with the value that holds it`() throws {
    let path = folder.path + "/one"
    do { #expect(try FileLock.take(path) != nil) }
    #expect(try FileLock.take(path) != nil)
  }

  @Test func `a lock whose file was removed is taken away`() throws {
    let folder = ToolFolder()
    let path = folder.file("lock")
    let lock = try #require(try FileLock.take(path))
    #expect(lock.isInPlace)
    unlink(path)
    #expect(!lock.isInPlace)
    let other = try #require(try FileLock.take(path))
    #expect(other.isInPlace && !lock.isInPlace)
    lock.release()
    #expect(try FileLock.take(path) == nil)
  }

  @Test func `what is no file is a failure with its name`() throws {
    #expect(throws: Failure.self) { try FileLock.take(folder.path) }
    try #require(symlink("/dev/null", folder.path + "/link") == 0)
    #expect(throws: Failure.self) { try FileLock.take(folder.path + "/link") }
  }
}
