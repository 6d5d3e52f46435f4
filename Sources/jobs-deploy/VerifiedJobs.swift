import ArgumentParser

/// Which jobs are verified once an `apply` has made its changes.
enum VerifiedJobs: String, CaseIterable, ExpressibleByArgument {
  /// Those of which something was changed.
  case changed
  /// All that were read.
  case all
  case none
}
