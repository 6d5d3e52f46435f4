import Glibc
import JobsStore
import TestSupport
import Testing

/// Much happens at once. One after another, so that they do not take each other's processor.
@Suite(.serialized) struct LoadTests {
  private let host = FaultHost()

  @Test func `a thousand jobs that are due in one second all run once, and leave nothing behind`() async throws {
    let herds = FaultScale.isLong ? 10 : 2
    host.write((1...1000).map { host.job("j\($0)", cron: "*/20 * * * * *", script: Ledger.exitByDueTime) })
    try await host.start()
    let descriptors = ProcessStatus.descriptors(host.pid)
    let keeper = try host.keeper()
    let keeperDescriptors = ProcessStatus.descriptors(keeper)
    for herd in 1...herds {
      try await host.until("herd \(herd) has run", seconds: 120) { host.ledger.lines.count >= 1000 * herd }
      try await host.until("all are over") { ProcessStatus.children(keeper) == 0 }
    }
    try await host.until("all ends are kept") { try host.executions().allSatisfy { !$0.state.isOpen } }
    try await host.until("all pipes are closed") {
      ProcessStatus.descriptors(host.pid) <= descriptors + 2
        && ProcessStatus.descriptors(keeper) <= keeperDescriptors + 2
    }
    #expect(ProcessStatus.zombies(host.pid) == 0)
    #expect(ProcessStatus.zombies(keeper) == 0)
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, exitCode: Ledger.exitCode) == [])
    for (at, herd) in Dictionary(grouping: rows, by: \.scheduled) {
      #expect(Set(herd.map(\.job)).count == 1000, "due \(at ?? 0)")
      #expect(herd.count == 1000, "due \(at ?? 0)")
    }
  }

  @Test func `a flood of output is capped in its file and in memory`() async throws {
    let bytes: Int64 = FaultScale.isLong ? 10 << 30 : 512 << 20
    let flood = "head -c \(bytes) /dev/zero; echo; echo last; exit 0"
    host.write([
      host.job(
        "a", spec: "concurrency: forbid",
        script: "[ -e '\(host.folder.file("once"))' ] && exit 0; touch '\(host.folder.file("once"))'; \(flood)")
    ])
    try await host.start()
    let before = ProcessStatus.highWater(host.pid)
    try await host.until("the flood is over", seconds: FaultScale.isLong ? 900 : 120) {
      try host.executions().contains { $0.state == .succeeded && $0.stdout.bytes > 0 }
    }
    let memory = ProcessStatus.highWater(host.pid)
    let row = try #require(try host.executions().first { $0.stdout.bytes > 0 })
    #expect(row.stdout.bytes == bytes + 6)
    let path = try #require(row.stdout.path)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_size <= 64 << 20 + 1000)
    #expect(row.stdout.kept <= 64 << 20)
    #expect(Tool.shell("tail -c 6 '\(path)'", in: host.folder).stdout == "\nlast\n")
    #expect(memory - before <= 16 << 10, "KiB at most, beside what the daemon began with: \(before)")
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) { _ in 0 } == [])
  }
}
