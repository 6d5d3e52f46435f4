import JobsManifest
import Testing

@Suite("rare values") struct RareTests {
  @Test("a copy that is changed leaves the other as it was")
  func copies() {
    var first = Rare<HostRun>()
    first.value.nice = 5
    var second = first
    second.value.nice = 7
    #expect(first.value.nice == 5 && second.value.nice == 7 && first != second)
    second.value.nice = 5
    #expect(first == second && Set([first, second]).count == 1)
  }

  @Test("a value that goes back to nothing takes no room")
  func empty() {
    var rare = Rare<HostRun>()
    #expect(rare.isEmpty)
    rare.value.group = "batch"
    #expect(!rare.isEmpty)
    rare.value.group = nil
    #expect(rare.isEmpty && rare == Rare())
  }
}
