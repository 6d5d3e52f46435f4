import Glibc
import JobsCore
import Testing

@Suite("Writing to a descriptor")
struct OutputTests {
  @Test("What is written arrives whole, in order, whatever its size", arguments: [0, 1, 4096, 65535, 65536, 1_000_000])
  func arrives(_ size: Int) throws {
    let folder = ScratchFolder()
    let fd = open(folder.file("out"), O_WRONLY | O_CREAT, 0o600)
    defer { close(fd) }
    let output = Output(fd, name: "a file")
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    output.write("head\n")
    output.write(bytes)
    output.write("tail\n")
    try output.flush()
    let written = try FileBytes.read(folder.file("out"), limit: 1 << 21)
    #expect(written == Array("head\n".utf8) + bytes + Array("tail\n".utf8))
  }

  @Test("A reader that goes away is a quiet end")
  func closedPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    close(ends[0])
    defer { close(ends[1]) }
    let output = Output(ends[1], name: "standard output")
    #expect(!output.isClosed)
    output.write("x")
    try output.flush()
    #expect(output.isClosed)
    output.write(String(repeating: "y", count: 1 << 17))
    try output.flush()
  }

  @Test("A full disk is a failure, and stays one", arguments: [1, 1 << 17])
  func fullDisk(_ size: Int) throws {
    let fd = open("/dev/full", O_WRONLY)
    defer { close(fd) }
    let output = Output(fd, name: "'report.sarif'")
    output.write(String(repeating: "x", count: size))
    for _ in 0..<2 {
      let failure = #expect(throws: Failure.self) { try output.flush() }
      #expect(failure?.message == "cannot write to 'report.sarif': no space left on device")
      #expect(failure?.exitStatus == .world)
      #expect(failure?.hint != nil)
      output.write("more")
    }
    #expect(!output.isClosed)
  }

  @Test("A pipe that is full and does not block is waited for")
  func slowReader() throws {
    let pipe = PipePair()
    _ = fcntl(pipe.writeEnd, F_SETFL, O_NONBLOCK)
    let text = [UInt8](repeating: 0x61, count: 300_000)
    let reader = DelayedRead(pipe.readEnd, count: text.count)
    #expect(FileBytes.writeAll(pipe.writeEnd, text) == 0)
    #expect(reader.join() == text.count)
  }
}
