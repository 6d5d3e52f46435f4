import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

@Suite("CancelRequests")
struct CancelRequestsTests {
  let folder = TemporaryFolder()
  private var state: StateDirectory { StateDirectory(path: folder.path) }
  private let id = ULIDSource.shared.next(at: 1)

  @Test("what is asked of one process is taken by it alone, once")
  func own() throws {
    let owner = try #require(ProcessIdentity(of: getpid()))
    let requests = CancelRequests(state, of: owner)
    #expect(!requests.isOpen)
    try requests.open()
    #expect(requests.isOpen)
    try CancelRequests(state, of: owner).ask(id, reason: String(repeating: "x", count: 2000))
    #expect(CancelRequests(state).take().isEmpty)
    let taken = requests.take()
    #expect(taken.map(\.execution) == [id] && taken.first?.reason.utf8.count == 1000)
    #expect(requests.take().isEmpty)
    try requests.ask(id, reason: "late")
    requests.close()
    #expect(!requests.isOpen)
  }

  @Test("what dead processes left is removed, and nothing else")
  func dead() throws {
    let alive = try #require(ProcessIdentity(of: getpid()))
    var dead = alive
    dead.startTicks += 1
    for owner in [alive, dead] { try CancelRequests(state, of: owner).ask(id, reason: "") }
    try CancelRequests(state).ask(id, reason: "")
    CancelRequests.forgetDead(state)
    #expect(CancelRequests(state, of: alive).isOpen && !CancelRequests(state, of: dead).isOpen)
    #expect(CancelRequests(state, of: alive).take().count == 1 && CancelRequests(state).take().count == 1)
  }
}
