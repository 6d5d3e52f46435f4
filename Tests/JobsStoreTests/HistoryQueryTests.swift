import JobsCore
import TestSupport
import Testing

@testable import JobsStore

@Suite("SQL over the history")
struct HistoryQueryTests {
  let folder = TemporaryFolder()
  let state: StateDirectory

  init() throws {
    state = StateDirectory(path: folder.file("state"))
    try RunHistory(writing: state).insert((0..<3).map { .sample(at: $0) })
  }

  private func run(_ sql: String, seconds: Int = 30) throws -> (names: [String], rows: [[SQLValue]]) {
    var names: [String] = []
    var rows: [[SQLValue]] = []
    try HistoryQuery(reading: state, seconds: seconds).run(sql) {
      names = $0
    } row: {
      rows.append($0)
      return true
    }
    return (names, rows)
  }

  @Test("values keep their types, and columns their names")
  func values() throws {
    let found = try run(
      "SELECT job, count(*) AS n, 1.5 AS r, NULL AS z, x'00Ff' AS b FROM execution GROUP BY 1;\n-- end")
    #expect(found.names == ["job", "n", "r", "z", "b"])
    #expect(found.rows == [[.text("-/-/a"), .integer(3), .real(1.5), .null, .text("00FF")]])
  }

  @Test(
    "what describes the tables can be read",
    arguments: [
      ("PRAGMA table_info(breaker)", 3), ("PRAGMA index_list(breaker)", 1),
      ("SELECT name FROM pragma_table_info('breaker')", 3), ("PRAGMA user_version", 1),
      ("SELECT name FROM sqlite_schema WHERE name = 'execution'", 1),
      ("SELECT * FROM execution, json_each('[1,2]')", 6),
      ("WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t LIMIT 4) SELECT x FROM t", 4),
      ("SELECT row_number() OVER (ORDER BY id) FROM execution", 3),
    ])
  func reading(sql: String, count: Int) throws { #expect(try run(sql).rows.count == count) }

  @Test(
    "nothing can be changed, and nothing else reached",
    arguments: [
      "DELETE FROM execution", "INSERT INTO breaker VALUES ('a', 1, NULL)", "UPDATE execution SET job = 'b'",
      "DROP TABLE execution", "CREATE TEMP TABLE t (a)", "CREATE VIEW v AS SELECT 1", "ATTACH '/etc/passwd' AS x",
      "VACUUM INTO '/tmp/never'", "PRAGMA user_version = 9", "PRAGMA journal_mode = DELETE",
      "PRAGMA writable_schema = 1",
      "UPDATE sqlite_master SET sql = ''", "BEGIN IMMEDIATE", "SAVEPOINT s", "REINDEX", "ANALYZE", "DETACH main",
      "SELECT load_extension('x')",
    ])
  func refused(sql: String) throws {
    let failure = #expect(throws: Failure.self) { try run(sql) }
    #expect(failure?.exitStatus == .usage)
    #expect(try run("SELECT * FROM execution WHERE job = '-/-/a'").rows.count == 3)
  }

  @Test(
    "a mistake is shown with its place",
    arguments: [
      ("SELECT nope FROM execution", "cannot run the SQL: no such column: nope, at line 1, column 8"),
      ("SELECT id,\n nope FROM execution", "cannot run the SQL: no such column: nope, at line 2, column 2"),
      ("SELECT id FROM nowhere", "cannot run the SQL: no such table: nowhere"),
      ("SELECT", "cannot run the SQL: incomplete input"),
      ("SELECT x", "cannot run the SQL: no such column: x, at line 1, column 8"),
      ("SELECT 1;\n SELECT 2", "there is a second statement, at line 2, column 2"),
      ("", "there is no SQL in the query"), (" -- nothing", "there is no SQL in the query"),
      ("SELECT zeroblob(100000000)", "cannot run the SQL: string or blob too big"),
    ])
  func mistakes(sql: String, message: String) throws {
    let failure = #expect(throws: Failure.self) { try run(sql) }
    #expect(failure?.message == message && failure?.hint != nil)
  }

  @Test("a query without end is ended by its time")
  func endless() {
    let failure = #expect(throws: Failure.self) {
      try run("WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t", seconds: 1)
    }
    #expect(failure?.message == "the query took longer than 1 s, and was ended")
  }

  @Test("a reader that has enough ends it")
  func enough() throws {
    var count = 0
    try HistoryQuery(reading: state, seconds: 9).run("SELECT id FROM execution") { _ in
    } row: { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
