import JobsStore

/// What a run has for itself while it lasts.
struct RunHolding {
  var group: ControlGroup?
  var locks: [FileLock] = []
}

extension ActiveRun {
  func take(_ holding: RunHolding) {
    tree.group = holding.group
    locks = holding.locks
  }
}
