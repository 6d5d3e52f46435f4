import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite struct RunHistoryQuarantineTests {
  private let folder = TemporaryFolder()
  private var state: StateDirectory { StateDirectory(path: folder.path) }

  private func open() throws -> (history: RunHistory, aside: String?) {
    try RunHistory.openMended(writing: state, busyTimeout: 100)
  }

  private func overwrite(at offset: Int, count: Int) {
    let fd = Glibc.open(state.history, O_WRONLY | O_CLOEXEC)
    defer { close(fd) }
    let noise = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    _ = pwrite(fd, noise, count, off_t(offset))
  }

  private func row() -> Execution {
    Execution(
      id: ULIDSource.shared.next(at: 1), job: "a", created: 1,
      owner: ProcessIdentity(pid: 1, startTicks: 1, boot: ""))
  }

  @Test func `a sound history is opened as it is, and so is one that is not there yet`() throws {
    #expect(try open().aside == nil)
    try open().history.insert([row()])
    let (history, aside) = try open()
    #expect(aside == nil)
    #expect(try history.count() == 1)
  }

  @Test("A damaged history is put aside", arguments: [(0, 100), (4096, 200_000)])
  func damaged(_ offset: Int, _ count: Int) throws {
    try open().history.insert([row()])
    overwrite(at: offset, count: count)
    let (history, aside) = try open()
    let path = try #require(aside)
    #expect(path.hasPrefix("\(state.history).corrupt-"))
    #expect(access(path, F_OK) == 0)
    #expect(try history.count() == 0)
    try history.insert([row()])
    #expect(try open().aside == nil)
  }

  @Test func `another program's database is not ours to put aside`() throws {
    try Database(path: state.history, access: .readWrite).execute("CREATE TABLE other (a); PRAGMA user_version = 3")
    #expect(throws: Failure.self) { try open() }
    #expect(try Database(path: state.history, access: .readOnly).integer("SELECT count(*) FROM other") == 0)
  }
}
