import Glibc
import JobsCommand
import JobsCore
import JobsManifest

/// What became of the changes: a sentence each for people, a `change` record each for tools.
struct EditReport {
  private let sink: RecordSink
  private let participle: String
  private let isQuiet: Bool

  init(_ options: EditOptions, _ environment: [String: String], _ participle: String) throws(Failure) {
    sink = try RecordSink(options.output, environment)
    self.participle = participle
    isQuiet = options.output.quiet
  }

  func add(_ step: EditPlan.Step) {
    let place = step.kind == .delete ? "with its file" : "in"
    sink.say(
      "\(participle) '\(Terminal.visible(step.job))' \(place) '\(Terminal.visible(step.file))'", isQuiet: isQuiet)
    emit(step.file, job: step.job, action: step.kind.rawValue, state: "done")
  }

  func fail(_ step: EditPlan.Step) { emit(step.file, job: step.job, action: step.kind.rawValue, state: "failed") }

  static func unchanged(_ job: Job, _ participle: String) -> String {
    "'\(Terminal.visible(job.id))' is \(participle) already; nothing to do"
  }

  /// - Parameter done: steps that were carried out.
  @discardableResult
  func finish(_ plan: EditPlan, done: Int) throws(Failure) -> ExitStatus {
    for job in plan.unchanged {
      sink.say(Self.unchanged(job, participle), isQuiet: isQuiet)
      emit(job.origin?.file ?? "", job: job.id, action: "none", state: "done")
    }
    try sink.finish(ok: done == plan.steps.count && plan.leftOut.isEmpty)
    return plan.status
  }

  private func emit(_ file: String, job: String, action: String, state: String) {
    sink.emit("change") { json in
      json.beginRecord("change")
      json.member("id", "manifest/\(file)")
      json.member("job", job)
      json.member("action", action)
      json.member("state", state)
      json.endObject()
    }
  }
}
