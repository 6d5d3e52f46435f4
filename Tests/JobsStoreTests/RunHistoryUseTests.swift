import TestSupport
import Testing

@testable import JobsStore

@Suite("What runs used")
struct RunHistoryUseTests {
  private let folder = TemporaryFolder()

  /// A run of so many milliseconds of CPU and of time, and so much memory.
  private static func run(
    _ at: Int64, _ state: ExecutionState, cpu: Int64?, duration: Int64?, memory: Int64?, job: String = "-/-/a"
  ) -> Execution {
    var execution = Execution.sample(job, at: at)
    (execution.state, execution.cpu, execution.duration, execution.memory) = (state, cpu, duration, memory)
    return execution
  }

  @Test(
    "cores are the time of processors over that of the clock, the newest run first, and runs without memory are none")
  func uses() throws {
    let history = try RunHistory(writing: StateDirectory(path: folder.file("state")))
    try history.insert([
      Self.run(1, .succeeded, cpu: 500, duration: 1000, memory: 1 << 20),
      // One that a signal ended for its memory counts, one that nobody saw end does not.
      Self.run(2, .failed, cpu: 3000, duration: 1000, memory: 9 << 20),
      Self.run(3, .lost, cpu: 9000, duration: 1000, memory: 99 << 20),
      // Too short to say anything of cores.
      Self.run(4, .succeeded, cpu: 90, duration: 99, memory: 2 << 20),
      // In a cloud, and by a keeper of an older version.
      Self.run(5, .succeeded, cpu: 10, duration: 1000, memory: nil),
      Self.run(6, .succeeded, cpu: 10, duration: 1000, memory: 5 << 20, job: "-/-/b"),
    ])
    #expect(
      try history.uses(of: "-/-/a") == [
        RunUse(cpuMillis: nil, memoryBytes: 2 << 20), RunUse(cpuMillis: 3000, memoryBytes: 9 << 20),
        RunUse(cpuMillis: 500, memoryBytes: 1 << 20),
      ])
    #expect(try history.uses(of: "-/-/a", limit: 1).count == 1 && history.uses(of: "-/-/c").isEmpty)
  }
}
