import JobsCore
import JobsCron

/// Next fires of the mixed schedules and zones that the cron tests have.
enum CronRate {
  /// - Parameter path: rows of expression, zone and start, cut at tabs.
  static func nextFires(_ path: String) -> Rate {
    guard let bytes = try? FileBytes.read(path, limit: 1 << 20) else { preconditionFailure("cannot read '\(path)'") }
    let database = ZoneDatabase(files: .disk)
    let cases = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line -> Case? in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard line.first != "#", cells.count > 2, let start = Int64(cells[2]),
        let expression = try? CronExpression.parse(String(cells[0]), dialect: nil, seed: 1),
        let zone = try? database.zone(named: String(cells[1]))
      else { return nil }
      return Case(expression: expression, zone: zone, start: start)
    }
    precondition(cases.count > 100, "'\(path)' holds no schedules")
    return Rate.measure("next fires, \(cases.count) schedules", "fires") {
      var fires = 0
      for one in cases {
        var at = one.start
        for _ in 0..<20 {
          guard let fire = one.expression.nextFire(after: at, in: one.zone) else { break }
          at = fire
          fires += 1
        }
      }
      return fires
    }
  }

  private struct Case {
    let expression: CronExpression
    let zone: Zone
    let start: Int64
  }
}
