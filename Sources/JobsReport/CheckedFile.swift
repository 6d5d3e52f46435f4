/// A file that was looked at, with the jobs that were found in it.
package struct CheckedFile: Hashable, Sendable {
  package var path: String
  /// The ids of its jobs, in source order.
  package var jobs: [String]

  package init(path: String, jobs: [String] = []) {
    self.path = path
    self.jobs = jobs
  }
}
