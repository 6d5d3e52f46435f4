import JobsCore
package import JobsCron

/// What is asked of a check; the same for every file.
package struct CheckOptions: Sendable {
  package var views: [EnvironmentView] = [EnvironmentView()]
  /// `--var` values, in which each region's view is made anew.
  package var given: [String: String] = [:]
  package var project: ProjectFile?
  /// The format of every file, where the user says it.
  package var format: Format?
  package var limits = ReadingLimits()
  package var selection = RuleSelection()
  package var baseline = Baseline()
  /// Jobs that go to the stream; others are checked all the same.
  package var selector = Selector()
  package var zones: ZoneDatabase
  /// The instant from which schedules are judged, in seconds since the epoch.
  package var now: Int64

  /// The environments there are, if none of them was chosen, so that jobs are what all agree on; else none.
  package var openEnvironments: [String] {
    views.contains { !$0.emits } ? views.compactMap(\.environment?.name) : []
  }

  /// Whether a path leads to a folder, or to a file whose name ends with '.zip'; nil where the manifests are of a commit or of
  /// a stream, and nobody looks.
  package var isCodeThere: (@Sendable (String) -> Bool)?

  package init(zones: ZoneDatabase, now: Int64) {
    self.zones = zones
    self.now = now
  }
}
