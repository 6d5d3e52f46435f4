import JobsCore
import JobsCron

/// A time zone of the project file that the database does not know.
package enum ProjectZone: ProjectRule {
  package static let info = RuleInfo(
    "PR102", "project-zone", .project, .error, fix: .unsafe,
    summary: "a time zone of the project file that the database does not know",
    page: "Quiet hours and defaults name zones as jobs do: 'jobs-validate explain SC109' says how.",
    source: "IANA time zone database; tzdata of the host",
    bad: .init(
      .project, ProjectExample.environment("    quietHours: {from: \"20:00\", to: \"07:00\", timezone: ⟦Europe/Berln⟧}")
    ),
    good: .init(
      .project, ProjectExample.environment("    quietHours: {from: \"20:00\", to: \"07:00\", timezone: Europe/Berlin}"))
  )

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    var places = findings.environments.map { findings.tree.value($0.value, path: "quietHours", "timezone") }
    if let windows = findings.tree.value(findings.root, "freeze") {
      places += findings.tree.children(windows).map { findings.tree.value($0, "timezone") }
    }
    if let defaults = findings.tree.value(findings.root, "defaults") {
      places.append(findings.tree.value(defaults, "timezone"))
      places.append(findings.tree.value(defaults, path: "quietHours", "timezone"))
      if let schedules = findings.tree.value(defaults, "schedule") {
        places += findings.tree.children(schedules).map { findings.tree.value($0, "timezone") }
      }
    }
    for id in places {
      guard let id, let name = findings.closedText(id) else { continue }
      do throws(ZoneError) {
        _ = try options.zones.zone(named: name)
      } catch {
        UnknownZone.report(name, error, at: id, info, &findings)
      }
    }
  }
}
