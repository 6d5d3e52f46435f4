package import JobsCore

/// The tables of the store, and how an older file is brought up to date.
///
/// The version of a file is SQLite's `user_version`. Users may query the tables; columns are added, never renamed.
package enum Schema {
  /// `jobs` in ASCII: the `application_id` by which `file(1)` and we know our files.
  static let application: Int64 = 0x6A6F_6273

  /// The n-th step brings a file from version n to n + 1. A step that was released is never changed.
  package static let steps: [String] = [
    """
    CREATE TABLE execution (
      number INTEGER PRIMARY KEY,        -- in the order of creation
      id TEXT NOT NULL UNIQUE,           -- ULID
      job TEXT NOT NULL,                 -- tenant/env/name
      env TEXT,
      backend TEXT NOT NULL,             -- local, …
      trigger TEXT NOT NULL,             -- manual, schedule, retry, …
      state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'succeeded', 'failed', 'cancelled',
                                           'skipped', 'missed', 'deduplicated', 'lost')),
      reason TEXT,
      class TEXT CHECK (class IN ('timeout', 'permission', 'resource', 'application', 'network', 'unknown')),
      error TEXT,                        -- what stopped a run before it began
      created_ms INTEGER NOT NULL,       -- milliseconds since 1970-01-01T00:00:00Z, as all *_ms that are times
      scheduled_ms INTEGER,
      started_ms INTEGER,
      ended_ms INTEGER,
      duration_ms INTEGER,               -- by the monotonic clock
      exit_code INTEGER,
      signal INTEGER,
      attempt INTEGER NOT NULL DEFAULT 1,
      attempts INTEGER NOT NULL DEFAULT 1,
      parameters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parameters)),
      stdout_bytes INTEGER NOT NULL DEFAULT 0,
      stdout_kept INTEGER NOT NULL DEFAULT 0,
      stdout_path TEXT,
      stderr_bytes INTEGER NOT NULL DEFAULT 0,
      stderr_kept INTEGER NOT NULL DEFAULT 0,
      stderr_path TEXT,
      cpu_ms INTEGER,                    -- user and system time of the job's processes
      digest TEXT,
      commit_id TEXT,
      boot_id TEXT NOT NULL,             -- of the boot in which the three below mean something
      owner_pid INTEGER NOT NULL,        -- the tool that answers for the run
      owner_started INTEGER NOT NULL,    -- clock ticks after boot
      pid INTEGER,                       -- the job itself
      pid_started INTEGER,
      at_ms INTEGER GENERATED ALWAYS AS (coalesce(scheduled_ms, created_ms)) VIRTUAL
    ) STRICT;
    CREATE INDEX execution_at ON execution (at_ms);
    CREATE INDEX execution_job ON execution (job, at_ms);
    CREATE INDEX execution_open ON execution (number) WHERE state IN ('pending', 'running');
    CREATE INDEX execution_failed ON execution (at_ms) WHERE state IN ('failed', 'lost', 'cancelled');
    """,
    """
    ALTER TABLE execution ADD COLUMN run_id TEXT;               -- of the first attempt, on those that follow it
    ALTER TABLE execution ADD COLUMN due_count INTEGER NOT NULL DEFAULT 1;  -- due times that the row stands for
    ALTER TABLE execution ADD COLUMN first_due_ms INTEGER;      -- the first of several; scheduled_ms is the last
    ALTER TABLE execution ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;      -- how often the host's clock was set back
    ALTER TABLE execution ADD COLUMN labels TEXT CHECK (labels IS NULL OR json_valid(labels));
    ALTER TABLE execution ADD COLUMN keeper TEXT;               -- who starts and reaps it, and may outlive the owner
    -- A due time is one row.
    CREATE UNIQUE INDEX execution_due ON execution (job, scheduled_ms, clock) WHERE trigger = 'schedule';
    CREATE TABLE daemon (
      name TEXT PRIMARY KEY,             -- accounted: every due time up to that second of the epoch has its row;
                                         -- clock: see above; barrier: up to there fixed times had their turn
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE scheduled (
      job TEXT PRIMARY KEY,
      schedule TEXT NOT NULL,            -- what the due times follow from, as text
      since_ms INTEGER NOT NULL          -- due times before this are no concern of the daemon's
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE breaker (
      job TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,         -- in a row
      opened_ms INTEGER                  -- NULL while it is closed
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dead_letter (
      execution TEXT PRIMARY KEY,        -- the last attempt of a run that failed for good
      job TEXT NOT NULL,
      failed_ms INTEGER NOT NULL,
      record TEXT NOT NULL CHECK (json_valid(record)),          -- the job as it was
      replayed TEXT                      -- the execution that ran it again
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE INDEX dead_letter_job ON dead_letter (job, failed_ms);
    CREATE TABLE boot (
      boot_id TEXT PRIMARY KEY           -- of the boot whose '@reboot' has its rows: one at most
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE execution ADD COLUMN remote TEXT;               -- what the cloud calls it where it runs
    ALTER TABLE execution ADD COLUMN logs_url TEXT;             -- where people read its logs
    ALTER TABLE execution ADD COLUMN tasks TEXT CHECK (tasks IS NULL OR json_valid(tasks));
    CREATE INDEX execution_remote ON execution (remote) WHERE remote IS NOT NULL;
    CREATE TABLE event (
      job TEXT NOT NULL,
      source TEXT NOT NULL,              -- who sent it, which together with the id is what it is known by
      id TEXT NOT NULL,
      received_ms INTEGER NOT NULL,
      execution TEXT,                    -- the run that it became; NULL while that is about to begin
      PRIMARY KEY (job, source, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_received ON event (received_ms);
    """,
    """
    ALTER TABLE execution ADD COLUMN memory_bytes INTEGER;      -- the most that was resident: of the run where it has a
                                                                -- cgroup, else of the largest of its processes
    """,
  ]

  /// Brings a file to the newest version, in one transaction.
  ///
  /// - Throws: a failure if the file is newer than this program, or is another program's database.
  package static func migrate(_ database: Database, steps: [String] = Schema.steps) throws(Failure) {
    if try version(of: database, newest: steps.count) == steps.count { return }
    try database.transaction { () throws(Failure) in
      // Another process may have migrated while this one waited for the lock.
      let version = try version(of: database, newest: steps.count)
      for step in steps[version...] { try database.execute(step) }
      try database.execute("PRAGMA user_version = \(steps.count); PRAGMA application_id = \(application)")
    }
  }

  /// Whether a file has yet to be brought up to date.
  ///
  /// - Throws: as `migrate` does.
  static func isOlder(_ database: Database, steps: [String] = Schema.steps) throws(Failure) -> Bool {
    try version(of: database, newest: steps.count) < steps.count
  }

  /// Refuses a file that a reader cannot understand; an older one is as good as a newer one is bad.
  package static func check(_ database: Database, steps: [String] = Schema.steps) throws(Failure) {
    guard try !isOlder(database, steps: steps) else {
      throw .world(
        "cannot read the store '\(database.path)': it was written by an older version",
        hint: "start any run with this version once; it brings the file up to date")
    }
  }

  private static func version(of database: Database, newest: Int) throws(Failure) -> Int {
    let version = Int(try database.integer("PRAGMA user_version"))
    let owner = try database.integer("PRAGMA application_id")
    if owner != application {
      let tables = try database.integer("SELECT count(*) FROM sqlite_schema")
      guard owner == 0, version == 0, tables == 0 else {
        throw .world(
          "cannot use '\(database.path)': it is another program's database",
          hint: "choose another folder with '--state DIR'")
      }
    }
    guard version <= newest else {
      throw .world(
        "cannot use the store '\(database.path)': its schema is \(version), this version knows up to \(newest)",
        hint: "update the jobs suite, or choose another folder with '--state DIR'")
    }
    return max(version, 0)
  }
}
