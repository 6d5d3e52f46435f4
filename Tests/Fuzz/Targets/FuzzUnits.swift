import JobsCron
import JobsDeploy
import JobsHost

/// Units of systemd that others made: any text is read, edited to what it says stays as it means, and a field that is changed
/// in it is the only one that changes. The first byte chooses a service, a timer, or a calendar event alone.
func fuzzUnits(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  switch data[0] % 3 {
  case 0: Property.inTime(bytes: count) { event(String(decoding: bytes, as: UTF8.self)) }
  case 1: Property.inTime(bytes: count) { unit("a.service", bytes, "Service.Nice", "11") }
  default: Property.inTime(bytes: count) { unit("a.timer", bytes, "Timer.RandomizedDelaySec", "77s") }
  }
  return 0
}

private let now: Int64 = 1_774_746_000

/// One with an hour's gap.
private let zone: Zone = {
  guard let zone = try? Zone.posix("CET-1CEST,M3.5.0,M10.5.0/3") else { preconditionFailure("it is no rule") }
  return zone
}()

private let host = UnitReading.Host(
  user: nil, home: "/root",
  clock: HostClock(zone: zone, zones: ZoneDatabase(folder: "/usr/share/zoneinfo", files: .disk), now: now))

private func event(_ text: String) {
  guard let event = try? CalendarEvent(text),
    case .cron(let cron, let dialect, _, let policy) = event.schedule(on: zone, zones: { _ in zone }, now: now)
  else { return }
  let expression = try? CronExpression.parse(cron, dialect: dialect, seed: nil)
  Property.hold(expression != nil, "what an event becomes is a schedule", "'\(text)': '\(cron)'")
  var at = now
  for _ in 0..<3 {
    guard let next = expression?.nextFire(after: at, in: zone, dst: policy) else { return }
    Property.hold(next > at, "fires increase", "'\(text)'")
    at = next
  }
}

private func unit(_ name: String, _ bytes: [UInt8], _ field: String, _ value: String) {
  func read(_ bytes: [UInt8]) -> [Resource.Field] {
    TakenUnit(name, UnitSyntax(bytes).assignments, on: host).fields
  }
  let fields = read(bytes)
  Property.hold(
    Set(fields.map(\.name)).count == fields.count, "each field is there once", "\(fields.map(\.name))")
  if let same = TakenUnit.edited(bytes, from: fields, to: fields) {
    Property.hold(read(same) == fields, "what is not changed is the same", String(decoding: same, as: UTF8.self))
  }
  let wanted = fields.filter { $0.name != field } + [Resource.Field(field, value)]
  guard fields[field] == nil, let changed = TakenUnit.edited(bytes, from: fields, to: wanted) else { return }
  // A backslash at the end of what stands before takes the new line in, and so it is not written.
  let after = read(changed)
  guard after[field] != nil else { return }
  for one in after where one.name != field {
    Property.hold(
      fields[one.name] == one.value, "nothing else changes", "\(one) in \(String(decoding: changed, as: UTF8.self))")
  }
}
