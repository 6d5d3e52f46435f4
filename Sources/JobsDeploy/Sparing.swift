/// Which changes wait, since their jobs run now or are due soon. Pure.
package struct Sparing: Sendable, Equatable {
  /// A job that is left as it is for now.
  package struct Spared: Sendable, Hashable {
    package var job: String
    /// How many changes of it wait.
    package var count: Int
    package var reason: Reason

    package init(job: String, count: Int, reason: Reason) {
      self.job = job
      self.count = count
      self.reason = reason
    }
  }

  package enum Reason: Sendable, Hashable {
    case runs
    /// At an instant, in seconds since the epoch.
    case isDue(Int64)
  }

  /// What goes on, in its order.
  package private(set) var changes: [Change] = []
  /// In the order of the changes.
  package private(set) var spared: [Spared] = []

  /// All changes of a job wait together. A job that is only made anew has nothing that could be replaced.
  ///
  /// - Parameters:
  ///   - changes: in the order of a plan.
  ///   - reason: why a job is to be left alone; nil where it is not.
  package init(_ changes: [Change], reason: (String) -> Reason?) {
    var reasons: [String: Reason] = [:]
    var asked: Set<String> = []
    for change in changes where change.action != .create && asked.insert(change.job).inserted {
      reasons[change.job] = reason(change.job)
    }
    for change in changes {
      guard let reason = reasons[change.job] else {
        self.changes.append(change)
        continue
      }
      if let at = spared.firstIndex(where: { $0.job == change.job }) {
        spared[at].count += 1
      } else {
        spared.append(Spared(job: change.job, count: 1, reason: reason))
      }
    }
  }
}
