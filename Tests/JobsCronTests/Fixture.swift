import JobsCron

/// Files beside the tests: schedules with their fires, and zone files of tzdata 2025b, so that a newer database on the
/// host changes no expectation.
enum Fixture {
  static let folder = #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" } + "/Fixtures"

  static let zones = ZoneDatabase(folder: folder + "/zoneinfo", files: .disk)

  static func zone(_ name: String) -> Zone {
    do {
      return try zones.zone(named: name)
    } catch {
      preconditionFailure("no fixture for zone \(name): \(error)")
    }
  }

  static func bytes(_ name: String) -> [UInt8] {
    guard case .bytes(let bytes) = ZoneFiles.disk.read("\(folder)/\(name)") else {
      preconditionFailure("no fixture \(name)")
    }
    return bytes
  }

  /// The rows of a table, without its comments, cut at tabs.
  static func table(_ name: String) -> [[String]] {
    String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").filter { $0.first != "#" }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

/// Reads and writes instants as people do: `2026-03-29T02:30:00+01:00`.
enum Iso {
  static func epoch(_ text: String) -> Int64 {
    let digits = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int { digits[from..<from + count].reduce(0) { $0 * 10 + Int($1) - 48 } }
    let wall = WallTime(
      year: number(0, 4), month: number(5, 2), day: number(8, 2), hour: number(11, 2), minute: number(14, 2),
      second: number(17, 2))
    if digits[19] == UInt8(ascii: "Z") { return wall.seconds }
    let offset = Int64(number(20, 2) * 3600 + number(23, 2) * 60)
    return wall.seconds - (digits[19] == UInt8(ascii: "-") ? -offset : offset)
  }

  static func text(_ epoch: Int64, _ zone: Zone) -> String {
    "\(zone.wall(at: epoch))\(Zone.text(offset: zone.utcOffset(at: epoch)))"
  }
}

extension CronExpression {
  /// A schedule that is known to be right.
  static func known(_ text: String, _ dialect: CronDialect? = nil, seed: UInt64? = 1) -> CronExpression {
    do {
      return try parse(text, dialect: dialect, seed: seed)
    } catch {
      preconditionFailure("'\(text)': \(error)")
    }
  }

  /// The next fires after an instant.
  func next(_ count: Int, after epoch: Int64, _ zone: Zone, _ dst: DSTPolicy = DSTPolicy()) -> [Int64] {
    var found: [Int64] = []
    var at = epoch
    while found.count < count, let fire = nextFire(after: at, in: zone, dst: dst) {
      found.append(fire)
      at = fire
    }
    return found
  }
}
