import Synchronization

extension ZoneDatabase {
  /// The zone of the host's clock, as cron(8) and the C library see it: the variable `TZ`, then where `/etc/localtime`
  /// points, then `/etc/timezone`, then UTC.
  ///
  /// A `TZ` that is set and empty means UTC. A leading `:` is dropped; a rule such as `CET-1CEST,M3.5.0,M10.5.0/3` is
  /// read where no file has the name. A path into the database counts as the name behind it.
  ///
  /// - Parameter environment: the value of `TZ`, nil where it is not set.
  /// - Throws: `ZoneError` where `TZ` or the host's files name a zone that cannot be had.
  package func hostZone(environment: String?) throws(ZoneError) -> Zone {
    if let host = known.withLock({ $0.host }), host.variable == environment { return host.known.zone }
    let zone = try readHostZone(environment)
    known.withLock { $0.host = KnownZones.Host(variable: environment, known: KnownZone(zone)) }
    return zone
  }

  func readHostZone(_ environment: String?) throws(ZoneError) -> Zone {
    if let environment { return try zone(variable: environment) }
    if let target = files.link("/etc/localtime"), let name = name(ofPath: target) { return try zone(named: name) }
    if case .bytes(let bytes) = files.read("/etc/timezone"),
      let line = bytes.split(whereSeparator: CronSource.isBlank).first
    {
      return try zone(named: String(decoding: line, as: UTF8.self))
    }
    if case .bytes(let bytes) = files.read("/etc/localtime") { return try Zone.parse(bytes, name: "localtime") }
    return .utc
  }

  private func zone(variable: String) throws(ZoneError) -> Zone {
    let value = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
    if value.isEmpty { return .utc }
    if value.hasPrefix("/") {
      guard let name = name(ofPath: value) else {
        throw ZoneError(
          .unknown, "the variable TZ is '\(variable)', a file outside '\(folder)'",
          hint: "set it to a name, as in 'Europe/Berlin'")
      }
      return try zone(named: name)
    }
    do {
      return try zone(named: value)
    } catch {
      guard error.code == .unknown, let rule = try? Zone.posix(value) else { throw error }
      return rule
    }
  }

  /// `../usr/share/zoneinfo/Europe/Berlin` is `Europe/Berlin`.
  private func name(ofPath path: String) -> String? {
    for marker in ["\(folder)/", "zoneinfo/"] {
      guard let range = path.lastRange(of: marker) else { continue }
      return String(path[range.upperBound...])
    }
    return nil
  }
}

extension String {
  /// The last place where a text stands.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      let rest = self[start...]
      if rest.hasPrefix(text) { return start..<rest.index(start, offsetBy: text.count) }
    }
    return nil
  }
}
