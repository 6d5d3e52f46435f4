import Glibc
import JobsCore
import JobsReport
import Testing

@Suite("Progress")
struct ProgressTests {
  private let second: UInt64 = 1_000_000_000

  @Test("The line appears after a second, changes ten times a second at most, and is erased at the end")
  func timing() {
    var line = ProgressLine(start: 5 * second, width: 80)
    #expect(line.update("checked", done: 1, of: 9, now: 5 * second) == nil)
    #expect(line.update("checked", done: 2, of: 9, now: 6 * second - 1) == nil)
    #expect(line.finish() == nil)
    #expect(line.update("checked", done: 3, of: 9, now: 6 * second) == "\r\u{1B}[Kchecked 3/9")
    #expect(line.update("checked", done: 4, of: 9, now: 6 * second + second / 10 - 1) == nil)
    #expect(line.update("checked", done: 5, of: nil, now: 6 * second + second / 10) == "\r\u{1B}[Kchecked 5")
    #expect(line.finish() == "\r\u{1B}[K")
    #expect(line.finish() == nil)
  }

  @Test("The line stays within the terminal", arguments: [(0, ""), (1, ""), (5, "chec"), (12, "checked 3/9")])
  func width(_ width: Int, _ shown: String) {
    var line = ProgressLine(start: 0, width: width)
    #expect(line.update("checked", done: 3, of: 9, now: second) == "\r\u{1B}[K\(shown)")
  }

  @Test("Nothing is written where there is no terminal, and nothing in the first second where there is one")
  func writer() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    for isTerminal in [false, true] {
      let terminal = Terminal(isTerminal: isTerminal, usesColor: false, usesUnicode: false, width: 80)
      let progress = Progress(ends[1], terminal)
      for done in 0..<1000 { progress.update("checked", done: done) }
      progress.finish()
    }
    close(ends[1])
    #expect(try FileBytes.readAll(ends[0], limit: 100).isEmpty)
  }

  @Test("A line that was shown is taken away")
  func shown() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let progress = Progress(ends[1], Terminal(isTerminal: true, usesColor: false, usesUnicode: false, width: 80))
    usleep(1_010_000)
    progress.update("checked", done: 7, of: 8)
    progress.finish()
    close(ends[1])
    let text = String(decoding: try FileBytes.readAll(ends[0], limit: 100), as: UTF8.self)
    #expect(text == "\r\u{1B}[Kchecked 7/8\r\u{1B}[K")
  }
}
