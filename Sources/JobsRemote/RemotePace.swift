/// How often a cloud is asked while a run goes on, and how long it may take to bring what was written last.
package struct RemotePace: Sendable {
  /// Between two looks at an execution, growing.
  package var look: (first: Duration, longest: Duration) = (.milliseconds(250), .seconds(5))
  /// Between two readings of what it writes. A project may read logs 60 times a minute (cloud.google.com/logging/quotas,
  /// 2026-11).
  package var lines: Duration = .seconds(2)
  /// For how long nothing new has to come after the end, until everything is taken to be there.
  package var settle: Duration = .seconds(5)

  package init() {}
}
