import Glibc
import JobsCore
import JobsStore

/// The history as reading verbs use it.
struct HistoryReading {
  /// nil where nothing has run yet.
  let history: RunHistory?

  /// Opens the history; runs whose tool has died are ended as lost, where that can be written.
  init(_ state: StateDirectory) throws(Failure) {
    guard access(state.history, F_OK) == 0 || errno != ENOENT else {
      history = nil
      return
    }
    let reading = try RunHistory(reading: state)
    if try reading.needsHealing() {
      // Who may only read sees them as they stand.
      _ = try? RunHistory(writing: state).heal(now: Instant.now().milliseconds)
    }
    history = reading
  }

  /// The id of the job in the history that a name, the end of an id or an id means.
  ///
  /// - Throws: a usage failure where it means none or several.
  func job(_ name: String) throws(Failure) -> String {
    let found = try jobs(called: name)
    guard let id = found.first else {
      throw .usage(
        "no run of a job '\(Terminal.visible(name))' is known",
        hint: history == nil
          ? "nothing has run with this state yet; --state names another folder" : "'jobs-run runs' shows what ran")
    }
    guard found.count == 1 else {
      throw .usage(
        "several jobs are called '\(Terminal.visible(name))': \(found.map(Terminal.visible).joined(separator: ", "))",
        hint: "write ENV/NAME or the whole id of one, behind '--' if it begins with '-'")
    }
    return id
  }

  /// The execution that an id, the beginning of one, or a job's name means; of a job the last.
  func execution(_ word: String) throws(Failure) -> Execution {
    let history = try known()
    if try isID(word) { return try history.execution(word) }
    return try last(of: job(word))
  }

  /// The last execution of a job, by its whole id.
  func last(of job: String) throws(Failure) -> Execution {
    guard let last = try history?.lastExecutions(of: [job]).first else {
      throw .usage("job '\(Terminal.visible(job))' has not run")
    }
    return last
  }

  /// - Throws: a usage failure where nothing has run yet.
  func known() throws(Failure) -> RunHistory {
    guard let history else {
      throw .usage(
        "nothing has run with this state yet", hint: "'jobs-run now' runs jobs; --state names another folder")
    }
    return history
  }

  /// Whether a word is to be read as the beginning of an id.
  ///
  /// A name may look like one, so jobs come first. Ids begin with a digit for some centuries yet.
  func isID(_ word: String) throws(Failure) -> Bool {
    guard let first = word.utf8.first, (48...55).contains(first), ULID.prefix(word) != nil else { return false }
    return try jobs(called: word).isEmpty
  }

  /// The ids of the jobs that have run whose id is a word or ends with it.
  private func jobs(called name: String) throws(Failure) -> [String] {
    let ids = try history?.jobs() ?? []
    return ids.contains(name) ? [name] : ids.filter { $0.hasSuffix("/\(name)") }
  }
}
