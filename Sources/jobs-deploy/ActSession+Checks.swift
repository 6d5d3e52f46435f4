import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsExec
import JobsPlaces

extension ActSession {
  /// Makes the checks of a run that have not been made, as many at once as changes; those of jobs of which a change was not
  /// done are left out.
  func makeChecks(_ journal: inout Journal, _ file: JournalFile) async throws(Failure) {
    let undone = Set(journal.entries.map(\.change).filter { $0.state != .done }.map(\.job))
    var waiting: [PostDeployCheck] = []
    for at in journal.checks.indices where journal.checks[at].state != .done {
      journal.checks[at].error = nil
      journal.checks[at].state = undone.contains(journal.checks[at].job) ? .skipped : .planned
      if journal.checks[at].isMasked {
        end(&journal.checks[at], Self.isMasked, file)
      } else if journal.checks[at].state == .planned {
        waiting.append(journal.checks[at])
      } else {
        report(journal.checks[at], CheckMaker.Verdict())
      }
    }
    guard !waiting.isEmpty, StopRequest.signal == nil else { return }
    // A signal asks the runs to end that go on.
    StopRequest.hold()
    defer { StopRequest.release() }
    let maker = try await CheckMaker(
      for: waiting, impersonating: session.options.place.impersonated, session.environment)
    await withTaskGroup(of: (id: String, verdict: CheckMaker.Verdict, seconds: Double).self) { group in
      var rest = waiting[...]
      func startNext() {
        guard StopRequest.signal == nil, let next = rest.popFirst() else { return }
        group.addTask {
          let start = Self.seconds()
          let verdict = await maker.make(next)
          return (next.id, verdict, Self.seconds() - start)
        }
      }
      for _ in 0..<options.parallel { startNext() }
      while let ended = await group.next() {
        if let at = journal.checks.firstIndex(where: { $0.id == ended.id }) {
          journal.checks[at].durationSeconds = ended.seconds
          end(&journal.checks[at], ended.verdict, file)
        }
        startNext()
      }
    }
  }

  private static var isMasked: CheckMaker.Verdict {
    CheckMaker.Verdict(
      failure: .world(
        "a value that it needs looks like a secret, and was not kept",
        hint: "'jobs-deploy apply --verify all' of the manifests makes it"))
  }

  private func end(_ check: inout PostDeployCheck, _ verdict: CheckMaker.Verdict, _ file: JournalFile) {
    // A run that was asked to end because this process is has not failed.
    if verdict.failure != nil, StopRequest.signal != nil { return }
    check.state = verdict.failure == nil ? .done : .failed
    check.error = verdict.failure?.message
    // What the journal lacks is made again.
    try? file.end(check)
    report(check, verdict)
  }

  private func report(_ check: PostDeployCheck, _ verdict: CheckMaker.Verdict) {
    let job = Terminal.visible(check.job)
    if let failure = verdict.failure {
      Entry.say(
        "jobs-deploy", "job '\(job)' is deployed, and \(check.words) does not hold: \(failure.message)",
        hint: failure.hint)
      let lines = verdict.lines.map { "  | \(Terminal.visible($0))\n" }.joined()
      let link = verdict.logsURL.map { "  \(Terminal.visible($0))\n" } ?? ""
      _ = FileBytes.writeAll(STDERR_FILENO, Array((lines + link).utf8))
    } else if check.state == .skipped {
      Entry.say("jobs-deploy", "\(check.words) was not tried: '\(job)' is not deployed whole", level: "warning")
    }
    guard session.sink.isHuman else { return session.sink.emit("check") { check.write(to: &$0) } }
    guard check.state == .done else { return }
    session.sink.output.write("checked \(check.words)\n")
  }
}
