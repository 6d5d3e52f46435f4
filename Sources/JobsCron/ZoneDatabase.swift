import Synchronization

/// The zones of a host, by name.
///
/// Zones are read once and kept, until `readAgain`; any number of threads may ask. `UTC` and `Etc/UTC` need no file.
package final class ZoneDatabase: Sendable {
  /// The folder that zone files lie in.
  package let folder: String
  let files: ZoneFiles
  let known = Mutex(KnownZones())

  /// - Parameters:
  ///   - folder: as `TZDIR` names it.
  ///   - files: how files are read; tests hand in their own.
  package init(folder: String = "/usr/share/zoneinfo", files: ZoneFiles) {
    self.folder = folder
    self.files = files
  }

  /// A zone by its name in the database, such as `Europe/Berlin`; case counts.
  ///
  /// - Throws: `ZoneError`: `unknown` with near names, `databaseMissing` where not even a well-known zone can be read,
  ///   `unreadable`, `malformed`.
  package func zone(named name: String) throws(ZoneError) -> Zone {
    if name == "UTC" || name == "Etc/UTC" { return Zone.fixed(name: name, offset: 0) }
    if let known = known.withLock({ $0.named[name] }) { return known.zone }
    let zone = try read(name)
    known.withLock { $0.named[name] = KnownZone(zone) }
    return zone
  }

  func read(_ name: String) throws(ZoneError) -> Zone {
    guard ZoneDatabase.isWellFormed(name) else { throw unknown(name) }
    switch files.read("\(folder)/\(name)") {
    case .bytes(let bytes): return try parse(bytes, name)
    case .absent:
      guard !isMissing else {
        throw ZoneError(
          .databaseMissing, "cannot read zone '\(name)': there is no zone database in '\(folder)'",
          hint: "install the package tzdata, or set TZDIR to its folder")
      }
      throw unknown(name)
    case .failed(let reason):
      throw ZoneError(
        .unreadable, "cannot read zone '\(name)' in '\(folder)': \(reason)", hint: "make the file readable")
    }
  }

  /// Whether not even the zones that every database has can be found.
  private var isMissing: Bool {
    for probe in ["Etc/UTC", "UTC", "Europe/London"] {
      if case .bytes = files.read("\(folder)/\(probe)") { return false }
    }
    return true
  }

  private func parse(_ bytes: [UInt8], _ name: String) throws(ZoneError) -> Zone {
    // A list such as `zone.tab` lies in the same folder and is no zone.
    guard bytes.starts(with: "TZif".utf8) else { throw unknown(name) }
    do {
      return try Zone.parse(bytes, name: name)
    } catch {
      throw ZoneError(error.code, "cannot use zone '\(name)' in '\(folder)': \(error.message)", hint: error.hint)
    }
  }

  /// Letters, digits and `_+-` in parts joined by `/`: no way out of the folder.
  static func isWellFormed(_ name: String) -> Bool {
    guard name.utf8.count <= 255 else { return false }
    return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, first != UInt8(ascii: "-") else { return false }
      return part.allSatisfy { isLetter($0) || isDigit($0) || "_+-".utf8.contains($0) }
    }
  }

  private func unknown(_ name: String) -> ZoneError {
    let names = self.names
    if names.contains(name) {
      return ZoneError(
        .unknown, "zone '\(name)' is an old name whose file is missing in '\(folder)'",
        hint: "install the package tzdata-legacy, or use the zone's present name")
    }
    let near = ZoneNames.near(name, among: names)
    let hint =
      near.isEmpty
      ? "write a name of the zone database, as in 'Europe/Berlin'"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"
    return ZoneError(.unknown, "unknown zone '\(name)'", hint: hint, near: near)
  }

  /// The names that the database lists, old ones included, by bytes; empty where it has no list.
  package var names: [String] {
    if case .bytes(let bytes) = files.read("\(folder)/tzdata.zi") { return ZoneNames.inSource(bytes) }
    for table in ["zone1970.tab", "zone.tab"] {
      if case .bytes(let bytes) = files.read("\(folder)/\(table)") { return ZoneNames.inTable(bytes) }
    }
    return []
  }
}
