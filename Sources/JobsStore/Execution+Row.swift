import JobsCore

extension Execution {
  /// The columns in the order of `init(row:)` and of `values`.
  static let columns = """
    id, job, env, backend, trigger, state, reason, class, error, created_ms, scheduled_ms, started_ms, ended_ms, \
    duration_ms, exit_code, signal, attempt, attempts, parameters, stdout_bytes, stdout_kept, stdout_path, \
    stderr_bytes, stderr_kept, stderr_path, cpu_ms, digest, commit_id, boot_id, owner_pid, owner_started, pid, \
    pid_started, run_id, due_count, first_due_ms, clock, labels, keeper, remote, \
    logs_url, tasks, memory_bytes
    """

  static let insert: String = {
    let places = Array(repeating: "?", count: columns.split(separator: ",").count).joined(separator: ", ")
    return "INSERT INTO execution (\(columns)) VALUES (\(places))"
  }()

  var values: [SQLValue] {
    [
      .text(id.description), .text(job), .text(env), .text(backend), .text(trigger), .text(state.rawValue),
      .text(reason), .text(failureClass?.rawValue), .text(error), .integer(created), .integer(scheduled),
      .integer(started), .integer(ended), .integer(duration), .integer(exitCode), .integer(signal),
      .integer(attempt), .integer(attempts), .text(parameters), .integer(stdout.bytes), .integer(stdout.kept),
      .text(stdout.path), .integer(stderr.bytes), .integer(stderr.kept), .text(stderr.path), .integer(cpu),
      .text(digest), .text(commit), .text(owner.boot), .integer(owner.pid), .integer(owner.startTicks),
      .integer(process?.pid), .integer(process?.startTicks), .text(run?.description), .integer(dueCount),
      .integer(firstDue), .integer(clock), .text(labels), .text(keeper),
      .text(remote), .text(logsURL), .text(tasks), .integer(memory),
    ]
  }

  /// What changes from the start to the end, and last the id.
  static let update = """
    UPDATE execution SET state = ?, reason = ?, class = ?, error = ?, started_ms = ?, ended_ms = ?, duration_ms = ?, \
    exit_code = ?, signal = ?, stdout_bytes = ?, stdout_kept = ?, stdout_path = ?, stderr_bytes = ?, \
    stderr_kept = ?, stderr_path = ?, cpu_ms = ?, pid = ?, pid_started = ?, boot_id = ?, owner_pid = ?, \
    owner_started = ?, keeper = ?, remote = ?, logs_url = ?, tasks = ?, memory_bytes = ? WHERE id = ?
    """

  var updateValues: [SQLValue] {
    [
      .text(state.rawValue), .text(reason), .text(failureClass?.rawValue), .text(error), .integer(started),
      .integer(ended), .integer(duration), .integer(exitCode), .integer(signal), .integer(stdout.bytes),
      .integer(stdout.kept), .text(stdout.path), .integer(stderr.bytes), .integer(stderr.kept), .text(stderr.path),
      .integer(cpu), .integer(process?.pid), .integer(process?.startTicks), .text(owner.boot), .integer(owner.pid),
      .integer(owner.startTicks), .text(keeper), .text(remote), .text(logsURL),
      .text(tasks), .integer(memory), .text(id.description),
    ]
  }

  /// Reads a row of `columns`. The schema's checks leave no other states and classes than ours.
  init(row: Statement) {
    let boot = row.text(28) ?? ""
    self.init(
      id: ULID(row.text(0) ?? "") ?? ULID(value: 0), job: row.text(1) ?? "", env: row.text(2),
      backend: row.text(3) ?? "", trigger: row.text(4) ?? "",
      state: row.text(5).flatMap(ExecutionState.init) ?? .lost, created: row.integer(9) ?? 0,
      scheduled: row.integer(10), attempt: row.status(16) ?? 1, attempts: row.status(17) ?? 1,
      parameters: row.text(18) ?? "{}", digest: row.text(26), commit: row.text(27),
      owner: ProcessIdentity(pid: row.status(29) ?? 0, startTicks: row.integer(30) ?? 0, boot: boot))
    reason = row.text(6)
    failureClass = row.text(7).flatMap(FailureClass.init)
    error = row.text(8)
    started = row.integer(11)
    ended = row.integer(12)
    duration = row.integer(13)
    exitCode = row.status(14)
    signal = row.status(15)
    stdout = Stream(bytes: row.integer(19) ?? 0, kept: row.integer(20) ?? 0, path: row.text(21))
    stderr = Stream(bytes: row.integer(22) ?? 0, kept: row.integer(23) ?? 0, path: row.text(24))
    cpu = row.integer(25)
    if let pid = row.status(31), let ticks = row.integer(32) {
      process = ProcessIdentity(pid: pid, startTicks: ticks, boot: boot)
    }
    run = row.text(33).flatMap(ULID.init)
    dueCount = row.status(34) ?? 1
    firstDue = row.integer(35)
    clock = row.status(36) ?? 0
    labels = row.text(37)
    keeper = row.text(38)
    remote = row.text(39)
    logsURL = row.text(40)
    tasks = row.text(41)
    memory = row.integer(42)
  }
}

extension Statement {
  /// A 32-bit column; nil for NULL and for what does not fit.
  fileprivate func status(_ column: Int32) -> Int32? { integer(column).flatMap(Int32.init(exactly:)) }
}
