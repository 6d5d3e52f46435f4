import Glibc

/// How much a run of the suite takes on: a short form for every change, a long one for `make fault`.
package enum FaultScale {
  /// Whether there is time for the long form.
  package static let isLong = value("JOBS_FAULT_LONG") == 1

  /// How often a daemon is killed.
  package static let rounds = value("JOBS_FAULT_ROUNDS") ?? 15

  /// How often an apply to a cloud is killed: fewer, since each takes seconds beside the double that it talks to.
  package static let cloudRounds = value("JOBS_FAULT_ROUNDS") ?? 3

  private static func value(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
}
