import Glibc
import JobsCore
import TestSupport
import Testing

/// Conditions of Google, held against Google's own CEL runtime, which `.ci/setup-audit` fetches.
@Suite struct JobsAuditConditionTests {
  private static let python = "\(Emulator.cache)/cel-expr-python-0.1.3/bin/python"
  private static let script =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    + "/Reports/conditions"

  @Test(
    .enabled(if: access(python, X_OK) == 0, "what conditions are held against is not there: run .ci/setup-audit"))
  func `a condition that is told to hold, or not to, does so by Google's runtime too`() async throws {
    let seed = SeededGenerator.seedOfRun() >> 1
    let count = 500
    let (made, told, judged) = try await aside {
      let folder = ToolFolder()
      let made = Tool.shell("'\(Self.python)' '\(Self.script)' \(seed) \(count) '\(folder.path)'", in: folder)
      let told = Tool("jobs-audit").run(
        ["paths", "assets.ndjson", "--to", "j", "--as-of", "2026-11-22T13:14:15Z", "-o", "ndjson"], in: folder)
      return (made, told, folder.text(of: "truths"))
    }
    try #require(made.status == 0, "\(made.stderr)")
    var found: [String: String] = [:]
    for line in told.stdout.split(separator: "\n") where line.contains(#""type":"finding""#) {
      let user = try #require(line.firstRange(of: #""principal":"user:u"#))
      found[String(line[user.upperBound...].prefix { $0 != "@" })] =
        line.contains(#""verdict":"proven""#) ? "yes" : "unknown"
    }
    let truths = try #require(judged).split(separator: "\n")
    #expect(truths.count == count)
    var sure = 0
    for (place, line) in truths.enumerated() {
      let (truth, ours) = (String(line.prefix { $0 != " " }), found["\(place)"] ?? "no")
      #expect(ours == truth || ours == "unknown", "seed \(seed): \(ours), and it is \(line)")
      if ours == truth { sure += 1 }
    }
    #expect(sure * 20 > count * 17, "seed \(seed): only \(sure) of \(count) were told for sure")
  }
}
