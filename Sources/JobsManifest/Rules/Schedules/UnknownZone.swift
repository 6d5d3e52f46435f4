import JobsCore
import JobsCron

/// A time zone that the database does not know.
package enum UnknownZone: JobRule {
  package static let info = RuleInfo(
    "SC109", "unknown-zone", .schedules, .error, fix: .unsafe, summary: "a time zone that the database does not know",
    page: """
      Zones are named as in the IANA database: a region and a city, in this spelling: 'Europe/Berlin'. Abbreviations such
      as PST are shared by several zones, and offsets such as '+02:00' know nothing of daylight saving. Where the
      database itself is missing the tool fails instead, since then no zone could be known.
      """,
    source: "IANA time zone database, theory.html; tzdata of the host",
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 6 * * *\"\n  timezone: ⟦Europe/Berln⟧\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 6 * * *\"\n  timezone: Europe/Berlin\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    var reported: Tree.ID?
    for (schedule, site) in zip(job.schedules, job.sites.schedules) {
      guard let id = site.timezone, id != reported, case .failure(let error) = schedule.zone,
        let name = schedule.schedule.timezone, !Variables.isOpen(name)
      else { continue }
      reported = id
      report(name, error, at: id, info, &findings)
    }
    guard let hours = job.hostValue("quietHours"), let id = job.tree.value(hours, "timezone"), let name = job.text(id)
    else { return }
    do throws(ZoneError) {
      _ = try job.zones.zone(named: name)
    } catch {
      report(name, error, at: id, info, &findings)
    }
  }

  /// Says what is wrong with a zone; a database that is missing or broken is a failure of the world.
  static func report(
    _ name: String, _ error: ZoneError, at id: Tree.ID, _ rule: RuleInfo, _ findings: inout Findings
  ) {
    guard error.code == .unknown else { return findings.fail(.world(error.message, hint: error.hint)) }
    let city = ZoneAbbreviation.meaning(of: name)?.zone
    findings.report(
      rule, "unknown zone '\(Terminal.visible(name))'", at: id,
      hint: city.map { "an abbreviation names no zone: write '\($0)' for its clock" } ?? error.hint,
      fix: (city ?? error.near.first).flatMap { findings.replacing(id, with: $0, safe: false) })
  }
}
