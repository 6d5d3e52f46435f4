import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// A manifest with a proposal in it, read again to see whether it says what it should and no more.
struct PatchedManifest {
  let file: String
  let old: [UInt8]
  let new: [UInt8]

  /// nil where the manifest cannot say it, any rule finds something new, or more than the one job changes.
  init?(_ proposal: Proposal, of job: Job, _ options: CheckOptions) {
    guard let origin = job.origin, let old = try? FileBytes.read(origin.file, limit: ReadingLimits().bytes) else {
      return nil
    }
    file = origin.file
    self.old = old
    let before = Self.read(old, origin, job, options)
    for edit in Self.edits(proposal, job) {
      guard let new = try? edit.applied(to: old, at: origin), new != old else { continue }
      let after = Self.read(new, origin, job, options)
      if Self.isSound(before, after, proposal, job) {
        self.new = new
        return
      }
    }
    return nil
  }

  var patch: String { String(decoding: UnifiedDiff(from: old, to: new, path: file).bytes, as: UTF8.self) }

  /// The ways to write it: for the environment that was read alone, else for all.
  private static func edits(_ proposal: Proposal, _ job: Job) -> [JobEdit] {
    let pairs: [Pair]
    switch proposal.change {
    case .set(let given): pairs = given
    case .disable: pairs = [Pair("enabled", "false")]
    case .elsewhere: return []
    }
    var edits: [JobEdit] = []
    if let env = job.env, job.origin?.format == Format.jobs.rawValue {
      let folders = ["memory": "resources.", "cpu": "resources.", "architecture": "resources."]
      edits.append(
        .set(pairs.map { Pair("spec.environments.\(env).\(folders[$0.name] ?? "")\($0.name)", $0.value) }))
    }
    if case .disable = proposal.change { return edits + [.enable(false)] }
    return edits + [.set(pairs)]
  }

  private struct Reading {
    var jobs: [Job] = []
    var findings: [String: Int] = [:]
  }

  private static func read(_ bytes: [UInt8], _ origin: Origin, _ job: Job, _ options: CheckOptions) -> Reading {
    var input = InputFile(
      path: origin.file, isNamed: true, folder: origin.format == Format.crontopus.rawValue ? job.env : nil)
    input.content = .bytes(bytes)
    var reading = Reading()
    let report = CheckRun.check(input, options) { reading.jobs.append($0) }
    for finding in report.diagnostics { reading.findings["\(finding.code) \(finding.severity)", default: 0] += 1 }
    return reading
  }

  private static func isSound(_ before: Reading, _ after: Reading, _ proposal: Proposal, _ job: Job) -> Bool {
    guard after.findings.allSatisfy({ $0.value <= before.findings[$0.key] ?? 0 }),
      before.jobs.count == after.jobs.count
    else { return false }
    for (old, new) in zip(before.jobs, after.jobs) {
      let filled = new.filled
      if new.id == job.id {
        let isWanted =
          filled.resources == proposal.job.resources && filled.schedules == proposal.job.schedules
          && filled.enabled == proposal.job.enabled
        guard isWanted else { return false }
      } else if old.id != new.id || old.resources != new.resources || old.schedules != new.schedules
        || old.enabled != new.enabled
      {
        return false
      }
    }
    return after.jobs.contains { $0.id == job.id }
  }
}
