import JobsCore
import TestSupport
import Testing

@testable import JobsStore

@Suite("Schema")
struct SchemaTests {
  let folder = TemporaryFolder()
  private var path: String { folder.file("history.sqlite") }
  private var state: StateDirectory { StateDirectory(path: folder.path) }

  @Test("a new file gets the newest version and our mark")
  func fresh() throws {
    _ = try RunHistory(writing: state)
    let database = try Database(path: path, access: .readOnly)
    #expect(try database.integer("PRAGMA user_version") == Int64(Schema.steps.count))
    #expect(try database.integer("PRAGMA application_id") == 0x6A6F_6273)
  }

  @Test("an older file is brought up to date with its rows")
  func older() throws {
    let database = try Database(path: path, access: .readWrite)
    try Schema.migrate(database, steps: ["CREATE TABLE t (a); INSERT INTO t VALUES (1)"])
    try Schema.migrate(
      database, steps: ["never run again", "ALTER TABLE t ADD COLUMN b DEFAULT 2", "CREATE TABLE u (c)"])
    #expect(try database.integer("SELECT a + b FROM t") == 3)
    #expect(try database.integer("PRAGMA user_version") == 3)
  }

  @Test("a step that fails leaves the file as it was")
  func failingStep() throws {
    let database = try Database(path: path, access: .readWrite)
    try Schema.migrate(database, steps: ["CREATE TABLE t (a)"])
    #expect(throws: Failure.self) {
      try Schema.migrate(database, steps: ["", "CREATE TABLE u (a)", "this is no SQL"])
    }
    #expect(try database.integer("PRAGMA user_version") == 1)
    #expect(try database.integer("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test("a file of a newer version is refused, for writing and for reading")
  func newer() throws {
    _ = try RunHistory(writing: state)
    try Database(path: path, access: .readWrite).execute("PRAGMA user_version = 99")
    let message = "cannot use the store '\(path)': its schema is 99, this version knows up to \(Schema.steps.count)"
    #expect(#expect(throws: Failure.self) { try RunHistory(writing: state) }?.message == message)
    #expect(#expect(throws: Failure.self) { try RunHistory(reading: state) }?.message == message)
  }

  /// A file as version 0.1.0 wrote it, with one run.
  private func writeOldest() throws -> Database {
    let database = try Database(path: path, access: .readWrite)
    try Schema.migrate(database, steps: [Schema.steps[0]])
    try database.execute(
      """
      INSERT INTO execution (id, job, backend, trigger, state, created_ms, boot_id, owner_pid, owner_started)
      VALUES ('01KAJ3F8Q2W7N50000000000AB', '-/-/old', 'local', 'manual', 'succeeded', 1000, 'b', 1, 2)
      """)
    return database
  }

  @Test("an older file is brought up to date by a reader, with its rows, while its writer has it open")
  func olderForReading() throws {
    let writer = try writeOldest()
    let history = try RunHistory(reading: state)
    #expect(try history.executions().map(\.job) == ["-/-/old"])
    #expect(try writer.integer("PRAGMA user_version") == Int64(Schema.steps.count))
    #expect(try writer.integer("SELECT due_count FROM execution") == 1)
  }

  @Test("an older file that cannot be written is refused to a reader, and stays as it was")
  func olderThatIsLocked() throws {
    let writer = try writeOldest()
    try writer.execute("BEGIN IMMEDIATE")
    let failure = #expect(throws: Failure.self) { try RunHistory(reading: state, busyTimeout: 20) }
    #expect(
      failure?.message.hasPrefix("cannot read a store of an older version before it is brought up to date: ") == true)
    #expect(failure?.hint == "whoever may write there does so with any verb of this version")
    #expect(try writer.integer("PRAGMA user_version") == 1)
  }

  @Test(
    "another program's database is left alone", arguments: ["PRAGMA application_id = 1", "PRAGMA user_version = 4"])
  func alien(pragma: String) throws {
    let database = try Database(path: path, access: .readWrite)
    try database.execute("CREATE TABLE theirs (a); \(pragma)")
    let failure = #expect(throws: Failure.self) { try RunHistory(writing: state) }
    #expect(failure?.message == "cannot use '\(path)': it is another program's database")
    #expect(try database.integer("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test("several that start at once migrate a file once")
  func together() async throws {
    let state = state
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try RunHistory(writing: state) } }
      try await group.waitForAll()
    }
    #expect(try RunHistory(reading: state).count() == 0)
  }

  @Test("the states and classes the table allows are those there are")
  func checks() throws {
    let history = try RunHistory(writing: state)
    for (index, state) in ExecutionState.allCases.enumerated() {
      var execution = Execution.sample(at: Int64(index))
      execution.state = state
      execution.failureClass = FailureClass.allCases[index % FailureClass.allCases.count]
      try history.insert([execution])
      #expect(try history.execution(execution.id.description) == execution)
    }
    #expect(throws: Failure.self) { try history.database.execute("UPDATE execution SET state = 'done'") }
    #expect(throws: Failure.self) { try history.database.execute("UPDATE execution SET class = 'bad'") }
    #expect(throws: Failure.self) { try history.database.execute("UPDATE execution SET parameters = '{'") }
  }
}
