import JobsCore
import JobsExec
import JobsRemote
import Testing

@Suite struct LineCursorTests {
  private static func line(_ id: String, _ second: Int64) -> RemoteLine {
    RemoteLine(id: id, time: Instant(seconds: second), stream: .stdout, text: id)
  }

  @Test func `a line is handed on once, however often it is read, and one that comes late and is older too`() {
    var cursor = LineCursor()
    #expect(cursor.from == nil)
    #expect(cursor.take([Self.line("a", 100), Self.line("b", 100)]).map(\.id) == ["a", "b"])
    #expect(cursor.take([Self.line("a", 100), Self.line("late", 90), Self.line("b", 100)]).map(\.id) == ["late"])
    #expect(cursor.from == Instant(seconds: 40))
    // Two lines of one time with ids of their own are two, and so are two times with one id.
    #expect(cursor.take([Self.line("a", 101)]).map(\.id) == ["a"])
  }

  @Test func `what is forgotten is what will not be read again`() {
    var cursor = LineCursor()
    _ = cursor.take((0..<20_000).map { Self.line("\($0)", Int64($0) / 100) })
    cursor.settle()
    let from = cursor.from!.seconds
    let again = (0..<20_000).map { Self.line("\($0)", Int64($0) / 100) }.filter { $0.time.seconds >= from }
    #expect(cursor.take(again).isEmpty)
  }
}
