import JobsCore
import JobsCron
import JobsManifest

/// Crontabs: any text under the name of a user's or a system's crontab gives a report whose places lie in the file.
func fuzzCrontab(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let path = data[0] & 1 == 0 ? "backup.crontab" : "etc/cron.d/backup"
  let report = Property.inTime(bytes: count) {
    FileCheck.run(FileInput(path: path, bytes: bytes, isNamed: true), options)
  }
  Property.holds(report, of: bytes)
  let lines = bytes.split { $0 == 10 || $0 == 13 }.count
  Property.hold(report.jobs.count <= lines, "a line is at most one job", "\(report.jobs.count) of \(lines)")
  return 0
}

private let options = CheckOptions(zones: ZoneDatabase(folder: "/usr/share/zoneinfo", files: .disk), now: 1_774_746_000)
