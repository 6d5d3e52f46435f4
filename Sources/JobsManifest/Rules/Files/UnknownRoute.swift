import JobsCore

/// An alert to a route that the project does not define.
package enum UnknownRoute: JobRule {
  package static let info = RuleInfo(
    "FI104", "unknown-route", .files, .error, summary: "an alert to a route that the project does not define",
    page: """
      Routes are named under 'notifications.routes' of jobs.yaml. An alert to any other name reaches nobody, and nobody
      hears that it did not.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  alerts: [{when: failed, route: ⟦oncal⟧}]\n"), project: project
    ),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  alerts: [{when: failed, route: oncall}]\n"), project: project)
  )

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    notifications: {routes: {oncall: {slack: "secret:slack-url"}}}
    """

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let project = job.project else { return }
    for alert in job.sites.alerts {
      if let route = job.tree.value(alert, "route") { check(route, job, project, &findings) }
    }
    if job.format == .cloudrun, let annotations = job.sites.annotations,
      let route = job.tree.value(annotations, "jobs/route")
    {
      check(route, job, project, &findings)
    }
  }

  private static func check(_ id: Tree.ID, _ job: JobContext, _ project: ProjectFile, _ findings: inout Findings) {
    guard let name = job.text(id), !project.routes.contains(where: { $0.name == name }) else { return }
    let meant = Spelling.nearest(name, of: project.routes.map(\.name))
    findings.report(
      info, "the project defines no route '\(Terminal.visible(name))'", at: id,
      hint: meant.map { "did you mean '\($0)'?" } ?? "add it under 'notifications.routes' of '\(project.path)'")
  }
}
