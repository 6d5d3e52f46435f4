import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

/// Carries a plan out: it is judged, shown or written, and each act goes through the audit log.
struct EditSession {
  let options: EditOptions
  let environment: [String: String]
  /// What was done, in a word: `disabled`.
  let participle: String

  /// - Parameters:
  ///   - paths: what the files are judged together with.
  ///   - question: what is asked before anything is written; nil to ask nothing.
  func run(_ plan: EditPlan, beside paths: [String], asking question: String? = nil) throws(Failure) -> ExitStatus {
    let check = try EditCheck(plan, paths, options, environment)
    if !options.output.quiet {
      for note in plan.notes { Entry.say("jobs-run", note, level: "warning") }
    }
    for file in plan.leftOut {
      Entry.say(
        "jobs-run", "'\(Terminal.visible(file))' has errors, so jobs in it are left out",
        hint: "'jobs-validate \(Terminal.visible(file))' shows them")
    }
    let errors = check.newErrors()
    if !errors.isEmpty {
      let terminal = options.output.terminal(STDERR_FILENO, environment)
      _ = FileBytes.writeAll(STDERR_FILENO, Array(check.text(of: errors, plan, terminal).utf8))
      throw .usage(
        "the change would bring \(errors.count == 1 ? "an error" : "\(errors.count) errors"), so nothing was written",
        hint: "'jobs-validate explain \(errors[0].code)' says more")
    }
    if options.dryRun { return try show(plan, check) }
    let report = try EditReport(options, environment, participle)
    guard !plan.steps.isEmpty else { return try report.finish(plan, done: 0) }
    let log = try options.state.auditLog(environment)
    if let question { try Question.ask(question) }
    var done = 0
    do throws(Failure) {
      for step in plan.steps {
        try log.perform(step.act) { () throws(Failure) in try write(step) }
        report.add(step)
        done += 1
      }
    } catch {
      report.fail(plan.steps[done])
      try report.finish(plan, done: done)
      guard done > 0, error.kind != .partial else { throw error }
      throw Failure(
        .partial, "\(done) of \(plan.steps.count) changes were made: \(error.message)", hint: error.hint)
    }
    return try report.finish(plan, done: done)
  }

  private func write(_ step: EditPlan.Step) throws(Failure) {
    switch step.kind {
    case .update: try MendedFile.write(step.new, over: step.old, at: step.file)
    case .create:
      guard access(step.file, F_OK) != 0 else {
        throw .world("'\(Terminal.visible(step.file))' came to be meanwhile", hint: "run it again")
      }
      try FileBytes.write(step.new, to: step.file)
    case .delete: try EditedFile.remove(step.file, holding: step.old)
    }
  }

  // MARK: --dry-run

  /// Prints the patch; lines that hold secrets are not shown.
  private func show(_ plan: EditPlan, _ check: EditCheck) throws(Failure) -> ExitStatus {
    let output = Output(STDOUT_FILENO, name: "standard output")
    for file in plan.files {
      let masks = check.masks(of: file)
      let old = (plan.before[file] ?? nil) ?? []
      let diff = UnifiedDiff(
        from: old, to: plan.after[file] ?? [], path: file, oldMasks: masks.old, newMasks: masks.new)
      output.write(diff.bytes)
      for line in diff.hiddenLines {
        Entry.say(
          "jobs-run", "\(Terminal.visible(file)):\(line): the change is not shown: it stands beside a secret",
          level: "note")
      }
    }
    try output.flush()
    guard !options.output.quiet else { return plan.status }
    for job in plan.unchanged { Entry.say("jobs-run", EditReport.unchanged(job, participle), level: "note") }
    if !plan.steps.isEmpty { Entry.say("jobs-run", "nothing was written", level: "note") }
    return plan.status
  }
}
