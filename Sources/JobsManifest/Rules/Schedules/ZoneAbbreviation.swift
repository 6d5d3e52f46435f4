import JobsCore
import JobsCron

/// A zone by its abbreviation or by a bare offset.
package enum ZoneAbbreviation: JobRule {
  package static let info = RuleInfo(
    "SC110", "zone-abbreviation", .schedules, .warning, fix: .unsafe,
    summary: "a zone by its abbreviation or by a bare offset",
    page: """
      The database has some abbreviations for the sake of old systems, and they surprise: 'EST' is five hours behind all
      year and knows no summer, 'CET' follows Brussels, and 'Etc/GMT+5' is WEST of Greenwich, the sign being turned
      round. Newer releases make some of them links, so that two hosts may disagree. Name a city.
      """,
    source: "IANA time zone database, file 'backward' and theory.html, 2024b",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 6 * * *\"\n  timezone: ⟦EST⟧\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 6 * * *\"\n  timezone: America/New_York\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    var reported: Tree.ID?
    for (schedule, site) in zip(job.schedules, job.sites.schedules) {
      guard let name = schedule.schedule.timezone, name.utf8.count <= 10, let id = site.timezone,
        id != reported,
        case .success = schedule.zone
      else { continue }
      if let meaning = meaning(of: name) {
        reported = id
        findings.report(
          info, "'\(name)' \(meaning.words)", at: id, hint: "write '\(meaning.zone)' for a clock that people live by",
          fix: findings.replacing(id, with: meaning.zone, safe: false))
      } else if let sign = name.utf8.dropFirst(7).first, name.hasPrefix("Etc/GMT"),
        name.utf8.dropFirst(8).first != UInt8(ascii: "0")
      {
        reported = id
        let hours = name.dropFirst(8)
        findings.report(
          info,
          "'\(name)' is \(hours) hours \(sign == UInt8(ascii: "+") ? "behind" : "ahead of") UTC all year: its sign is turned round",
          at: id, hint: "name a city, or use UTC and count the hours in the schedule")
      }
    }
  }

  /// What an abbreviation stands for, and the zone of a city that keeps its clock.
  static func meaning(of name: String) -> (words: String, zone: String)? {
    func fixed(_ hours: String, _ zone: String) -> (String, String) {
      ("is UTC\(hours) all year, without daylight saving", zone)
    }
    func city(_ zone: String) -> (String, String) { ("is an abbreviation", zone) }
    return switch name {
    case "EST": fixed("-5", "America/New_York")
    case "MST": fixed("-7", "America/Denver")
    case "HST": fixed("-10", "Pacific/Honolulu")
    case "EST5EDT", "EDT", "ET": city("America/New_York")
    case "CST6CDT", "CDT", "CT": city("America/Chicago")
    case "MST7MDT", "MDT", "MT": city("America/Denver")
    case "PST8PDT", "PST", "PDT", "PT": city("America/Los_Angeles")
    case "CET", "CEST", "MET", "MEST": city("Europe/Brussels")
    case "EET", "EEST": city("Europe/Athens")
    case "WET", "WEST": city("Europe/Lisbon")
    case "BST": city("Europe/London")
    case "JST": city("Asia/Tokyo")
    case "AEST", "AEDT": city("Australia/Sydney")
    default: nil
    }
  }
}
