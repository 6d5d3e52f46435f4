import Glibc
import JobsCore
import Testing

@Suite("StandardStreams")
struct StandardStreamsTests {
  @Test("a descriptor that is closed or only for reading cannot be written to")
  func writable() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(!StandardStreams.isWritable(ends[0]))
    #expect(StandardStreams.isWritable(ends[1]))
    close(ends[0])
    close(ends[1])
    #expect(!StandardStreams.isWritable(-1))
  }

  @Test("what is open stays as it is")
  func open() {
    let before = (0...2).map { fcntl(Int32($0), F_GETFL) }
    StandardStreams.fill()
    #expect((0...2).map { fcntl(Int32($0), F_GETFL) } == before)
  }
}
