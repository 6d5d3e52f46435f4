import JobsCore

/// An environment variable that Cloud Run sets itself.
package enum ReservedVariable: JobRule {
  package static let info = RuleInfo(
    "CR220", "reserved-variable", .cloudrun, .error,
    summary: "an environment variable whose name Cloud Run keeps to itself",
    page: """
      Cloud Run tells a task who it is by CLOUD_RUN_JOB, CLOUD_RUN_EXECUTION, CLOUD_RUN_TASK_INDEX, CLOUD_RUN_TASK_COUNT
      and CLOUD_RUN_TASK_ATTEMPT, and names that begin with X_GOOGLE_ are refused. PORT and K_SERVICE, K_REVISION and
      K_CONFIGURATION belong to the contract of services; in a job they are a warning. Choose another name.
      """,
    source: "\(FactSource.runVariables); gcloud 528, functions/v2/deploy/env_vars_util.py",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container: "            env:\n            - name: ⟦CLOUD_RUN_TASK_COUNT⟧\n              value: \"4\"\n")),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            env:\n            - name: PART_COUNT\n              value: \"4\"\n"))
  )

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    for variable in job.sites.variables { judge(variable.name, job, &findings) }
    for variable in job.sites.secrets { judge(variable.name, job, &findings) }
  }

  private static func judge(_ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    guard let severity = job.tree.withText(id, severity) else { return }
    let name = job.tree.string(id)
    let owner = severity == .error ? "Cloud Run keeps to itself" : "Cloud Run sets in services"
    findings.report(
      info, "variable '\(Terminal.visible(name))' is one that \(owner)", at: id, severity: severity,
      hint: name.hasPrefix("X_GOOGLE_")
        ? "no name begins with 'X_GOOGLE_'" : "choose another name, such as 'APP_\(name)'")
  }

  static func severity(_ name: UnsafeBufferPointer<UInt8>) -> Diagnostic.Severity? {
    guard let first = name.first else { return nil }
    switch first {
    case UInt8(ascii: "C"):
      guard name.count >= 13 else { return nil }
      return name.equals("CLOUD_RUN_JOB") || name.equals("CLOUD_RUN_EXECUTION") || name.equals("CLOUD_RUN_TASK_INDEX")
        || name.equals("CLOUD_RUN_TASK_COUNT") || name.equals("CLOUD_RUN_TASK_ATTEMPT") ? .error : nil
    case UInt8(ascii: "X"):
      return name.count >= 9 && UnsafeBufferPointer(rebasing: name[..<9]).equals("X_GOOGLE_") ? .error : nil
    case UInt8(ascii: "P"): return name.equals("PORT") ? .warning : nil
    case UInt8(ascii: "K"):
      return name.equals("K_SERVICE") || name.equals("K_REVISION") || name.equals("K_CONFIGURATION") ? .warning : nil
    default: return nil
    }
  }
}
