package import JobsStore

extension StateDirectory {
  /// The folder of check-ins that wait to be sent.
  package var checkIns: String { path + "/checkins" }
}
