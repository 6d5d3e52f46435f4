import Glibc
import JobsCommand
import JobsAWS
import JobsCore
import JobsExec
import JobsManifest
import JobsRemote

/// What `now` would do, in words.
struct DryRun {
  let plans: [(job: Job, plan: RunPlan)]
  let labels: [String: String]

  /// Words go to standard output where a person reads it, and to standard error beside records.
  func show(_ sink: RecordSink, _ inputs: JobInputs, _ terminal: Terminal) throws(Failure) -> ExitStatus {
    let words = sink.isHuman ? sink.output : Output(STDERR_FILENO, name: "standard error")
    for (job, plan) in plans { words.write(text(job, plan)) }
    let count = plans.count(where: \.plan.runs)
    words.write("\(count) of \(plans.count == 1 ? "1 job" : "\(plans.count) jobs") would run; nothing was started\n")
    try words.flush()
    let isOK = !plans.contains { if case .refuse = $0.plan { true } else { false } }
    try sink.finish(ok: isOK && inputs.isOK, upstream: inputs.upstream)
    return isOK ? .done : .findings
  }

  private func text(_ job: Job, _ plan: RunPlan) -> String {
    let name = Terminal.visible(labels[job.id] ?? job.id)
    switch plan {
    case .skip(let reason): return "\(name): skipped: \(reason)\n"
    case .refuse(let failure):
      return "\(name): cannot run: \(failure.message)\n" + (failure.hint.map { "  hint: \($0)\n" } ?? "")
    case .runAway(let cloud): return text(name, cloud)
    case .run(let request):
      var text = "\(name): \(Terminal.visible(job.run.argv.map(Self.quoted).joined(separator: " ")))\n"
      if let folder = job.run.workingDirectory { text += "  in: \(Terminal.visible(folder))\n" }
      if let user = request.launch.privileges?.user { text += "  as: \(user)\n" }
      let names = job.run.env.map(\.name) + job.run.secrets.map(\.name)
      if !names.isEmpty { text += "  variables: \(Terminal.visible(names.joined(separator: ", ")))\n" }
      if let timeout = request.timeout {
        text += "  timeout: \(Quantity.words(seconds: Int(timeout.components.seconds)))\n"
      }
      if request.retry.attempts > 0 { text += "  retries: \(request.retry.attempts)\n" }
      return text
    }
  }

  /// What is changed for this run alone; the rest is as it was deployed.
  private func text(_ name: String, _ cloud: CloudPlan) -> String {
    let request = cloud.request
    let isDeployed = cloud.job.target.kind == .cloudRun || cloud.job.target.kind == .lambda
    let how = isDeployed ? "as it is deployed there" : "by the definition '\(request.terms.definition)' that is there"
    var text = Terminal.visible("\(name): in \(cloud.placeWords), \(how)") + "\n"
    for loss in request.losses { text += "  note: \(Terminal.visible(loss))\n" }
    if !request.arguments.isEmpty {
      text += "  more words: \(Terminal.visible(request.arguments.map(Self.quoted).joined(separator: " ")))\n"
    }
    if !request.variables.isEmpty {
      text += "  variables: \(Terminal.visible(request.variables.map(\.name).joined(separator: ", ")))\n"
    }
    if let tasks = request.tasks { text += "  tasks: \(tasks)\n" }
    if let timeout = request.timeout { text += "  timeout: \(Quantity.words(seconds: timeout))\n" }
    if cloud.retry.attempts > 0 { text += "  retries: \(cloud.retry.attempts)\n" }
    return text
  }

  /// A word as a shell would take it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 32) || "-_./=:,+@%".utf8.contains($0)
    }
    return plain && !word.isEmpty
      ? word : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
