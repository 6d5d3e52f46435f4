import JobsCron
import Synchronization

/// Time zones that conditions name, of the database of the host. A name is asked for once, whatever becomes of it: an export
/// repeats its conditions.
final class CELZones: Sendable {
  static let system = CELZones(.system)

  /// Names that are kept; what more an input makes up is not looked for.
  private static let limit = 4096
  /// What stands beside the zones in a host's folder: its own clock, and copies that count leap seconds or do not.
  private static let local: Set<Substring> = ["localtime", "posixrules", "posix", "right"]

  private let database: ZoneDatabase
  private let known = Mutex<[String: Zone?]>([:])

  init(_ database: ZoneDatabase) { self.database = database }

  /// nil for a name that nobody here knows.
  func zone(_ name: String) -> Zone? {
    known.withLock { known in
      if let zone = known[name] { return zone }
      guard known.count < Self.limit else { return nil }
      let isLocal = Self.local.contains(name.prefix { $0 != "/" })
      let zone = isLocal ? nil : try? database.zone(named: name)
      known[name] = .some(zone)
      return zone
    }
  }
}
