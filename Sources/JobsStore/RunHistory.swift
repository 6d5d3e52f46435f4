package import JobsCore

/// The history of executions: one row each, written when it is claimed, when it starts and when it ends.
///
/// The table `execution` is described in `Schema`; other processes may read it at any time.
package final class RunHistory {
  let database: Database
  /// Where it lies.
  package let state: StateDirectory
  private var insert: Statement?
  private var update: Statement?

  /// Opens the history for writing: creates the folder (0700) and the file (0600), and brings an older file up to date.
  ///
  /// - Parameter busyTimeout: milliseconds for which a file that somebody else has locked is waited for.
  package convenience init(writing state: StateDirectory, busyTimeout: Int32 = 30_000) throws(Failure) {
    try state.create()
    try self.init(Database(path: state.history, access: .readWrite, busyTimeout: busyTimeout), state, writes: true)
  }

  /// Opens the history for reading; the file must exist. An older one is brought up to date first.
  ///
  /// - Parameter busyTimeout: milliseconds for which that waits for somebody who writes.
  /// - Throws: a failure for an older file that cannot be written, too.
  package convenience init(reading state: StateDirectory, busyTimeout: Int32 = 30_000) throws(Failure) {
    let database = try Database(path: state.history, access: .readOnly)
    if try Schema.isOlder(database) {
      do throws(Failure) {
        try Schema.migrate(Database(path: state.history, access: .readWrite, busyTimeout: busyTimeout))
      } catch {
        throw .world(
          "cannot read a store of an older version before it is brought up to date: \(error.message)",
          hint: "whoever may write there does so with any verb of this version")
      }
    }
    try self.init(database, state, writes: false)
  }

  private init(_ database: Database, _ state: StateDirectory, writes: Bool) throws(Failure) {
    self.database = database
    self.state = state
    if writes {
      try Schema.migrate(database)
      insert = try database.prepare(Execution.insert)
      update = try database.prepare(Execution.update)
    } else {
      try Schema.check(database)
      insert = nil
      update = nil
    }
  }

  /// Adds new rows, all of them or none.
  package func insert(_ executions: [Execution]) throws(Failure) {
    try write(new: executions, changed: [])
  }

  /// Writes what starts and ends changed, all of it or none.
  ///
  /// - Throws: also when a row to be changed is not there.
  package func write(new: [Execution] = [], changed: [Execution]) throws(Failure) {
    guard !new.isEmpty || !changed.isEmpty else { return }
    try write(new: new, changed: changed) { () throws(Failure) in }
  }

  /// The same with what else belongs to the transaction.
  package func write(
    new: [Execution] = [], changed: [Execution] = [], with more: () throws(Failure) -> Void
  ) throws(Failure) {
    guard let insert, let update else {
      throw database.isClosed
        ? Failure.world("the history '\(database.path)' is damaged, and cannot be put aside")
        : Failure.usage("the history '\(database.path)' was opened for reading only")
    }
    try database.transaction { () throws(Failure) in
      for execution in new { try insert.run(execution.values) }
      for execution in changed {
        try update.run(execution.updateValues)
        guard database.changes == 1 else {
          throw .world(
            "cannot record the end of execution '\(execution.id)': it is not in '\(database.path)'",
            hint: "was the file replaced while the job ran?")
        }
      }
      try more()
    }
  }

  /// Whether anything that was read or written since the start was damaged.
  package var isDamaged: Bool { database.isDamaged }

  /// Lets go of the file; nothing can be asked any more.
  func release() {
    insert = nil
    update = nil
    database.release()
  }
}
