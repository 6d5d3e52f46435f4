import JobsCore

/// One job, whatever format it was written in. Parts are one type and one file each.
package struct Job: Sendable, Equatable {
  package var tenant: String?
  package var env: String?
  package var name: String
  /// In the order in which they were written.
  package var labels: [Pair] = []
  package var annotations: [Pair] = []
  package var enabled = true
  package var paused = false
  package var target = Target(kind: .local)
  package var schedules: [Schedule] = []
  package var events: [Event] = []
  package var run = Run()
  package var resources = Resources()
  package var limits = Limits()
  /// The cloud identity, or the user on a host.
  package var identity: String?
  package var network: Network?
  package var expect: Expectation?
  package var checkin: CheckIn?
  package var alerts: [Alert] = []
  package var verify = Rare<Verification>()
  package var agent: [Pair] = []
  /// What the project says of its world, where the job runs in a cloud.
  package var around = Rare<Surroundings>()
  /// `sha256:` and 64 hexadecimal digits of the resolved job.
  package var digest = ""
  package var origin: Origin?

  package init(name: String) { self.name = name }

  /// `tenant/env/name`; a missing part is `-`.
  package var id: String { Self.id(tenant: tenant, env: env, name: name) }

  package static func id(tenant: String?, env: String?, name: String) -> String {
    "\(tenant ?? "-")/\(env ?? "-")/\(name)"
  }

  /// The seed for `H` in schedules.
  package var hashSeed: UInt64 { id.utf8.fnv1a64 }
}

/// A name and its value, in an order that is kept.
package struct Pair: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [Pair] {
  package subscript(name: String) -> String? { first { $0.name == name }?.value }
}
