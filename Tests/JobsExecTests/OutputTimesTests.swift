import Glibc
import TestSupport
import Testing

@testable import JobsExec

@Suite("Times of output")
struct OutputTimesTests {
  let folder = TemporaryFolder()
  private var path: String { folder.file("01.stdout") }
  private var kept: String? {
    let fd = open("\(path).times", O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(fd, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }

  @Test("output that comes at once needs no file")
  func once() {
    var times = OutputTimes(of: path)
    for (offset, now) in [(0, 1000), (5, 1050), (9, 1099)] as [(Int, Int64)] { times.mark(offset, now: now) }
    #expect(kept == nil)
    var clock = OutputClock(of: path)
    #expect(clock.time(of: 0) == nil && clock.time(of: 9) == nil)
  }

  @Test("marks are a tenth of a second apart, and a clock that is set back begins anew")
  func marks() {
    var times = OutputTimes(of: path)
    for (offset, now) in [(0, 1000), (5, 1099), (9, 1100), (12, 1150), (20, 1200), (30, 500)] as [(Int, Int64)] {
      times.mark(offset, now: now)
    }
    #expect(kept == "0 1000\n9 1100\n20 1200\n30 500\n")
    var clock = OutputClock(of: path)
    let found = [0, 4, 5, 8, 9, 19, 20, 30, 4000].map { clock.time(of: $0) }
    #expect(found == [1000, 1000, 1000, 1000, 1100, 1100, 1200, 500, 500])
  }

  @Test("a clock that is asked while the file grows tells what is new")
  func growing() {
    var times = OutputTimes(of: path)
    var clock = OutputClock(of: path)
    #expect(clock.time(of: 0) == nil)
    times.mark(0, now: 1000)
    times.mark(10, now: 2000)
    #expect(clock.time(of: 0) == 1000 && clock.time(of: 12) == 2000)
    times.mark(20, now: 3000)
    #expect(clock.time(of: 15) == 2000 && clock.time(of: 25) == 3000)
    clock.close()
  }

  @Test("lines that are none are passed over", arguments: ["x y\n0 7\n", "0\n0 7\n", "\n0 7\n5 99", "0 7\n-1 3\n"])
  func damaged(text: String) {
    folder.write("01.stdout.times", text)
    var clock = OutputClock(of: path)
    #expect(clock.time(of: 6) == 7)
  }

  @Test("the file of output tells the times of its bytes, and of its end behind a gap")
  func outputFile() {
    var file = OutputFile(path: path, limit: 1000, tailLimit: 100)
    file.append(Array("one\n".utf8)[...])
    usleep(120_000)
    file.append(Array("two\n".utf8)[...])
    #expect(file.failure == nil)
    let offsets = kept?.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(offsets == ["0", "4"])
  }
}
