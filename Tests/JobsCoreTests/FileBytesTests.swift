import Glibc
import JobsCore
import TestSupport
import Testing

@Suite("Whole files")
struct FileBytesTests {
  private let folder = ScratchFolder()

  private func failure(of path: String, limit: Int = 1 << 20) -> FileBytes.ReadError? {
    do {
      _ = try FileBytes.read(path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(folder.file(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  // MARK: Reading

  @Test("A file is read whole", arguments: [0, 1, 4095, 4096, 4097, 65536, 300_000])
  func reads(_ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    folder.write(bytes, to: "a")
    #expect(try FileBytes.read(folder.file("a"), limit: size) == bytes)
    if size > 0 { #expect(failure(of: folder.file("a"), limit: size - 1) == .tooLarge(bytes: size, limit: size - 1)) }
  }

  @Test("A file that says it is empty is read all the same, up to the limit")
  func procfs() throws {
    #expect(try FileBytes.read("/proc/self/status", limit: 1 << 20).starts(with: "Name:".utf8))
    guard case .tooLarge(_, 100) = failure(of: "/proc/self/status", limit: 100) else {
      Issue.record("a file of /proc passed its limit")
      return
    }
  }

  @Test("What is no file is named, and never waited for")
  func notFiles() throws {
    #expect(failure(of: folder.path) == .notAFile("a folder"))
    #expect(failure(of: "/dev/zero") == .notAFile("a device"))
    mkfifo(folder.file("fifo"), 0o600)
    #expect(failure(of: folder.file("fifo")) == .notAFile("a FIFO"))
    #expect(failure(of: folder.file("none")) == .system(ENOENT))
    #expect(failure(of: folder.file("none/below")) == .system(ENOENT))
    symlink("loop", folder.file("loop"))
    #expect(failure(of: folder.file("loop")) == .system(ELOOP))
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(folder.file("socket").utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
    #expect(failure(of: folder.file("socket")) == .notAFile("a socket"))
  }

  @Test("A sparse file of two gibibytes is refused without being read")
  func huge() throws {
    let fd = open(folder.file("huge"), O_WRONLY | O_CREAT, 0o600)
    ftruncate(fd, 2 << 30)
    close(fd)
    #expect(failure(of: folder.file("huge"), limit: 64 << 20) == .tooLarge(bytes: 2 << 30, limit: 64 << 20))
  }

  @Test("A pipe is read to its end, and no further than the limit")
  func pipes() throws {
    let pipe = PipePair()
    pipe.write("hello".utf8)
    pipe.closeWriteEnd()
    #expect(try FileBytes.readAll(pipe.readEnd, limit: 100) == Array("hello".utf8))
    let other = PipePair()
    other.write("hello".utf8)
    other.closeWriteEnd()
    let readEnd = other.readEnd
    #expect(throws: FileBytes.ReadError.tooLarge(bytes: 5, limit: 4)) { try FileBytes.readAll(readEnd, limit: 4) }
  }

  // MARK: Writing

  @Test("A new file is written, and nothing stands beside it")
  func writesNew() throws {
    try FileBytes.write(Array("new".utf8), to: folder.file("a"))
    #expect(folder.text(of: "a") == "new")
    #expect(folder.names == ["a"])
    let mask = umask(0)
    umask(mask)
    #expect(mode("a") == 0o666 & ~mask)
  }

  @Test("A file that is replaced keeps its mode", arguments: [0o600, 0o644, 0o755, 0o640] as [mode_t])
  func keepsMode(_ mode: mode_t) throws {
    folder.write("old".utf8, to: "a")
    chmod(folder.file("a"), mode)
    try FileBytes.write(Array("new".utf8), to: folder.file("a"))
    #expect(folder.text(of: "a") == "new")
    #expect(self.mode("a") == mode)
  }

  @Test("A link is followed, also a chain and one whose file is not there yet")
  func followsLinks() throws {
    folder.write("old".utf8, to: "a")
    symlink("a", folder.file("link"))
    symlink(folder.file("link"), folder.file("chain"))
    symlink("fresh", folder.file("dangling"))
    try FileBytes.write(Array("new".utf8), to: folder.file("chain"))
    try FileBytes.write(Array("made".utf8), to: folder.file("dangling"))
    #expect(folder.text(of: "a") == "new")
    #expect(folder.text(of: "fresh") == "made")
    for name in ["link", "chain", "dangling"] {
      var status = stat()
      #expect(lstat(folder.file(name), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test("A device is written through and never replaced, and a full one is a failure")
  func devices() throws {
    try FileBytes.write(Array("x".utf8), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    let failure = #expect(throws: Failure.self) { try FileBytes.write(Array("x".utf8), to: "/dev/full") }
    #expect(failure?.message == "cannot write '/dev/full': no space left on device")
    #expect(failure?.exitStatus == .world)
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A FIFO gets the bytes")
  func fifo() throws {
    mkfifo(folder.file("fifo"), 0o600)
    let fd = open(folder.file("fifo"), O_RDONLY | O_NONBLOCK)
    defer { close(fd) }
    try FileBytes.write(Array("x".utf8), to: folder.file("fifo"))
    #expect(try FileBytes.readAll(fd, limit: 10) == Array("x".utf8))
  }

  @Test("A folder that is missing, a folder in the way and a circle of links are failures that leave nothing")
  func failures() throws {
    let missing = #expect(throws: Failure.self) { try FileBytes.write([1], to: folder.file("none/a")) }
    #expect(missing?.message == "cannot write '\(folder.file("none/a"))': no such file or directory")
    #expect(missing?.hint == "create the folder first")
    #expect(throws: Failure.self) { try FileBytes.write([1], to: folder.path) }
    symlink("y", folder.file("x"))
    symlink("x", folder.file("y"))
    let circle = #expect(throws: Failure.self) { try FileBytes.write([1], to: folder.file("x")) }
    #expect(circle?.message == "cannot write '\(folder.file("x"))': too many levels of symbolic links")
    #expect(folder.names == ["x", "y"])
  }

  @Test("A name of full length can be written")
  func longName() throws {
    let name = String(repeating: "n", count: 255)
    try FileBytes.write(Array("x".utf8), to: folder.file(name))
    #expect(folder.names == [name])
  }

  @Test("A leftover of a process with the same number is no hindrance and is not touched")
  func leftover() throws {
    let name = ".jobs-\(getpid())-0.tmp"
    folder.write("other".utf8, to: name)
    try FileBytes.write(Array("x".utf8), to: folder.file("a"))
    #expect(folder.names == [name, "a"])
    #expect(folder.text(of: name) == "other")
  }

  @Test(
    "A disk that fills up leaves the old file and nothing beside it",
    .enabled(if: SmallDisk.isAvailable, "no tmpfs can be mounted here"))
  func fullDisk() throws {
    let disk = try #require(SmallDisk(bytes: 64 << 10))
    try FileBytes.write(Array("old".utf8), to: disk.file("a"))
    let failure = #expect(throws: Failure.self) {
      try FileBytes.write([UInt8](repeating: 1, count: 1 << 20), to: disk.file("a"))
    }
    #expect(failure?.message.contains("no space left on device") == true)
    #expect(failure?.hint == "free some space; the file is as it was")
    #expect(try FileBytes.read(disk.file("a"), limit: 10) == Array("old".utf8))
    #expect(ScratchFolder.names(in: disk.path) == ["a"])
  }

  @Test("A file keeps its owner when root replaces it", .enabled(if: getuid() == 0, "only root may give a file away"))
  func owner() throws {
    folder.write("old".utf8, to: "a")
    chmod(folder.file("a"), 0o640)
    #expect(chown(folder.file("a"), 65534, 12) == 0)
    try FileBytes.write(Array("new".utf8), to: folder.file("a"))
    var status = stat()
    #expect(stat(folder.file("a"), &status) == 0)
    #expect(status.st_uid == 65534 && status.st_gid == 12 && status.st_mode & 0o777 == 0o640)
  }

  @Test("A file that may not be written is left alone", .enabled(if: getuid() != 0, "root may write everything"))
  func readOnly() throws {
    folder.write("old".utf8, to: "a")
    chmod(folder.file("a"), 0o444)
    let failure = #expect(throws: Failure.self) { try FileBytes.write([1], to: folder.file("a")) }
    #expect(failure?.hint == "make the file writable, or write elsewhere")
    #expect(folder.text(of: "a") == "old")
    #expect(folder.names == ["a"])
  }
}
