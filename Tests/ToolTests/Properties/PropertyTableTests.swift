import TestSupport
import Testing

/// The properties that hold for all inputs, each with the tests that show it on a hundred random cases or more.
///
/// A test that fails names its seed; `JOBS_TEST_SEED` brings it back.
///
/// | property | tests |
/// |---|---|
/// | round trip of configuration | `JobFilePropertyTests.roundTrip` |
/// | all files loaded | `LoadingTests.load` |
/// | required fields | `JobFilePropertyTests.required` |
/// | invalid JSON rejected | `JobFilePropertyTests.invalid` |
/// | cron validation | `JobFilePropertyTests.schedules` `CronParserTests.randomBytes` `CronParserTests.randomFields` |
/// | working directory | `DaemonBatchTests.batch` |
/// | output complete | `DaemonBatchTests.batch` |
/// | exit code | `DaemonBatchTests.batch` `TriggerBatchTests.trigger` |
/// | disabled excluded | `DaemonBatchTests.batch` `LoadingTests.load` |
/// | log complete | `DaemonBatchTests.batch` `RotatingLogTests.whole` |
/// | log created | `DaemonBatchTests.batch` |
/// | log rotated | `RotatingLogTests.whole` |
/// | life-cycle events | `DaemonBatchTests.batch` `DueTimeTests.complete` |
/// | errors logged before end | `DaemonBatchTests.batch` `FatalEndTests.ends` |
/// | CRUD round trip | `JobEditPropertyTests.edited` `JobEditPropertyTests.addedAndRemoved` `EditWalkTests.walk` |
/// | toggle | `JobEditPropertyTests.toggled` `EditWalkTests.walk` |
/// | trigger | `TriggerBatchTests.trigger` |
/// | history | `RunHistoryFilterTests.random` `DueTimeTests.complete` |
/// | log filter | `TriggerBatchTests.filters` |
/// | authorisation | `AuthorisationTests.acts` |
/// | audit complete | `EditWalkTests.walk` `TriggerBatchTests.trigger` `AuthorisationTests.acts` |
@Suite struct PropertyTableTests {
  @Test("each of the 21 properties has tests, and those are there")
  func table() throws {
    let source = try #require(ToolFolder.text(#filePath))
    let rows = source.split(separator: "\n").filter { $0.hasPrefix("/// | ") }.dropFirst()
    #expect(rows.count == 21)
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    for row in rows {
      let tests = row.split(separator: "`").filter { $0.contains(".") }
      #expect(!tests.isEmpty, "\(row)")
      for test in tests {
        let parts = test.split(separator: ".")
        let found = Tool.shell(
          "grep -rlE 'func \(parts[1])[(]' --include='\(parts[0])*.swift' '\(root)'", in: ToolFolder())
        #expect(found.lines.count == 1, "'\(test)' is not there")
      }
    }
  }
}
