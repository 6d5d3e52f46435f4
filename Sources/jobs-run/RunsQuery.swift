import Glibc
import JobsCore
import JobsManifest
import JobsStore

/// What the options of `runs` ask the history for.
struct RunsQuery {
  let command: RunsCommand
  let now: Instant

  /// What needs no history to be understood.
  ///
  /// - Throws: a usage failure for words that mean nothing.
  func query() throws(Failure) -> RunHistory.Query {
    var query = RunHistory.Query(limit: command.limit == 0 ? nil : command.limit)
    query.states = try words(command.status, "--status", "state")
    query.classes = try words(command.failureClass, "--class", "class")
    query.triggers = command.trigger?.split(separator: ",").map(String.init) ?? []
    if let selector = command.selector { query.matches = try Selector(parsing: selector).parts.map(Self.match) }
    query.since = try command.since.map { text throws(Failure) in
      try TimeArgument.milliseconds(text, "--since", now: now)
    }
    query.until = try command.until.map { text throws(Failure) in
      try TimeArgument.milliseconds(text, "--until", now: now)
    }
    query.order = command.sort
    query.isReversed = command.reverse
    query.offset = command.offset
    return query
  }

  /// Finds the job and the run that the words mean.
  ///
  /// - Parameter cloud: whose jobs are known though they may not have run here.
  func complete(
    _ query: RunHistory.Query, _ reading: HistoryReading, _ cloud: CloudReading?
  ) throws(Failure) -> RunHistory.Query {
    var query = query
    if let job = command.job {
      let known = try cloud?.job(job)
      query.job = if let known { known } else { try reading.job(job) }
    }
    if cloud != nil, command.after != nil {
      throw .usage("--after goes on in this host's history alone", hint: "with --env go on by --offset")
    }
    if let after = command.after { query.after = try reading.known().execution(after).id }
    return query
  }

  /// `--state failed` is a slip for `--status failed`, unless there is such a folder.
  func folder(_ environment: [String: String]) throws(Failure) -> StateDirectory {
    if let word = command.state.state, ExecutionState(rawValue: word) != nil, access(word, F_OK) != 0 {
      throw .usage(
        "--state names the folder of the history, and there is none called '\(word)'",
        hint: "for runs that ended so write --status \(word)")
    }
    return try command.state.directory(environment)
  }

  private func words<Word: RawRepresentable & CaseIterable>(
    _ text: String?, _ option: String, _ noun: String
  ) throws(Failure) -> [Word] where Word.RawValue == String {
    var found: [Word] = []
    for word in text?.split(separator: ",") ?? [] {
      guard let known = Word(rawValue: String(word)) else {
        throw .usage(
          "\(option) '\(Terminal.visible(String(word)))' is no \(noun)",
          hint: "known are \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      found.append(known)
    }
    return found
  }

  /// The keys of `-l` mean the same of a run as of its job.
  private static func match(_ part: Selector.Part) -> RunHistory.Query.Match {
    let subject: RunHistory.Query.Match.Subject =
      switch part.key {
      case "name": .name
      case "tenant": .tenant
      case "env": .environment
      case "target": .backend
      default: .label(part.key)
      }
    return RunHistory.Query.Match(subject, part.value, isNegated: part.isNegated)
  }
}
