import Glibc

/// How much a run of the suite takes on: a short form for every change, a long one for `make fault`.
enum FaultScale {
  /// Whether there is time for the long form.
  static let isLong = value("JOBS_FAULT_LONG") == 1

  /// How often a daemon is killed.
  static let rounds = value("JOBS_FAULT_ROUNDS") ?? 15

  private static func value(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
}
