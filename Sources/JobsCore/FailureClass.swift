/// Why a run failed, as far as the kind decides what to do about it: retry policies and `execution` records name it.
package enum FailureClass: String, Sendable, CaseIterable {
  case timeout
  case permission
  /// Memory, disk, descriptors, processes or another limit of the host.
  case resource
  /// The job itself: it ended with a status of its own, crashed, or was written wrongly.
  case application
  case network
  case unknown
}
